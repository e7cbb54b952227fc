import type { TextTrial } from '../core/course/course-reader';
import { say } from '../core/l10n/say';
import type { OpenText } from './open-texts';

/** Characters of a text that is read at once; a larger one might keep everybody waiting. */
const mostUntried = 100_000;
/** How long reading a text may take, in milliseconds. */
const longest = 2000;
/** Characters that a text which was read may grow or shrink by until it is tried anew. */
const smallEdit = 1000;

/** What came of trying out a text: whether it may be read here. */
type Outcome = 'read' | 'left out';

/**
 * Which open texts may be read where everybody waits for them. A large one is read in a thread first, which can be ended;
 * one that takes too long is left out until it changes.
 */
export class TriedTexts {
  readonly #trial: TextTrial | undefined;
  /** How many characters each text had that was read. */
  readonly #last = new Map<string, number>();

  constructor(trial: TextTrial | undefined) {
    this.#trial = trial;
  }

  /** Whether a text can be read at once. */
  isReady({ uri, text }: OpenText): boolean {
    if (!this.#trial || text.length <= mostUntried) return true;
    const last = this.#last.get(uri);
    return last !== undefined && Math.abs(last - text.length) <= smallEdit;
  }

  /** Reads a text elsewhere, for the time that it takes. */
  async tryOut({ uri, text, version, language }: OpenText): Promise<Outcome> {
    if (!this.#trial || !language) return 'read';
    this.#last.delete(uri);
    const trial = this.#trial;
    const time = () => trial.timeOf({ uri, text, version }, language);
    try {
      let milliseconds = await time();
      // The first text that a thread reads takes several times as long, and while a course is loaded so does any.
      if (milliseconds > longest) milliseconds = Math.min(milliseconds, await time());
      if (milliseconds > longest) return 'left out';
      this.#last.set(uri, text.length);
      return 'read';
    } catch {
      // It came to no end, or ended the thread.
      return 'left out';
    }
  }

  /** Forgets a text that was closed. */
  forget(uri: string): void {
    this.#last.delete(uri);
  }
}

/** What the person is told of a text that is left out. */
export const takesTooLong = (path: string): string =>
  say`${path}: reading it takes more than ${longest / 1000} seconds; Coursewright leaves it out until it changes`;
