import * as vscode from 'vscode';

/** The edit that makes a document's text another, of what differs alone: cursors and folds above and below stay. */
export function differingEdit(document: vscode.TextDocument, text: string): vscode.TextEdit {
  const before = document.getText();
  let start = 0;
  while (start < before.length && before[start] === text[start]) start++;
  let end = 0;
  const most = Math.min(before.length, text.length) - start;
  while (end < most && before.at(-1 - end) === text.at(-1 - end)) end++;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(before.length - end));
  return vscode.TextEdit.replace(range, text.slice(start, text.length - end));
}
