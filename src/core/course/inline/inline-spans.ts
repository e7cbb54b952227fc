import type { Span } from '../../text/span';
import { addressSpans } from './address-spans';
import { isFilledIn, isMoneyTalk, isRemark } from './dollar-words';
import { htmlEnd } from './html-tag';
import { backtickRuns, FailingSearch } from './linear-search';

/** What stands inside one block's inline text, in offsets of that text. Emphasis is not read: no feature asks for it. */
export interface InlineSpans {
  /** Stretches that are no prose: code, formulas, HTML, link targets and labels, addresses, paths. In order, disjoint. */
  readonly opaque: readonly Span[];
  readonly links: readonly InlineLink[];
  readonly formulas: readonly InlineFormula[];
  /** Openers of formulas, and `$` that could open one, for which no closer was found. */
  readonly unclosedFormulas: readonly Span[];
  /** Comments of HTML, `<!-- … -->`. */
  readonly comments: readonly Span[];
}

export interface InlineLink {
  readonly kind: 'link' | 'image' | 'autolink';
  /** From `[`, `![` or `<` to the last bracket. */
  readonly span: Span;
  /** What is shown: between the brackets. Empty for an autolink. */
  readonly textSpan: Span;
  /** The destination as written, without angle brackets; absent for a reference. */
  readonly targetSpan?: Span;
  /** The label of `[text][label]`; the text itself for `[label]` and `[label][]`. Whether it is defined, others know. */
  readonly labelSpan?: Span;
}

export interface InlineFormula {
  readonly opener: '$' | '$$' | '\\(' | '\\[';
  readonly span: Span;
  readonly contentSpan: Span;
}

const special = /[\\`$<![\]]/g;
const entity = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/gi;
/** So much of a formula tells whether it is one. */
const mostTalk = 500;
const attributes = /\{[#.:][^{}\n]*\}/g;
/** A scheme of two letters or more, or an e-mail address. */
const autolink =
  /^<(?:[a-z][a-z0-9+.-]{1,31}:[^\0- <>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*)>$/i;

/** Reads the inline spans of one block's text, in time linear in its length. */
export function inlineSpans(text: string): InlineSpans {
  if (!anything.test(text)) return nothing;
  return new InlineScanner(text).scan();
}

/** Most paragraphs hold none of what could begin a span. */
const anything = /[\\`$<![\]&{/@#]|\.[\p{L}\p{N}]|www\./u;
const nothing: InlineSpans = Object.freeze({ opaque: [], links: [], formulas: [], unclosedFormulas: [], comments: [] });

interface OpenBracket {
  readonly start: number;
  readonly textStart: number;
  readonly image: boolean;
}

class InlineScanner {
  readonly #text: string;
  readonly #search: FailingSearch;
  readonly #opaque: Span[] = [];
  readonly #links: InlineLink[] = [];
  readonly #formulas: InlineFormula[] = [];
  readonly #unclosed: Span[] = [];
  readonly #comments: Span[] = [];
  readonly #brackets: OpenBracket[] = [];
  /** How many of the open brackets, from the outermost, stand around a link and can open none. */
  #spent = 0;

  constructor(text: string) {
    this.#text = text;
    this.#search = new FailingSearch(text);
  }

  scan(): InlineSpans {
    const text = this.#text;
    const closeCode = backtickRuns(text);
    let i = 0;
    for (;;) {
      special.lastIndex = i;
      const found = special.exec(text);
      if (!found) break;
      i = found.index;
      switch (found[0]) {
        case '\\':
          i = this.#backslash(i);
          break;
        case '`': {
          const code = closeCode(i);
          if (code.closed) this.#opaque.push({ start: i, end: code.end });
          i = code.end;
          break;
        }
        case '$':
          i = this.#dollar(i);
          break;
        case '<':
          i = this.#angle(i);
          break;
        case '!':
          if (text[i + 1] === '[') this.#open(i++, true);
          i++;
          break;
        case '[':
          this.#open(i++, false);
          break;
        case ']':
          i = this.#close(i);
          break;
      }
    }
    for (const span of addressSpans(text)) this.#opaque.push(span);
    if (text.includes('&')) this.#plain(entity);
    if (text.includes('{')) this.#plain(attributes);
    const opaque = disjoint(this.#opaque);
    const links = this.#links.sort((a, b) => a.span.start - b.span.start);
    return { opaque, links, formulas: this.#formulas, unclosedFormulas: this.#unclosed, comments: this.#comments };
  }

  #plain(pattern: RegExp): void {
    for (const match of this.#text.matchAll(pattern)) {
      this.#opaque.push({ start: match.index, end: match.index + match[0].length });
    }
  }

  #backslash(start: number): number {
    const bracket = this.#text[start + 1];
    if (bracket !== '(' && bracket !== '[') return start + 2;
    const end = this.#unescaped(bracket === '(' ? '\\)' : '\\]', start + 2);
    if (end < 0) {
      this.#unclosed.push({ start, end: start + 2 });
      return start + 2;
    }
    if (isRemark(this.#text.slice(start + 2, Math.min(end, start + mostTalk)))) return start + 2;
    return this.#formula(`\\${bracket}`, start, end + 2);
  }

  /**
   * Pandoc's rule: no space after the opening `$` nor before the closing one, and no digit after it: `$5-$20` is money.
   * So is what reads as a sentence about it.
   */
  #dollar(start: number): number {
    const double = this.#text[start + 1] === '$';
    const opener = double ? '$$' : '$';
    const first = this.#text[start + opener.length];
    if (!double && (first === undefined || /\s/.test(first))) return start + 1;
    const end = double ? this.#search.next('$$', start + 2) : this.#search.closingDollar(start);
    if (end < 0) {
      this.#unclosed.push({ start, end: start + opener.length });
      return start + opener.length;
    }
    // Of several values that a template fills in, one would end where the next begins.
    if (!double && this.#text[end + 1] === '{' && isFilledIn(this.#text, start)) return start + 1;
    if (!double && isMoneyTalk(this.#text.slice(start + 1, Math.min(end, start + mostTalk)))) return start + 1;
    return this.#formula(opener, start, end + opener.length);
  }

  #formula(opener: InlineFormula['opener'], start: number, end: number): number {
    this.#opaque.push({ start, end });
    const contentSpan = { start: start + opener.length, end: end - opener.length };
    this.#formulas.push({ opener, span: { start, end }, contentSpan });
    return end;
  }

  #angle(start: number): number {
    const close = this.#search.next('>', start + 1);
    if (close < 0) return start + 1;
    const end = autolinkEnd(this.#text, start, close);
    if (end >= 0) {
      const targetSpan = { start: start + 1, end: close };
      this.#links.push({ kind: 'autolink', span: { start, end }, textSpan: { start, end: start }, targetSpan });
    }
    const opaqueEnd = end < 0 ? htmlEnd(this.#text, start, this.#search) : end;
    if (opaqueEnd < 0) return start + 1;
    if (this.#text.startsWith('<!--', start)) this.#comments.push({ start, end: opaqueEnd });
    this.#opaque.push({ start, end: opaqueEnd });
    return opaqueEnd;
  }

  #open(start: number, image: boolean): void {
    this.#brackets.push({ start, textStart: start + (image ? 2 : 1), image });
  }

  #close(at: number): number {
    const bracket = this.#brackets.pop();
    if (!bracket) return at + 1;
    const spent = this.#brackets.length < this.#spent;
    this.#spent = Math.min(this.#spent, this.#brackets.length);
    if (spent && !bracket.image) return at + 1;
    const kind = bracket.image ? 'image' : 'link';
    const textSpan = { start: bracket.textStart, end: at };
    const target = this.#text[at + 1] === '(' ? this.#target(at + 2) : undefined;
    if (target) {
      const span = { start: bracket.start, end: target.end };
      this.#links.push({ kind, span, textSpan, targetSpan: target.span });
      this.#opaque.push({ start: at, end: target.end });
      this.#closed(bracket);
      return target.end;
    }
    if (this.#text[at + 1] === '[') {
      const close = this.#search.next(']', at + 2);
      if (close >= 0 && close - at < 1000) {
        const labelSpan = close > at + 2 ? { start: at + 2, end: close } : textSpan;
        this.#links.push({ kind, span: { start: bracket.start, end: close + 1 }, textSpan, labelSpan });
        this.#opaque.push({ start: at, end: close + 1 });
        this.#closed(bracket);
        return close + 1;
      }
    }
    const footnote = this.#text[bracket.textStart] === '^';
    if (footnote) this.#opaque.push({ start: bracket.start, end: at + 1 });
    else this.#links.push({ kind, span: { start: bracket.start, end: at + 1 }, textSpan, labelSpan: textSpan });
    return at + 1;
  }

  /** A link holds no link: brackets that are still open around one are text. */
  #closed(bracket: OpenBracket): void {
    if (!bracket.image) this.#spent = this.#brackets.length;
  }

  /** The destination and the end of `(dest "title")`, whose text begins at `start`. */
  #target(start: number): { readonly span: Span; readonly end: number } | undefined {
    const text = this.#text;
    let i = this.#skipSpace(start);
    let span: Span;
    if (text[i] === '<') {
      const close = this.#unescaped('>', i + 1);
      if (close < 0 || /[<\n]/.test(text.slice(i + 1, close).replace(/\\[<]/g, ''))) return undefined;
      span = { start: i + 1, end: close };
      i = close + 1;
    } else {
      const destination = this.#destinationEnd(i);
      if (destination === undefined) return undefined;
      span = { start: i, end: destination };
      i = destination;
    }
    const afterSpace = this.#skipSpace(i);
    const quote = text[afterSpace];
    if (afterSpace > i && (quote === '"' || quote === "'" || quote === '(')) {
      const close = this.#unescaped(quote === '(' ? ')' : quote, afterSpace + 1);
      if (close < 0) return undefined;
      i = this.#skipSpace(close + 1);
    } else i = afterSpace;
    return text[i] === ')' ? { span, end: i + 1 } : undefined;
  }

  /** The first place that no backslash before it takes away. */
  #unescaped(what: string, from: number): number {
    for (let at = this.#search.next(what, from); at >= 0; at = this.#search.next(what, at + 1)) {
      let before = at;
      while (before > from && this.#text[before - 1] === '\\') before--;
      if ((at - before) % 2 === 0) return at;
    }
    return -1;
  }

  #destinationEnd(start: number): number | undefined {
    let depth = 0;
    for (let i = start; i < this.#text.length; i++) {
      const char = this.#text[i]!;
      if (char === '\\') i++;
      else if (char <= ' ') return depth === 0 ? i : undefined;
      else if (char === '(' && ++depth > 32) return undefined;
      else if (char === ')' && depth-- === 0) return i;
    }
    return undefined;
  }

  #skipSpace(start: number): number {
    let i = start;
    while (i < this.#text.length && /\s/.test(this.#text[i]!)) i++;
    return i;
  }
}

function autolinkEnd(text: string, start: number, close: number): number {
  return close - start < 4096 && autolink.test(text.slice(start, close + 1)) ? close + 1 : -1;
}

/** Sorted and merged where they touch or overlap. */
function disjoint(spans: Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
