import { statSync } from 'node:fs';
import { URI } from 'vscode-uri';
import { say } from '../core/l10n/say';
import type { DataFile } from '../core/workspace';
import { HumanError } from './human-error';
import { isInside } from './is-inside';
import { readBytes } from './read-bytes';
import { decodeSource } from './read-source';
import { realPath } from './real-path';

/**
 * A data file of a course: a regular file inside of it that holds UTF-8 text. What it holds may be quoted to the reader, so
 * no link leads out of the course. Undefined when it is not there.
 */
export function readData(uri: string, root: string, maxSize: number): DataFile | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    const path = realPath(URI.parse(uri).fsPath);
    if (!isInside(path, realPath(URI.parse(root).fsPath))) return { refused: say`leads outside the course` };
    return readText(path, maxSize);
  } catch (error) {
    if (error instanceof HumanError) return undefined;
    throw error;
  }
}

function readText(path: string, maxSize: number): DataFile | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return undefined;
  if (!stats.isFile()) return { refused: say`is no regular file` };
  if (stats.size > maxSize) return { refused: say`is larger than ${maxSize / 2 ** 20} MB` };
  const bytes = readBytes(path, maxSize);
  const marks = bytes.length < 2 ? 0 : bytes[0]! * 256 + bytes[1]!;
  if (marks === 0xfffe || marks === 0xfeff) return { refused: say`is UTF-16 text: save it as UTF-8` };
  if (bytes.subarray(0, 4096).includes(0)) return { refused: say`is no UTF-8 text: it holds bytes that no table has` };
  try {
    return { text: decodeSource(bytes, path).text };
  } catch (error) {
    if (error instanceof HumanError) return { refused: say`is no UTF-8 text: save it as UTF-8` };
    throw error;
  }
}
