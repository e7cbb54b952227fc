import type { Span } from '../../text/span';
import type { DiagramLabel, OccurrenceRole } from '../diagram-symbols';
import { type CharacterSet, isBlank, isLineBreak, isSpace, isWordCharacter } from './characters';
import type { PreparedText } from './prepared-text';
import { type OwnNode, SymbolTable } from './symbol-table';
import { type TokenKind, TokenList } from './token';

/** An id where it stands. */
export interface Identifier {
  readonly id: string;
  readonly span: Span;
}

/**
 * One walk over a diagram's text: a place that only moves forward by taking tokens (so they tile the text), the symbols
 * found so far, and searches that never look at a stretch twice (so the walk is linear).
 */
export class Scan {
  readonly prepared: PreparedText;
  /** The prepared text, as long as the author's. */
  readonly text: string;
  readonly end: number;
  readonly tokens: TokenList;
  readonly symbols = new SymbolTable();
  /** Where the next token starts. */
  at = 0;
  #trivia = 0;
  /** Where the next trivia start. */
  #triviaStart: number;
  readonly #found = new Map<string | CharacterSet, { from: number; index: number }>();

  constructor(prepared: PreparedText) {
    this.prepared = prepared;
    this.text = prepared.text;
    this.end = prepared.text.length;
    this.tokens = new TokenList(this.end);
    this.#triviaStart = prepared.trivia[0]?.start ?? Number.POSITIVE_INFINITY;
  }

  /** Takes everything up to `end` as one token; trivia inside it become tokens of their own. */
  take(kind: TokenKind, end: number): void {
    if (end <= this.at) return;
    if (end > this.#triviaStart) this.#takeTrivia(kind, end);
    this.tokens.push(kind, end);
    this.at = end;
  }

  #takeTrivia(kind: TokenKind, end: number): void {
    const { trivia } = this.prepared;
    for (let one = trivia[this.#trivia]; one && one.start < end; one = trivia[this.#trivia]) {
      this.tokens.push(kind, one.start);
      this.tokens.push(one.kind, Math.min(one.end, end));
      if (one.end > end) break;
      this.#trivia++;
    }
    this.#triviaStart = trivia[this.#trivia]?.start ?? Number.POSITIVE_INFINITY;
  }

  /** Takes a token and says where it stands. */
  takeSpan(kind: TokenKind, end: number): Span {
    const start = this.at;
    this.take(kind, end);
    return { start, end: this.at };
  }

  /** Takes blanks on this line. */
  takeBlanks(): void {
    this.take('space', this.skipBlanks(this.at));
  }

  /** Takes blanks and line breaks. */
  takeSpace(): void {
    this.take('space', this.skipSpace(this.at));
  }

  /** Takes what is left of the line, blanks at its end apart. */
  takeLine(kind: TokenKind): Span {
    const span = this.takeSpan(kind, this.trimEnd(this.at, this.lineEnd(this.at)));
    this.takeBlanks();
    return span;
  }

  /** Takes a word of the grammar and the blanks after it. */
  takeKeyword(length: number): void {
    this.take('keyword', this.at + length);
    this.takeBlanks();
  }

  /** Takes an id up to `end` and notes it; nothing where it is empty. */
  takeId(end: number, role: OccurrenceRole, kind?: string): Identifier | undefined {
    if (end <= this.at) return undefined;
    const span = this.takeSpan('id', end);
    const id = this.slice(span);
    this.symbols.mention(id, span, role, kind);
    return { id, span };
  }

  /** Takes an id that names nothing but itself. */
  takeOwnId(end: number, kind: string): OwnNode | undefined {
    if (end <= this.at) return undefined;
    const span = this.takeSpan('id', end);
    return this.symbols.own(this.slice(span), span, kind);
  }

  /** Notes a node whose id is the text of its label. */
  ownNode(label: DiagramLabel, kind: string): OwnNode {
    const node = this.symbols.own(this.slice(label.span), label.span, kind);
    this.symbols.label(node, label);
    return node;
  }

  /** Takes the name of a style class up to `end`. */
  takeClassName(end: number, declares = false): void {
    if (end <= this.at) return;
    const span = this.takeSpan('class', end);
    this.symbols.styleClass(this.slice(span), span, declares);
  }

  /** Takes a list of names up to `end`, each by `take`, with the commas between them and blanks around. */
  takeNames(end: number, take: (end: number) => void): void {
    for (;;) {
      this.take('space', Math.min(this.skipBlanks(this.at), end));
      const comma = Math.min(this.next(',', this.at), end);
      take(this.trimEnd(this.at, comma));
      this.take('space', comma);
      if (comma >= end) return;
      this.take('operator', comma + 1);
    }
  }

  /** Takes the text up to `end` as a label, blanks around it apart; undefined when there is none. */
  takeLabel(end: number): DiagramLabel | undefined {
    const label = this.label(this.at, end);
    this.take('space', label.span.start);
    this.take('label', label.span.end);
    this.take('space', end);
    return label.text === '' ? undefined : label;
  }

  /** The word that starts here, or ''. */
  word(): string {
    return this.text.slice(this.at, this.wordEnd(this.at));
  }

  wordEnd(from: number): number {
    let at = from;
    while (isWordCharacter(this.text.charCodeAt(at))) at++;
    return at;
  }

  skipBlanks(from: number): number {
    let at = from;
    while (at < this.end && isBlank(this.text.charCodeAt(at))) at++;
    return at;
  }

  skipSpace(from: number): number {
    let at = from;
    while (at < this.end && isSpace(this.text.charCodeAt(at))) at++;
    return at;
  }

  /** The end of a stretch without the white space that closes it. */
  trimEnd(start: number, end: number): number {
    let at = end;
    while (at > start && isSpace(this.text.charCodeAt(at - 1))) at--;
    return at;
  }

  code(offset = this.at): number {
    return this.text.charCodeAt(offset);
  }

  startsWith(text: string, offset = this.at): boolean {
    return this.text.startsWith(text, offset);
  }

  /** The characters of a span as the author wrote them. */
  slice(span: Span): string {
    return this.prepared.raw.slice(span.start, span.end);
  }

  get atEnd(): boolean {
    return this.at >= this.end;
  }

  get atLineEnd(): boolean {
    return this.atEnd || isLineBreak(this.code());
  }

  lineEnd(from = this.at): number {
    return this.next('\n', from);
  }

  /** Where `needle` stands next, or the end of the text. Asked again from further on, it remembers. */
  next(needle: string, from: number): number {
    const known = this.#known(needle);
    if (known.from <= from && from <= known.index) return known.index;
    const index = this.text.indexOf(needle, from);
    known.from = from;
    known.index = index < 0 ? this.end : index;
    return known.index;
  }

  /** Where the next character of a set stands, or the end of the text; remembered as by `next`. */
  nextOf(set: CharacterSet, from: number): number {
    const known = this.#known(set);
    if (known.from <= from && from <= known.index) return known.index;
    known.from = from;
    known.index = set.indexIn(this.text, from);
    return known.index;
  }

  #known(key: string | CharacterSet): { from: number; index: number } {
    let known = this.#found.get(key);
    if (known === undefined) {
      known = { from: 0, index: -1 };
      this.#found.set(key, known);
    }
    return known;
  }

  /** A label from the stretch between its delimiters, blanks at its ends left out. */
  label(start: number, end: number, quoted = false): DiagramLabel {
    const from = quoted ? start : Math.min(this.skipSpace(start), end);
    const to = quoted ? end : this.trimEnd(from, end);
    return { text: this.prepared.shown(from, to).trim(), span: { start: from, end: to }, quoted };
  }
}
