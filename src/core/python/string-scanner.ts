import type { Span } from '../text/span';

const newline = 10;
const carriageReturn = 13;
const doubleQuote = 34;
const singleQuote = 39;
const backslash = 92;
const openBrace = 123;
const closeBrace = 125;

/**
 * Finds where Python strings end, the expressions of f-strings looked into. Work that finds no end is bounded, so that a
 * text full of open braces takes time linear in its length.
 */
export class StringScanner {
  readonly #text: string;
  #budget: number;

  constructor(text: string) {
    this.#text = text;
    this.#budget = 8 * text.length + 1000;
  }

  /**
   * The offset of the closing quotes of a string whose content starts at `start`, or -1 when nothing closes it.
   * `quote` is one or three quotes long. The fields of a formatted string are added to `fields`.
   */
  stringEnd(start: number, quote: string, formatted: boolean, fields?: Span[], depth = 0): number {
    const text = this.#text;
    const code = quote.charCodeAt(0);
    const single = quote.length === 1;
    for (let i = start; i < text.length; ) {
      const at = text.charCodeAt(i);
      if (at === backslash) {
        i += text.charCodeAt(i + 1) === carriageReturn && text.charCodeAt(i + 2) === newline ? 3 : 2;
      } else if (at === code && (single || text.startsWith(quote, i))) return i;
      else if (single && (at === newline || at === carriageReturn)) return -1;
      else if (formatted && at === openBrace) {
        if (text.charCodeAt(i + 1) === openBrace) i += 2;
        else {
          const end = this.#fieldEnd(i + 1, quote, depth);
          if (end >= 0) fields?.push({ start: i, end });
          i = end < 0 ? i + 1 : end;
        }
      } else i++;
    }
    return -1;
  }

  /** The offset after the `}` of a field whose expression starts at `start`, or -1. */
  #fieldEnd(start: number, quote: string, depth: number): number {
    const text = this.#text;
    let brackets = 0;
    let inFormat = false;
    for (let i = start; i < text.length && depth < 16; ) {
      if (--this.#budget < 0) return -1;
      const at = text.charCodeAt(i);
      if (at === closeBrace && brackets === 0) return i + 1;
      if (at === newline && quote.length === 1) return -1;
      if (at === doubleQuote || at === singleQuote) {
        const closes = text.startsWith(quote, i);
        if (inFormat && !closes) i++;
        else {
          const end = this.#nestedEnd(i, closes && quote.length === 3, depth);
          if (end < 0 || inFormat) return -1;
          i = end;
        }
        continue;
      }
      if (inFormat && at === openBrace) {
        i = this.#fieldEnd(i + 1, quote, depth + 1);
        if (i < 0) return -1;
        continue;
      }
      if (!inFormat) {
        if (isOpener(at)) brackets++;
        else if (isCloser(at)) brackets--;
        else if (at === 58 /* : */ && brackets === 0) inFormat = true;
        if (brackets < 0) return -1;
      }
      i++;
    }
    return -1;
  }

  /** The offset after a string inside of a field. One that could end the string around it must end on its own line. */
  #nestedEnd(start: number, onOneLine: boolean, depth: number): number {
    const text = this.#text;
    const char = text[start]!;
    const quote = text.startsWith(char.repeat(3), start) ? char.repeat(3) : char;
    const formatted = /[fFtT]/.test(text[start - 1] ?? '') || /[fFtT][rR]/.test(text.slice(start - 2, start));
    const contentStart = start + quote.length;
    const end = this.stringEnd(contentStart, quote, formatted, undefined, depth + 1);
    this.#budget -= end < 0 ? text.length - start : end - start;
    if (end < 0 || (onOneLine && text.slice(start, end).includes('\n'))) return -1;
    return end + quote.length;
  }
}

const isOpener = (code: number): boolean => code === 40 || code === 91 || code === openBrace;
const isCloser = (code: number): boolean => code === 41 || code === 93 || code === closeBrace;
