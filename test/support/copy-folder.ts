import { cpSync } from 'node:fs';
import { throwAwayFolder } from '../../tools/support/throw-away-folder.mjs';

/** A copy that a test may write in, gone at the end. */
export function copyFolder(folder: string): string {
  const { path } = throwAwayFolder('course');
  cpSync(folder, path, { recursive: true });
  return path;
}
