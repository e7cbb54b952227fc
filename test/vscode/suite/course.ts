import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../support/until';

/** A file of the workspace that the suite runs in. */
export function fileUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Shows a file of the workspace and gives its editor. */
export async function show(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(fileUri(name));
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
