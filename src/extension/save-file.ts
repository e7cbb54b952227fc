import * as vscode from 'vscode';
import type { PanelRequests } from '../protocol';

/** Asks where to save a file and writes it there, beginning beside a document; false where nobody chose a place. */
export async function saveFile(
  { name, base64, kind }: PanelRequests['saveFile']['params'],
  beside: vscode.Uri | undefined,
): Promise<boolean> {
  const folder = beside && vscode.Uri.joinPath(beside, '..');
  const target = await vscode.window.showSaveDialog({
    ...(folder && folder.scheme !== 'untitled' ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
    filters: { [kind.toUpperCase()]: [kind] },
  });
  if (!target) return false;
  await vscode.workspace.fs.writeFile(
    target,
    Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)),
  );
  return true;
}
