import * as vscode from 'vscode';
import { say } from '../core/l10n/say';
import type { Ask } from '../protocol';
import { courseFolder, overviewName } from './course-folder';
import { differingEdit } from './differing-edit';

/**
 * Makes or refreshes the overview between its markers in the course's OVERVIEW.md, by one step that undo takes back, and
 * shows the file. Saving it is the author's.
 */
export async function writeOverview(ask: Ask): Promise<void> {
  const folder = await courseFolder(say`its overview`);
  if (!folder) return;
  const uri = vscode.Uri.joinPath(folder, overviewName);
  const isThere = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  const before = isThere ? (await vscode.workspace.openTextDocument(uri)).getText() : '';
  const { text } = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: say`Coursewright: reading the course for its overview` },
    () => ask('coursewright/overview', { uri: uri.toString(), before }),
  );
  const edit = await edited(uri, isThere, before, text);
  if (text !== before && !(edit && (await vscode.workspace.applyEdit(edit)))) {
    void vscode.window.showWarningMessage(say`${overviewName} has changed meanwhile; ask for the overview again.`);
    return;
  }
  await vscode.window.showTextDocument(uri);
  if (text === before) vscode.window.setStatusBarMessage(say`The overview says what the course says`, 4000);
}

/** Undefined where the file is another than it was before. */
async function edited(
  uri: vscode.Uri,
  isThere: boolean,
  before: string,
  text: string,
): Promise<vscode.WorkspaceEdit | undefined> {
  const edit = new vscode.WorkspaceEdit();
  if (!isThere) {
    edit.createFile(uri, { ignoreIfExists: false });
    edit.insert(uri, new vscode.Position(0, 0), text);
    return edit;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.getText() !== before) return undefined;
  edit.set(uri, [differingEdit(document, text)]);
  return edit;
}
