import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './lifetime.mjs';

/**
 * A new empty folder that is gone when this process ends.
 * @param {string} name says what it is for
 * @returns {{ path: string, remove: () => Promise<void> }}
 */
export function throwAwayFolder(name) {
  const path = mkdtempSync(join(tmpdir(), `coursewright-${name}-`));
  // A program that was just stopped may still be writing its last file there.
  const remove = atEnd(() => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));
  return { path, remove };
}
