import type { Position, Range } from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { say } from '../core/l10n/say';
import type { SourceFile } from '../core/workspace';
import type { Unread } from '../protocol';
import { canonicalUri } from './canonical-uri';
import { notebookOf } from './notebook-cell';
import { isObject, isPosition } from './sent-values';
import { type TextLanguage, textLanguage } from './text-language';

/** A text that the client holds: until it is closed, it is the file, whatever the disk says. */
export interface OpenText extends SourceFile, TextLanguage {
  /** The URI as the client spells it. */
  readonly spelling: string;
}

/** What is known of an open document besides its text. */
type Held = Omit<OpenText, 'uri' | 'text'>;

/** What an editor shows of a file is not known: its text or an edit was no text. Said to whoever keeps the log. */
export class TextLost extends Error {}

/**
 * The texts that the client holds open, by their canonical URIs. What a client sends may be anything: a text that cannot
 * be followed is lost until it is sent whole, and meanwhile nothing is said of it.
 */
export class OpenTexts implements Iterable<OpenText> {
  readonly #texts = new Map<string, OpenText>();
  readonly #lost = new Map<string, Held>();
  /** Texts that are not to be read, or not yet. */
  readonly #setAside = new WeakMap<OpenText, Unread>();
  readonly #limitOf: (uri: string) => number;

  /** @param limitOf how many bytes of UTF-8 a text may have to be read; what is larger is followed all the same */
  constructor(limitOf: (uri: string) => number = () => Number.POSITIVE_INFINITY) {
    this.#limitOf = limitOf;
  }

  [Symbol.iterator](): Iterator<OpenText> {
    return [...this.#texts.values()][Symbol.iterator]();
  }

  get(uri: string): OpenText | undefined {
    return this.#texts.get(canonicalUri(uri));
  }

  /** A text that is to be read: one above the limit is not, nor is one that was set aside. */
  readable(uri: string): OpenText | undefined {
    const text = this.get(uri);
    return text && !this.#setAside.has(text) && !this.isAboveLimit(text) ? text : undefined;
  }

  /** Keeps a text from being read, until it is another one or taken back. */
  setAside(text: OpenText, why: Unread): void {
    this.#setAside.set(text, why);
  }

  takeBack(text: OpenText): void {
    this.#setAside.delete(text);
  }

  /** Why nothing is known of what stands in an open text; null where it is not open, or could be read. */
  unread(uri: string): Unread | null {
    const text = this.get(uri);
    if (!text?.language) return null;
    return this.isAboveLimit(text) ? 'left out' : (this.#setAside.get(text) ?? null);
  }

  /** Whether a text is too large to be read. */
  isAboveLimit({ uri, text }: OpenText): boolean {
    const limit = this.#limitOf(uri);
    // A character of a JavaScript string is one to three bytes.
    return text.length > limit || (text.length * 3 > limit && new TextEncoder().encode(text).length > limit);
  }

  /** Whether the client holds the file, even if its text is not known. */
  has(uri: string): boolean {
    const key = canonicalUri(uri);
    return this.#texts.has(key) || this.#lost.has(key);
  }

  /** Whether cells of a notebook are open: then they are its text, and not the file on the disk. */
  hasCellsOf(notebook: string): boolean {
    return [...this.#texts.keys()].some((uri) => notebookOf(uri) === notebook);
  }

  /** Takes in a text that the client opened, once more if it was open. Throws {@link TextLost} where it sent none. */
  open(document: unknown): OpenText {
    if (!isObject(document) || typeof document.uri !== 'string') {
      throw new TextLost(say`The editor opened a document without a URI.`);
    }
    const { uri: spelling, languageId, version, text } = document;
    const uri = canonicalUri(spelling);
    const about = { spelling, version: numberOf(version) ?? 0, ...textLanguage(languageId, uri) };
    return this.#keep(uri, about, typeof text === 'string' ? text : undefined);
  }

  /** Follows edits; undefined for a document that was never opened. Throws {@link TextLost} where they are no edits. */
  change(document: unknown, edits: unknown): OpenText | undefined {
    if (!isObject(document) || typeof document.uri !== 'string') {
      throw new TextLost(say`The editor changed a document without a URI.`);
    }
    const uri = canonicalUri(document.uri);
    const known = this.#texts.get(uri);
    const about = known ?? this.#lost.get(uri);
    if (!about) return undefined;
    const version = numberOf(document.version) ?? about.version + 1;
    return this.#keep(uri, { ...about, version }, edited(known?.text, edits));
  }

  /** Lets a document go; false where it was not open. */
  close(uri: string): boolean {
    const key = canonicalUri(uri);
    return this.#texts.delete(key) || this.#lost.delete(key);
  }

  #keep(uri: string, { spelling, version, languageId, language, silent }: Held, text: string | undefined): OpenText {
    this.#texts.delete(uri);
    this.#lost.delete(uri);
    if (text === undefined) {
      this.#lost.set(uri, { spelling, version, languageId, language, silent });
      throw new TextLost(
        say`The editor's text of ${spelling} could not be followed. Close the file and open it again.`,
      );
    }
    const kept = Object.freeze({ uri, spelling, version, text, languageId, language, silent });
    this.#texts.set(uri, kept);
    return kept;
  }
}

/** A text after edits, in their order; undefined where one of them is none, or edits a part of a text that is not known. */
function edited(text: string | undefined, edits: unknown): string | undefined {
  if (!Array.isArray(edits) || !edits.every(isEdit)) return undefined;
  const whole = edits.findLastIndex(({ range }) => !range);
  const before = whole < 0 ? text : edits[whole]!.text;
  if (before === undefined) return undefined;
  const document = TextDocument.create('', '', 0, before);
  for (const { range, text: newText } of edits.slice(whole + 1)) {
    // The library miscounts lines after an edit that reaches beyond the end: such a place is the end.
    const inside = (place: Position) => document.positionAt(document.offsetAt(place));
    const { start, end } = range as Range;
    TextDocument.update(document, [{ range: { start: inside(start), end: inside(end) }, text: newText }], 0);
  }
  return document.getText();
}

function isEdit(edit: unknown): edit is TextDocumentContentChangeEvent & { range?: unknown } {
  if (!isObject(edit) || typeof edit.text !== 'string') return false;
  const { range } = edit;
  // Null stands for nothing with some clients.
  return range === undefined || range === null || (isObject(range) && isPosition(range.start) && isPosition(range.end));
}

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
