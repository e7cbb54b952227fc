import * as vscode from 'vscode';
import { linkBetween } from '../core/export/link-between';
import { linkedPicture } from '../core/export/linked-picture';
import type { PanelRequests } from '../protocol';

/** Asks where to save a file and writes it there, beginning beside a document; false where nobody chose a place. */
export async function saveFile(
  { name, base64, kind, source }: PanelRequests['saveFile']['params'],
  beside: vscode.Uri | undefined,
): Promise<boolean> {
  const folder = beside && vscode.Uri.joinPath(beside, '..');
  const target = await vscode.window.showSaveDialog({
    ...(folder && folder.scheme !== 'untitled' ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
    filters: { [kind.toUpperCase()]: [kind] },
  });
  if (!target) return false;
  const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
  // The page names a place, and is not taken at its word: only the document that it was shown is linked to.
  const isLinked = kind === 'svg' && source !== undefined && source.uri === beside?.toString();
  await vscode.workspace.fs.writeFile(target, isLinked ? linked(bytes, target, beside, source.line) : bytes);
  return true;
}

/** A text that is not saved, or lies on another disk, cannot be linked to. */
function linked(picture: Uint8Array, target: vscode.Uri, document: vscode.Uri, line: number): Uint8Array {
  if (target.scheme !== document.scheme || target.authority !== document.authority) return picture;
  const place = `${document.path.slice(document.path.lastIndexOf('/') + 1)}, line ${line + 1}`;
  const href = linkBetween(target.path, document.path, line);
  return new TextEncoder().encode(linkedPicture(new TextDecoder().decode(picture), href, place));
}
