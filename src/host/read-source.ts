import { HumanError } from './human-error';
import { readBytes } from './read-bytes';

/** A file's text without byte-order mark, and whether there was one. */
export interface SourceText {
  readonly text: string;
  readonly bom: boolean;
}

/** Reads a file of at most `limit` bytes of UTF-8; refuses bytes that are not, since writing them back would lose them. Throws a {@link HumanError}. */
export const readSource = (path: string, limit: number): SourceText => decodeSource(readBytes(path, limit), path);

/** The text of a file that is only read: bytes that are not UTF-8 spoil no more than themselves. Throws as above. */
export const readText = (path: string, limit: number): string => new TextDecoder().decode(readBytes(path, limit));

export function decodeSource(bytes: Uint8Array, path: string): SourceText {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bom };
  } catch {
    throw new HumanError(`${path}: not valid UTF-8; save it as UTF-8 and try again`);
  }
}
