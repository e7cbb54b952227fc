import * as vscode from 'vscode';
import { say } from '../core/l10n/say';

/** Shows, in the editor, that the panel's page draws and does not answer, with the way out that the page cannot offer. */
export class LargeDrawing {
  readonly #giveUp: () => void;
  #done: (() => void) | undefined;

  /** @param giveUp is called when the person waits no longer */
  constructor(giveUp: () => void) {
    this.#giveUp = giveUp;
  }

  /** Takes in what is being drawn; null when nothing is any more. */
  tell(what: string | null): void {
    this.#done?.();
    this.#done = undefined;
    if (what === null) return;
    void vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: say`Drawing ${what}`, cancellable: true },
      (_, cancellation) =>
        new Promise<void>((done) => {
          this.#done = done;
          cancellation.onCancellationRequested(() => {
            done();
            this.#giveUp();
          });
        }),
    );
  }
}
