import { URI } from 'vscode-uri';

/** One spelling for each URI: clients differ in what they escape. What is no URI stays as it is. */
export function canonicalUri(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}
