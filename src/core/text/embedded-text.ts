import { firstIndex } from './first-index';
import type { Span, TextChange } from './span';

/**
 * How a run of embedded characters stands in the outer text.
 * - `verbatim` maps one to one;
 * - `escape` maps as a whole (`\n` of a Python string, a line break of two characters);
 * - `opaque` is not the author's literal text (an f-string's `{…}`): it may be neither marked nor edited;
 * - `indent` is what is left of a tab that a container shares: it may be marked, not edited.
 */
export interface Segment {
  readonly inner: number;
  readonly innerEnd: number;
  readonly outer: number;
  readonly outerEnd: number;
  readonly kind: 'verbatim' | 'escape' | 'opaque' | 'indent';
}

/** Where new text is to be written. */
export interface WritePlace {
  readonly inner: Span;
  /** What it replaces in the outer text. */
  readonly outer: Span;
  /** `outer` begins before the marks of containers on its first line, so new text brings its own. */
  readonly marksBefore: boolean;
  /** `outer` ends before the marks of the line that follows, so new text that ends in a line break brings none for it. */
  readonly marksAfter: boolean;
  /** It reaches the end of a text that ends in a line break, or is empty. */
  readonly atEnd: boolean;
}

/** Writes new inner text as it must stand in the outer text, or says by undefined that it cannot stand there. */
export type Encoder = (newText: string, place: WritePlace) => string | undefined;

/**
 * A text taken out of another (a fence's content without its quote markers, a Python string decoded) with the way back.
 * Segments are in order and cover the inner text; outer characters between them (indentation, `> `) have no inner self.
 */
export class EmbeddedText {
  readonly text: string;
  readonly #segments: readonly Segment[];
  readonly #encode: Encoder;
  /** Where this text is seen through another one: that text, and this one as it stands in it. */
  readonly #chain: { readonly own: EmbeddedText; readonly container: EmbeddedText } | undefined;

  constructor(text: string, segments: readonly Segment[], encode: Encoder = asItIs, chain?: Chain) {
    this.text = text;
    this.#segments = segments;
    this.#encode = encode;
    this.#chain = chain;
    Object.freeze(this);
  }

  /** All of `outer` between the offsets, one to one. */
  static slice(outer: string, start: number, end: number): EmbeddedText {
    return new EmbeddedText(outer.slice(start, end), [
      { inner: 0, innerEnd: end - start, outer: start, outerEnd: end, kind: 'verbatim' },
    ]);
  }

  /** What is added to an inner offset for the outer one, where all of the text is one verbatim run. */
  get shift(): number | undefined {
    const [only, more] = this.#segments;
    return only && !more && only.kind === 'verbatim' ? only.outer - only.inner : undefined;
  }

  /** The outer offset of an inner one. Between two segments `start` leans forward, `end` back. */
  toOuter(offset: number, side: 'start' | 'end' = 'start'): number {
    const segments = this.#segments;
    if (segments.length === 0) return 0;
    const segment = segments[this.#segmentAt(offset, side)]!;
    if (segment.kind === 'verbatim') return segment.outer + Math.min(offset, segment.innerEnd) - segment.inner;
    if (offset <= segment.inner) return segment.outer;
    if (offset >= segment.innerEnd) return segment.outerEnd;
    return side === 'start' ? segment.outer : segment.outerEnd;
  }

  /** Where an inner span stands: from its first character to its last, marks of containers between lines included. */
  spanToOuter(span: Span): Span {
    const start = this.toOuter(span.start);
    return { start, end: span.end > span.start ? Math.max(start, this.toOuter(span.end, 'end')) : start };
  }

  /** The inner offset of an outer one, or undefined when it stands outside every segment. */
  toInner(outer: number): number | undefined {
    const segments = this.#segments;
    const segment = segments[firstIndex(segments.length, (i) => segments[i]!.outerEnd >= outer)];
    if (!segment || outer < segment.outer) return undefined;
    if (segment.kind === 'verbatim') return segment.inner + outer - segment.outer;
    return outer === segment.outerEnd ? segment.innerEnd : segment.inner;
  }

  /** Whether an inner span overlaps something that is not the author's literal text (an f-string's `{…}`). */
  isOpaque(span: Span): boolean {
    for (const { kind, inner, innerEnd } of this.#from(span.start)) {
      if (inner >= span.end && inner > span.start) break;
      if (kind === 'opaque' && inner < Math.max(span.end, span.start + 1) && span.start < innerEnd) {
        if (span.end > span.start || inner < span.start) return true;
      }
    }
    return false;
  }

  /**
   * The outer change after which this text reads `newText` in place of the span. Undefined where that cannot be written:
   * over an opaque run, over half a tab, or in a raw string that has no escape for it.
   */
  change(span: Span, newText: string): TextChange | undefined {
    if (this.#chain) {
      const change = this.#chain.own.change(span, newText);
      return change && this.#chain.container.change(change.span, change.newText);
    }
    if (this.isOpaque(span) || this.#touchesIndent(span)) return undefined;
    const place = this.#placeOf(span, newText);
    const encoded = this.#encode(newText, place);
    return encoded === undefined ? undefined : { span: place.outer, newText: encoded };
  }

  /**
   * Whole lines are replaced with their marks, since a blank line may lack them; elsewhere the marks stay where they are,
   * but for those of a line that is joined to the one before.
   */
  #placeOf(inner: Span, newText: string): WritePlace {
    const { text } = this;
    const { start, end } = inner;
    const startsLine = start === 0 || text[start - 1] === '\n';
    const atEnd = end === text.length && (text === '' || text.endsWith('\n'));
    const endsLine = atEnd || (end > start && text[end - 1] === '\n');
    const marksBefore = startsLine && (endsLine || text[start] === '\n');
    const marksAfter = endsLine && (atEnd || newText.endsWith('\n') || (marksBefore && newText === ''));
    const outerStart = this.toOuter(start, marksBefore ? 'end' : 'start');
    const outerEnd = this.toOuter(end, marksAfter ? 'end' : 'start');
    const outer = { start: outerStart, end: Math.max(outerStart, outerEnd) };
    return { inner, outer, marksBefore, marksAfter, atEnd };
  }

  /** This text, whose outer text is `container`'s inner one, seen from `container`'s outer text. */
  within(container: EmbeddedText): EmbeddedText {
    const segments: Segment[] = [];
    for (const segment of this.#segments) container.#through(segment, segments);
    return new EmbeddedText(this.text, segments, asItIs, { own: this, container });
  }

  /** Splits a segment whose outer offsets are in this text along this text's own segments. */
  #through(segment: Segment, into: Segment[]): void {
    if (segment.kind !== 'verbatim' || segment.outer === segment.outerEnd) {
      const span = { start: segment.outer, end: segment.outerEnd };
      const outer = this.spanToOuter(span);
      const kind = this.isOpaque(span) ? 'opaque' : segment.kind;
      into.push({ ...segment, outer: outer.start, outerEnd: outer.end, kind });
      return;
    }
    for (let i = this.#segmentAt(segment.outer, 'start'); i < this.#segments.length; i++) {
      const own = this.#segments[i]!;
      if (own.inner >= segment.outerEnd) break;
      const start = Math.max(own.inner, segment.outer);
      const end = Math.min(own.innerEnd, segment.outerEnd);
      if (end <= start) continue;
      const verbatim = own.kind === 'verbatim';
      into.push({
        inner: segment.inner + start - segment.outer,
        innerEnd: segment.inner + end - segment.outer,
        outer: verbatim ? own.outer + start - own.inner : own.outer,
        outerEnd: verbatim ? own.outer + end - own.inner : own.outerEnd,
        kind: own.kind,
      });
    }
  }

  /** This text where the outer text has grown by so many characters before it. */
  moved(by: number): EmbeddedText {
    const segments = this.#segments.map((one) => ({ ...one, outer: one.outer + by, outerEnd: one.outerEnd + by }));
    const chain = this.#chain && { own: this.#chain.own, container: this.#chain.container.moved(by) };
    return new EmbeddedText(this.text, segments, this.#encode, chain);
  }

  #touchesIndent(span: Span): boolean {
    for (const { kind, inner, innerEnd } of this.#from(span.start)) {
      if (inner > span.end) break;
      if (kind === 'indent' && span.start < innerEnd) return true;
    }
    return false;
  }

  /** The segments from the one before an offset on. */
  *#from(offset: number): Iterable<Segment> {
    for (let i = this.#segmentAt(offset, 'end'); i < this.#segments.length; i++) yield this.#segments[i]!;
  }

  #segmentAt(offset: number, side: 'start' | 'end'): number {
    const segments = this.#segments;
    return firstIndex(segments.length - 1, (i) => {
      const end = segments[i]!.innerEnd;
      return side === 'start' ? end > offset : end >= offset;
    });
  }
}

interface Chain {
  readonly own: EmbeddedText;
  readonly container: EmbeddedText;
}

const asItIs: Encoder = (newText) => newText;
