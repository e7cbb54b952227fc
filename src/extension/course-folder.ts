import * as vscode from 'vscode';
import { say } from '../core/l10n/say';

/** The file that holds a written overview, in the course's folder; the command line writes the same. */
export const overviewName = 'OVERVIEW.md';

/**
 * The folder of the file in front, else the only one, else the one that is chosen.
 * @param made what is to be made of the course, for the sentence where there is none
 */
export async function courseFolder(made: string): Promise<vscode.Uri | undefined> {
  const { activeTextEditor } = vscode.window;
  const own = activeTextEditor && vscode.workspace.getWorkspaceFolder(activeTextEditor.document.uri);
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void vscode.window.showInformationMessage(say`Open a course’s folder first: ${made} is made from it.`);
    return undefined;
  }
  return (own ?? (folders.length === 1 ? folders[0] : await vscode.window.showWorkspaceFolderPick()))?.uri;
}
