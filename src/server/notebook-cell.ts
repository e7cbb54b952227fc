import { URI } from 'vscode-uri';

/** VS Code's scheme for the cells of a notebook. */
const scheme = 'vscode-notebook-cell';

/**
 * The URI under which a cell is held: a part of its notebook's file, so that it lies in the notebook's course and its links
 * lead on from there; undefined for what is no cell of a file. VS Code writes the notebook's own scheme into the cell's
 * fragment, after a number and an `s`, in base64; `vscode-remote` is the machine that a server beside the files runs on.
 */
export function cellUri(uri: URI): string | undefined {
  if (uri.scheme !== scheme) return undefined;
  const encoded = /^[WXYZz][0-9a-f]+s([\w-]+)=*$/.exec(uri.fragment)?.[1];
  const of = encoded && atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  if (of !== 'file' && of !== 'vscode-remote') return undefined;
  return URI.from({ scheme: 'file', path: uri.path, fragment: uri.fragment }).toString();
}

/** The notebook of a cell, as it is held; undefined for any other file. */
export const notebookOf = (uri: string): string | undefined => /^(file:.*\.ipynb)#/i.exec(uri)?.[1];
