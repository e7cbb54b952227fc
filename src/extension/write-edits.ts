import * as vscode from 'vscode';

/**
 * Writes into a document as one step to undo, through its editor where one is in sight: a `WorkspaceEdit` would also
 * change a text whose editor is read-only.
 * @returns `refused` where the editor is read-only, `late` where the text has changed meanwhile
 */
export async function writeEdits(
  document: vscode.TextDocument,
  edits: readonly vscode.TextEdit[],
): Promise<'written' | 'refused' | 'late'> {
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  if (!editor) {
    const change = new vscode.WorkspaceEdit();
    change.set(document.uri, [...edits]);
    return (await vscode.workspace.applyEdit(change)) ? 'written' : 'late';
  }
  const { version } = document;
  const inTime = await editor.edit((text) => {
    for (const { range, newText } of edits) text.replace(range, newText);
  });
  if (!inTime) return 'late';
  return document.version === version && edits.length > 0 ? 'refused' : 'written';
}
