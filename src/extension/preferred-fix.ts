import * as vscode from 'vscode';

/** Enough to find the preferred one among a few; each may have to be resolved. */
const offered = 5;

/** The fix that the editor would apply by itself at a place; undefined where it has none. */
export async function findFix(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction | undefined> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[] | undefined>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    offered,
  );
  return actions?.find((action) => action.isPreferred && action.edit);
}

/** Applies it, as one step to undo. */
export async function applyFix(uri: vscode.Uri, range: vscode.Range): Promise<void> {
  const edit = (await findFix(uri, range))?.edit;
  if (edit) await vscode.workspace.applyEdit(edit);
}
