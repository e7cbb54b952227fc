import {
  accessSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import { HumanError, systemReason } from './human-error';
import { isInside } from './is-inside';
import { readBytes } from './read-bytes';
import { writeWhole } from './write-whole';

export interface Replacement {
  /** As the person knows the file; may be a link. */
  readonly path: string;
  /** What the file must still hold. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** Real paths of the folders inside of which may be written. */
  readonly folders: readonly string[];
}

/**
 * Writes a new file beside the old one and renames it, so that no reader ever sees half of it and a failure loses
 * nothing. Owner and mode are kept; of a link, the file that it leads to is written. Throws a {@link HumanError} and
 * changes nothing where the file is not as it was read, leads out of the folders, may not be written, or has more names.
 *
 * All of it is one step of the event loop: a signal that is listened to waits until the new file has its name or is gone.
 */
export function replaceFile({ path, before, after, folders }: Replacement): void {
  try {
    const target = realpathSync(path);
    if (!folders.some((folder) => isInside(target, folder))) {
      throw new HumanError(`is a link to ${target}, outside the named folders`);
    }
    const stats = lstatSync(target);
    assertWritable(target, stats);
    const finish = (file: number) => {
      keepOwnerAndMode(file, stats);
      fsyncSync(file);
      if (realpathSync(path) !== target || !holds(target, before))
        throw new HumanError('has changed since it was read');
    };
    writeWhole(target, after, { mode: 0o600, finish });
  } catch (error) {
    const reason = error instanceof HumanError ? error.message : `cannot be written: ${systemReason(error)}`;
    throw new HumanError(`${path}: ${reason}; left as it is`);
  }
}

function assertWritable(path: string, stats: Stats): void {
  const { mode, nlink } = stats;
  if (!stats.isFile()) throw new HumanError('is no file any more');
  if ((mode & 0o222) === 0) throw new HumanError('is read-only');
  accessSync(path, constants.W_OK);
  // A new file would part them, and the others would keep the old text.
  if (nlink > 1) throw new HumanError(`has ${nlink - 1} more ${nlink === 2 ? 'name' : 'names'} (hard links)`);
}

function keepOwnerAndMode(file: number, { uid, gid, mode }: Stats): void {
  const own = fstatSync(file);
  if (own.uid !== uid || own.gid !== gid) {
    try {
      fchownSync(file, uid, gid);
    } catch {
      throw new HumanError('belongs to another user or group, and a new file would not');
    }
  }
  fchmodSync(file, mode & 0o7777);
}

/** Whether a file holds just these bytes. */
function holds(path: string, bytes: Uint8Array): boolean {
  try {
    return readBytes(path, bytes.length).equals(bytes);
  } catch (error) {
    if (error instanceof HumanError) return false;
    throw error;
  }
}
