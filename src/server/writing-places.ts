import type { Writing } from '../core/diagnostics/while-writing';
import { canonicalUri } from './canonical-uri';
import type { OpenText } from './open-texts';
import { TypingPauses } from './typing-pauses';

/** How long after an edit a person is taken to have paused, in milliseconds. */
const pause = 700;

interface Place {
  readonly edited: number;
  cursor: number | undefined;
  readonly at: number;
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * Where people write: the line of each text's last edit, and the cursor's where a client tells it. To a client that does
 * not, the last edit is where the cursor is, until the next or until the text is saved.
 */
export class WritingPlaces {
  readonly pauses = new TypingPauses();
  readonly #places = new Map<string, Place>();
  readonly #askAgain: (uri: string) => void;

  /** @param askAgain has the diagnostics of a text looked at once more */
  constructor(askAgain: (uri: string) => void) {
    this.#askAgain = askAgain;
  }

  /** Takes in where a text was edited. */
  edited(text: OpenText, line: number): void {
    const { uri } = text;
    this.pauses.edited(text);
    this.#forget(uri);
    this.#places.set(uri, { edited: line, cursor: undefined, at: Date.now() });
  }

  /** Takes in where the cursor stands. */
  moved(uri: string, line: number): void {
    const place = this.#places.get(canonicalUri(uri));
    if (!place || place.cursor === line) return;
    place.cursor = line;
    if (line !== place.edited) this.#askAgain(uri);
  }

  /** The text is saved or closed: nobody is in the middle of a line. */
  left(uri: string): void {
    this.pauses.left(canonicalUri(uri));
    if (this.#forget(uri)) this.#askAgain(uri);
  }

  /** Where a person writes in a text, if anywhere. */
  of(uri: string): Writing | undefined {
    const place = this.#places.get(canonicalUri(uri));
    if (!place) return undefined;
    const { edited, cursor, at } = place;
    return { edited, ...(cursor === undefined ? {} : { cursor }), resting: Date.now() - at >= pause };
  }

  /** Something was not said because of where a person writes: it is looked at again when they pause. */
  heldBack(uri: string): void {
    const place = this.#places.get(canonicalUri(uri));
    const left = place ? place.at + pause - Date.now() : 0;
    if (!place || left <= 0 || place.timer) return;
    place.timer = setTimeout(() => this.#askAgain(uri), left + 10);
  }

  dispose(): void {
    for (const uri of [...this.#places.keys()]) this.#forget(uri);
  }

  #forget(uri: string): boolean {
    const key = canonicalUri(uri);
    clearTimeout(this.#places.get(key)?.timer);
    return this.#places.delete(key);
  }
}
