import { mostReadHere } from '../core/course/course';
import { getOrSet } from '../core/get-or-set';
import type { OpenText } from './open-texts';

/**
 * How long after an edit of a large text a person is taken to have paused, in milliseconds: the longer it takes to look at
 * it, the surer it must be that no letter comes meanwhile.
 */
const pauseFor = (characters: number): number => Math.max(300, Math.min(1500, characters / 1000));

/**
 * When who writes in a large text pauses. Reading such a text takes longer than the next letter: what an editor asks by
 * itself on every edit would keep the machine busy for answers that nobody sees.
 */
export class TypingPauses {
  /** When each large text that was edited will rest, by the clock. */
  readonly #rests = new Map<string, number>();
  readonly #resting = new Map<string, Promise<void>>();
  /** Has who waits for a text look again. */
  readonly #wake = new Map<string, () => void>();

  /** Takes in that a text was edited. */
  edited({ uri, text }: Pick<OpenText, 'uri' | 'text'>): void {
    if (text.length > mostReadHere) this.#rests.set(uri, Date.now() + pauseFor(text.length));
    else this.#rests.delete(uri);
  }

  /** A text was saved or closed: there is no next letter to wait for. */
  left(uri: string): void {
    this.#rests.delete(uri);
    this.#wake.get(uri)?.();
  }

  /** Does something at once, or when a text that is being written rests. */
  whenAtRest(uri: string, act: () => void): void {
    if (this.#left(uri) <= 0) act();
    else void this.of(uri).then(act);
  }

  /**
   * Settles when a text rests, at once if it does or is not large, and for all who wait in one go.
   * @returns whether it had to wait
   */
  async of(uri: string): Promise<boolean> {
    if (this.#left(uri) <= 0) return false;
    await getOrSet(this.#resting, uri, () => this.#rest(uri));
    return true;
  }

  async #rest(uri: string): Promise<void> {
    for (let left = this.#left(uri); left > 0; left = this.#left(uri)) {
      await new Promise<void>((resolve) => {
        setTimeout(resolve, left);
        this.#wake.set(uri, resolve);
      });
    }
    this.#resting.delete(uri);
    this.#wake.delete(uri);
  }

  /** Milliseconds until a text rests. */
  #left(uri: string): number {
    return (this.#rests.get(uri) ?? 0) - Date.now();
  }
}
