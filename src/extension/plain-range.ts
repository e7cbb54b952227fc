import * as vscode from 'vscode';

/** A place as messages carry it. */
export const plain = ({ line, character }: vscode.Position) => ({ line, character });

/** A range as messages carry it. */
export const plainRange = ({ start, end }: vscode.Range) => ({ start: plain(start), end: plain(end) });

/** A range out of a message. */
export const toRange = ({ start, end }: ReturnType<typeof plainRange>): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);
