import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { HumanError, systemReason } from './human-error';
import { tooLarge } from './too-large';

/**
 * The bytes of a regular file of at most `limit` bytes. Anything else is not even opened: a pipe would be waited for, a
 * device may never end. Read at once and in one go: of a course's many small files, each step that is waited for costs
 * more than the reading. Throws a {@link HumanError} that names the file.
 */
export function readBytes(path: string, limit: number): Buffer {
  return withFile(path, limit, (file, size) => readAll(file, path, size, limit));
}

/** The first bytes of a regular file, however large it is; throws as {@link readBytes} does. */
export function firstBytes(path: string, length: number): Buffer {
  return withFile(path, Number.POSITIVE_INFINITY, (file) => {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  });
}

function withFile<T>(path: string, limit: number, read: (file: number, size: number) => T): T {
  try {
    assertReadable(path, statSync(path), limit);
    // What took the file's place since must not be waited for either. Windows has neither such pipes nor the flag.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(file);
      assertReadable(path, stats, limit);
      return read(file, stats.size);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof HumanError) throw error;
    throw new HumanError(`${path}: ${systemReason(error)}`, { cause: error });
  }
}

/** A size is a first guess: files that the system makes up have none, others grow. */
function readAll(file: number, path: string, size: number, limit: number): Buffer {
  let bytes = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const read = readSync(file, bytes, length, bytes.length - length, null);
    if (read === 0) return bytes.subarray(0, length);
    length += read;
    if (length > limit) throw new HumanError(tooLarge(path, limit));
    if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(bytes.length + 4096)]);
  }
}

function assertReadable(path: string, stats: Stats, limit: number): void {
  if (!stats.isFile()) throw new HumanError(`${path}: is no file, but ${kindOf(stats)}`);
  if (stats.size > limit) throw new HumanError(tooLarge(path, limit));
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}
