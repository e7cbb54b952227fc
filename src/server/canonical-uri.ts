import { URI } from 'vscode-uri';
import { cellUri } from './notebook-cell';

/** Cells whose own URIs do not tell their notebook, as they are held, by the URIs that the client gave them. */
const named = new Map<string, string>();

/** Has a cell of a notebook held as a part of its file from now on, where its URI alone does not say so. */
export function nameCell(cell: string, notebook: string): void {
  const own = canonicalUri(cell);
  const file = canonicalUri(notebook);
  if (/^file:.*\.ipynb$/i.test(file) && !own.startsWith(`${file}#`)) {
    named.set(cell, URI.parse(file).with({ fragment: cell }).toString());
  }
}

/** A cell is open no more. */
export function forgetCell(cell: string): void {
  named.delete(cell);
}

/**
 * One spelling for each URI: clients differ in what they escape. A cell of a notebook is a part of its file; what is no URI
 * stays as it is.
 */
export function canonicalUri(uri: string): string {
  const cell = named.get(uri);
  if (cell !== undefined) return cell;
  try {
    const parsed = URI.parse(uri);
    return cellUri(parsed) ?? parsed.toString();
  } catch {
    return uri;
  }
}
