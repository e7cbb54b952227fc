import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../support/until';

/** A file of the first folder of the workspace that the suite runs in, or of another one. */
export function fileUri(name: string, index = 0): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[index];
  assert.ok(folder, `folder ${index} is open`);
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Shows a file of the workspace and gives its editor. */
export async function show(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(fileUri(name));
}

/** What is said of a place by everybody, as markdown. */
export async function hoversAt(uri: vscode.Uri, at: vscode.Position): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
  return found.flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)));
}

/** Our diagnostics on a file, once they satisfy a condition. */
export async function diagnosticsOf(
  uri: vscode.Uri,
  holds: (diagnostics: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  const ours = () => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Coursewright');
  await until(
    () => holds(ours()),
    () => `the diagnostics of ${uri.path}; instead of ${JSON.stringify(ours())}`,
  );
  return ours();
}

/** The place of a text in a document, at its first occurrence. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, `${text} is in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** The code of a diagnostic, with or without a link to its page. */
export function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}
