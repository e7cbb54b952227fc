import { URI } from 'vscode-uri';
import { cellUri } from './notebook-cell';

/**
 * One spelling for each URI: clients differ in what they escape. A cell of a notebook is a part of its file; what is no URI
 * stays as it is.
 */
export function canonicalUri(uri: string): string {
  try {
    const parsed = URI.parse(uri);
    return cellUri(parsed) ?? parsed.toString();
  } catch {
    return uri;
  }
}
