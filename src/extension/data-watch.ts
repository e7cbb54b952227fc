import * as vscode from 'vscode';
import { dataEndings, isDataFile } from '../protocol';

/** A pause in writing a data file, after which it is read again; in milliseconds. */
const pause = 300;

/** Tells when a file that a demo may read has changed, on the disk or in an editor, and come to rest. */
export class DataWatch implements vscode.Disposable {
  readonly #changed: () => void;
  readonly #subscriptions: readonly vscode.Disposable[];
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
    const files = vscode.workspace.createFileSystemWatcher(`**/*.{${dataEndings.join(',')}}`);
    this.#subscriptions = [
      files,
      files.onDidCreate(() => this.#rest()),
      files.onDidChange(() => this.#rest()),
      files.onDidDelete(() => this.#rest()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => isDataFile(document.uri.path) && this.#rest()),
    ];
  }

  dispose(): void {
    clearTimeout(this.#resting);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #rest(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(this.#changed, pause);
  }
}
