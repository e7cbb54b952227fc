import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { type DiskChange, DiskWatcher } from '../host/disk-watcher';
import type { createDiskWorkspace } from '../host/disk-workspace';
import type { FileListeners, FolderWatch } from './machine';

/** Watches the courses' folders for a client that does not. */
export class OwnWatch implements FolderWatch {
  readonly #disk: Pick<ReturnType<typeof createDiskWorkspace>, 'folders'>;
  readonly #listeners: FileListeners;
  readonly #complain: (message: string) => void;
  #watcher: DiskWatcher | undefined;

  constructor(
    disk: Pick<ReturnType<typeof createDiskWorkspace>, 'folders'>,
    listeners: FileListeners,
    complain: (message: string) => void,
  ) {
    this.#disk = disk;
    this.#listeners = listeners;
    this.#complain = complain;
  }

  async start(roots: readonly string[]): Promise<void> {
    this.#watcher = new DiskWatcher((changes) => void this.#heard(changes), this.#complain);
    await this.follow(roots);
  }

  async follow(roots: readonly string[]): Promise<void> {
    if (!this.#watcher) return;
    const folders = await Promise.all(roots.map((root) => this.#disk.folders(root)));
    this.#watcher?.watch(folders.flat());
  }

  dispose(): void {
    this.#watcher?.dispose();
    this.#watcher = undefined;
  }

  async #heard(changes: readonly DiskChange[]): Promise<void> {
    const events = changes
      .filter(({ kind }) => kind !== 'folder')
      .map(
        ({ path, kind }): FileEvent => ({
          uri: URI.file(path).toString(),
          type: kind === 'gone' ? FileChangeType.Deleted : FileChangeType.Changed,
        }),
      );
    if (events.length > 0) await this.#listeners.filesChanged(events);
    if (changes.some(({ kind }) => kind === 'folder')) await this.#listeners.foldersCame();
  }
}
