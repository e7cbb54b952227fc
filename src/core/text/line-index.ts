import type { Position, Range } from 'vscode-languageserver-types';
import { firstIndex } from './first-index';
import type { Span } from './span';

/**
 * Offsets to zero-based line and UTF-16 character, and back. Lines end at `\n`, `\r\n` or `\r`, as the Language Server
 * Protocol and markdown-it both say, so their line numbers agree. Out-of-range positions are clamped, never refused.
 */
export class LineIndex {
  readonly #starts: Uint32Array;
  readonly #text: string;
  /** The same places without the text, to keep when the text is let go. */
  readonly places: LinePlaces;

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
    this.places = new LinePlaces(this.#starts, text.length);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  lineStart(line: number): number {
    if (line <= 0) return 0;
    return this.#starts[line] ?? this.#text.length;
  }

  /** Where the line's text ends, before its terminator. */
  lineEnd(line: number): number {
    let end = line + 1 < this.#starts.length ? this.#starts[line + 1]! : this.#text.length;
    const start = this.lineStart(line);
    if (end > start && this.#text.charCodeAt(end - 1) === 10 && line + 1 < this.#starts.length) end--;
    if (end > start && this.#text.charCodeAt(end - 1) === 13 && line + 1 < this.#starts.length) end--;
    return end;
  }

  lineOf(offset: number): number {
    return this.places.lineOf(offset);
  }

  positionAt(offset: number): Position {
    return this.places.positionAt(offset);
  }

  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.#starts.length) return this.#text.length;
    return Math.min(this.lineStart(position.line) + Math.max(0, position.character), this.lineEnd(position.line));
  }

  rangeOf(span: Span): Range {
    return this.places.rangeOf(span);
  }

  spanOf(range: Range): Span {
    return { start: this.offsetAt(range.start), end: this.offsetAt(range.end) };
  }
}

export interface PackedPlaces {
  readonly starts: Uint32Array;
  readonly length: number;
}

/** Where the lines of a text begin: enough to turn its offsets into lines and characters. */
export class LinePlaces {
  readonly #starts: Uint32Array;
  readonly #length: number;

  constructor(starts: Uint32Array, length: number) {
    this.#starts = starts;
    this.#length = length;
  }

  /** As plain data, for another thread. */
  pack(): PackedPlaces {
    return { starts: this.#starts, length: this.#length };
  }

  static unpack({ starts, length }: PackedPlaces): LinePlaces {
    return new LinePlaces(starts, length);
  }

  lineOf(offset: number): number {
    const starts = this.#starts;
    return Math.max(0, firstIndex(starts.length, (line) => starts[line]! > offset) - 1);
  }

  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.#length));
    const line = this.lineOf(clamped);
    return { line, character: clamped - this.#starts[line]! };
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }
}

function lineStarts(text: string): Uint32Array {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return Uint32Array.from(starts);
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) starts.push(i + 1);
    else if (code === 13 && text.charCodeAt(i + 1) !== 10) starts.push(i + 1);
  }
  return Uint32Array.from(starts);
}
