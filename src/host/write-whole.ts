import { randomBytes } from 'node:crypto';
import { closeSync, openSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HumanError, systemReason } from './human-error';

/**
 * Writes a file beside the one that is meant and gives it its name: nobody ever sees half of it, and a link of that name
 * is replaced, not followed. Nobody can have put anything in its way before: its first name is made up now, and must be
 * new. `finish` has the written file open before it gets its name, and leaves all as it was by throwing.
 */
export function writeWhole(
  target: string,
  content: string | Uint8Array,
  { mode = 0o666, finish }: { readonly mode?: number; readonly finish?: (file: number) => void } = {},
): void {
  const beside = join(dirname(target), `.coursewright-${randomBytes(16).toString('hex')}.tmp`);
  const file = openSync(beside, 'wx', mode);
  try {
    try {
      writeFileSync(file, content);
      finish?.(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, target);
  } catch (error) {
    remove(beside, error);
    throw error;
  }
}

/** Takes a file away after a failure; where that fails too, both are said. */
function remove(path: string, after: unknown): void {
  try {
    unlinkSync(path);
  } catch (error) {
    const reason = after instanceof HumanError ? after.message : `cannot be written: ${systemReason(after)}`;
    throw new HumanError(`${reason}, and ${path} beside it could not be removed: ${systemReason(error)}`);
  }
}
