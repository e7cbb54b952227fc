import type { DiagnosticsFeed } from './diagnostics-feed';

/** For a client that asks: it knows of its own edits, and is told when anything else may have changed an answer. */
export class PulledDiagnostics implements DiagnosticsFeed {
  readonly #askAgain: () => void;

  constructor(askAgain: () => void) {
    this.#askAgain = askAgain;
  }

  changed(): void {}

  closed(): void {}

  othersChanged(): void {
    this.#askAgain();
  }

  again(): void {
    this.#askAgain();
  }

  allChanged(): void {
    this.#askAgain();
  }

  dispose(): void {}
}
