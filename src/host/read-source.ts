import { readFile } from 'node:fs/promises';
import { HumanError, systemReason } from './human-error';

/** A file's text without byte-order mark, and whether there was one. */
export interface SourceText {
  readonly text: string;
  readonly bom: boolean;
}

/** Reads UTF-8; refuses bytes that are not, since writing them back would lose them. Throws a {@link HumanError}. */
export async function readSource(path: string): Promise<SourceText> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new HumanError(`${path}: ${systemReason(error)}`);
  }
  return decodeSource(bytes, path);
}

export function decodeSource(bytes: Uint8Array, path: string): SourceText {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bom };
  } catch {
    throw new HumanError(`${path}: not valid UTF-8; save it as UTF-8 and try again`);
  }
}
