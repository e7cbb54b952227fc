import { firstIndex } from '../../text/first-index';
import type { Span } from '../../text/span';
import { isBlank, isLineBreak, isSpace, isWordCharacter } from './characters';
import { decodeEntities } from './entities';
import type { TokenKind } from './token';

/** A stretch that Mermaid takes out before it parses. */
export interface Trivia extends Span {
  readonly kind: Extract<TokenKind, 'comment' | 'directive' | 'frontMatter'>;
}

/**
 * A diagram's text as its grammar will see it, at the author's own offsets: front matter, directives and comments are
 * blanked, carriage returns are line feeds, and the quotes, semicolons and number signs that Mermaid rewrites (in HTML
 * tags, entities and style lines) no longer look like syntax. The same length as the text, always.
 */
export class PreparedText {
  readonly raw: string;
  readonly text: string;
  /** In text order, none inside another. */
  readonly trivia: readonly Trivia[];

  constructor(raw: string, text: string, trivia: readonly Trivia[]) {
    this.raw = raw;
    this.text = text;
    this.trivia = trivia;
  }

  /** The author's characters between two offsets without trivia, entities decoded: what a label shows. */
  shown(start: number, end: number): string {
    if (this.raw === this.text) return this.raw.slice(start, end);
    return decodeEntities(this.#withoutTrivia(start, end).replace(/\r\n?/g, '\n'));
  }

  /** The index of the first trivia that ends after the offset. */
  triviaAfter(offset: number): number {
    return firstIndex(this.trivia.length, (i) => this.trivia[i]!.end > offset);
  }

  /** A comment takes its indentation and its line break with it. */
  #withoutTrivia(start: number, end: number): string {
    const { raw, trivia } = this;
    let result = '';
    let at = start;
    for (let i = this.triviaAfter(start); i < trivia.length && trivia[i]!.start < end; i++) {
      const one = trivia[i]!;
      let from = Math.max(one.start, at);
      if (one.kind === 'comment') while (from > at && isBlank(raw.charCodeAt(from - 1))) from--;
      result += raw.slice(at, from);
      at = Math.min(one.end, end);
      if (one.kind === 'comment' && raw.charCodeAt(at) === 13) at++;
      if (one.kind === 'comment' && raw.charCodeAt(at) === 10) at++;
    }
    return result + raw.slice(Math.min(at, end), end);
  }
}

export function prepareText(raw: string): PreparedText {
  const trivia: Trivia[] = [];
  let text = raw.includes('\r') ? raw.replaceAll('\r', '\n') : raw;
  const front = frontMatterEnd(text);
  if (front > 0) trivia.push({ start: 0, end: front, kind: 'frontMatter' });
  if (text.includes('%%', front)) findDirectivesAndComments(text, front, trivia);
  text = blanked(text, trivia);
  if (text.includes('="')) text = withoutAttributeQuotes(text);
  if (text.includes('#') && text.includes(';')) text = withoutEntities(withoutStyleEnds(text));
  return new PreparedText(raw, text, trivia);
}

/** Where front matter ends, its last line break included; 0 when there is none. */
function frontMatterEnd(text: string): number {
  let start = 0;
  while (isSpace(text.charCodeAt(start))) start++;
  if (!text.startsWith('---', start)) return 0;
  let indent = start;
  while (indent > 0 && isBlank(text.charCodeAt(indent - 1))) indent--;
  const fence = `${text.slice(indent, start)}---`;
  let lineStart = afterBlankRest(text, start + 3);
  if (lineStart < 0) return 0;
  while (lineStart < text.length) {
    if (text.startsWith(fence, lineStart)) {
      const end = afterBlankRest(text, lineStart + fence.length);
      if (end >= 0) return end;
    }
    const lineBreak = text.indexOf('\n', lineStart);
    if (lineBreak < 0) return 0;
    lineStart = lineBreak + 1;
  }
  return 0;
}

/** The start of the next line when only blanks stand before it, else -1. */
function afterBlankRest(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return isLineBreak(text.charCodeAt(at)) ? at + 1 : -1;
}

function findDirectivesAndComments(text: string, from: number, trivia: Trivia[]): void {
  let closer = -2;
  for (let at = text.indexOf('%%', from); at >= 0; ) {
    let end = at + 2;
    if (text.charCodeAt(end) === 123 /* { */) {
      if (closer !== -1 && closer < end) closer = text.indexOf('}%%', end);
      end = closer >= 0 ? closer + 3 : endOfLine(text, end);
      trivia.push({ start: at, end, kind: 'directive' });
    } else if (opensLine(text, at, from)) {
      end = endOfLine(text, end);
      // Mermaid asks for at least one character: a bare `%%` is no comment to it.
      if (end > at + 2) trivia.push({ start: at, end, kind: 'comment' });
    }
    at = text.indexOf('%%', end);
  }
}

function endOfLine(text: string, from: number): number {
  const lineBreak = text.indexOf('\n', from);
  return lineBreak < 0 ? text.length : lineBreak;
}

function opensLine(text: string, offset: number, from: number): boolean {
  let at = offset;
  while (at > from && isBlank(text.charCodeAt(at - 1))) at--;
  return at === from || isLineBreak(text.charCodeAt(at - 1));
}

function blanked(text: string, trivia: readonly Trivia[]): string {
  if (trivia.length === 0) return text;
  const parts: string[] = [];
  let end = 0;
  for (const one of trivia) {
    parts.push(text.slice(end, one.start), text.slice(one.start, one.end).replace(/[^\n]/g, ' '));
    end = one.end;
  }
  parts.push(text.slice(end));
  return parts.join('');
}

/** In an HTML tag Mermaid turns the quotes around attributes into single ones, so that they end no string. */
function withoutAttributeQuotes(text: string): string {
  const parts: string[] = [];
  let end = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (!isWordCharacter(text.charCodeAt(at + 1))) continue;
    const close = text.indexOf('>', at);
    if (close < 0) break;
    parts.push(text.slice(end, at), text.slice(at, close).replace(/="([^"]*)"/g, "='$1'"));
    end = close;
    at = close - 1;
  }
  parts.push(text.slice(end));
  return parts.join('');
}

/** A semicolon that ends a style line with a `#` colour is dropped by Mermaid, lest it end an entity. */
function withoutStyleEnds(text: string): string {
  if (!text.includes('style') && !text.includes('classDef')) return text;
  return text
    .split('\n')
    .map((line) => withoutStyleEnd(withoutStyleEnd(line, 'style'), 'classDef'))
    .join('\n');
}

function withoutStyleEnd(line: string, keyword: string): string {
  const start = line.indexOf(keyword);
  const last = line.lastIndexOf(';');
  if (start < 0 || last < start) return line;
  let afterColon = false;
  for (let at = start + keyword.length; at < last; at++) {
    const code = line.charCodeAt(at);
    if (code === 58 /* : */) afterColon = true;
    else if (isSpace(code)) afterColon = false;
    else if (code === 35 /* # */ && afterColon) return `${line.slice(0, last)} ${line.slice(last + 1)}`;
  }
  return line;
}

/** `#word;` is an entity: neither its number sign nor its semicolon is syntax. */
function withoutEntities(text: string): string {
  const parts: string[] = [];
  let end = 0;
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    let close = at + 1;
    while (isWordCharacter(text.charCodeAt(close))) close++;
    if (close === at + 1 || text.charCodeAt(close) !== 59 /* ; */) continue;
    parts.push(text.slice(end, at), 'ﬂ', text.slice(at + 1, close), 'ﬂ');
    end = close + 1;
    at = close;
  }
  parts.push(text.slice(end));
  return parts.join('');
}
