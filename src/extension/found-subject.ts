import type { Position } from 'vscode-languageserver-types';
import type { Ask, ServerRequests } from '../protocol';
import { afterAnswer } from './after-answer';

type Found = ServerRequests['coursewright/panelSubject']['result'];

/** What is asked for: what stands at a place, or a diagram or demo of the document by its number. */
export type Choice = { readonly position: Position } | { readonly index: number };

/** The document that is asked about. */
export interface AskedAbout {
  readonly uri: string | undefined;
  readonly document: { readonly version: number } | undefined;
}

/**
 * A pause in typing and in moving the cursor, after which the panel catches up; in milliseconds. Two keys of who types fast
 * are further apart, so that the picture follows every key of who does not; a page that is still drawing takes the latest.
 */
export const pause = { typing: 60, moving: 30 };

/** What the server last said of a document: of several questions the last one counts, and of texts the latest. */
export class FoundSubject {
  readonly #ask: Ask;
  readonly #about: AskedAbout;
  readonly #cursor: () => Position;
  readonly #shows: () => void;
  #found: Found = { subject: null, contents: [], unread: null };
  #question = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param shows hears that something else was found */
  constructor(ask: Ask, about: AskedAbout, cursor: () => Position, shows: () => void) {
    this.#ask = ask;
    this.#about = about;
    this.#cursor = cursor;
    this.#shows = shows;
  }

  get found(): Found {
    return this.#found;
  }

  /** @param choice what is asked for; what stands under the cursor by then, where none is given */
  askSoon(delay: number, choice?: Choice, patient = false): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.ask(choice ?? { position: this.#cursor() }, patient), delay);
  }

  /**
   * Asks what to show; an answer that another question has overtaken, or a later text, is not used.
   * @param patient waits until a text is read that takes long
   */
  async ask(choice: Choice, patient = false): Promise<void> {
    clearTimeout(this.#timer);
    const { document, uri } = this.#about;
    if (!document || uri === undefined) return;
    const question = ++this.#question;
    let found: Found;
    try {
      found = await this.#ask('coursewright/panelSubject', { uri, patient, ...choice });
    } catch {
      // The server says elsewhere what ails it; the panel keeps what it shows.
      return;
    }
    if (question !== this.#question) return;
    const { shows, asksAgain } = afterAnswer(found, this.#found, uri, document.version);
    if (shows) {
      this.#found = found;
      this.#shows();
    }
    const isRead = found.unread === 'reading';
    if (asksAgain) this.askSoon(isRead ? 0 : pause.typing, 'index' in choice ? choice : undefined, isRead);
  }

  /** Waits for no answer any more. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#question++;
  }
}
