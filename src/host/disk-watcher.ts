import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemReason } from './human-error';

/** Something that changed on disk. */
export interface DiskChange {
  readonly path: string;
  /** A folder may have come with files in it; what is gone may have been either. */
  readonly kind: 'file' | 'folder' | 'gone';
}

/** How long changes are gathered before they are told, in milliseconds: files are often written in parts. */
const rest = 200;
/** Systems allow a process so many folders; a course with more is watched in part. */
const most = 4000;

/** Watches folders, each without those below it. */
export class DiskWatcher {
  readonly #tell: (changes: readonly DiskChange[]) => void;
  readonly #complain: (message: string) => void;
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #touched = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  /** `complain` hears of folders that cannot be watched; the rest still is. */
  constructor(tell: (changes: readonly DiskChange[]) => void, complain: (message: string) => void) {
    this.#tell = tell;
    this.#complain = complain;
  }

  /** Watches these folders from now on, and no others. */
  watch(folders: readonly string[]): void {
    const wanted = new Set(folders.slice(0, most));
    if (folders.length > most) this.#complain(`Only ${most} of ${folders.length} folders are watched for changes.`);
    for (const folder of this.#watchers.keys()) if (!wanted.has(folder)) this.#leave(folder);
    for (const folder of wanted) if (!this.#watchers.has(folder)) this.#enter(folder);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.watch([]);
  }

  #enter(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => {
        if (name === null) return;
        this.#touched.add(join(folder, name));
        this.#timer ??= setTimeout(() => void this.#look(), rest);
      });
      watcher.on('error', () => this.#leave(folder));
      this.#watchers.set(folder, watcher);
    } catch (error) {
      this.#complain(`${folder} is not watched for changes: ${systemReason(error)}`);
    }
  }

  #leave(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }

  async #look(): Promise<void> {
    this.#timer = undefined;
    const paths = [...this.#touched];
    this.#touched.clear();
    const kinds = await Promise.all(paths.map(kindOf));
    for (const [i, path] of paths.entries()) if (kinds[i] === 'gone') this.#leave(path);
    this.#tell(paths.map((path, i) => ({ path, kind: kinds[i]! })));
  }
}

const kindOf = (path: string): Promise<DiskChange['kind']> =>
  stat(path).then(
    (found) => (found.isDirectory() ? 'folder' : 'file'),
    () => 'gone',
  );
