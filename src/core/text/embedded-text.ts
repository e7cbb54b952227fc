import type { Span, TextChange } from './span';

/** How a run of embedded characters stands in the outer text. */
export interface Segment {
  readonly inner: number;
  readonly innerEnd: number;
  readonly outer: number;
  readonly outerEnd: number;
  /** `verbatim` runs map one to one; an `escape` maps as a whole; an `opaque` run may be neither marked nor edited. */
  readonly kind: 'verbatim' | 'escape' | 'opaque';
}

/** Writes new inner text as it must stand in the outer text: Python escapes, quote markers after a line break. */
export type Encoder = (newText: string, outerOffset: number) => string;

/**
 * A text taken out of another (a fence's content without its quote markers, a Python string decoded) with the way back.
 * Segments are in order and cover the inner text; outer characters between them (indentation, `> `) have no inner self.
 */
export class EmbeddedText {
  readonly text: string;
  readonly #segments: readonly Segment[];
  readonly #encode: Encoder;

  constructor(text: string, segments: readonly Segment[], encode: Encoder = (newText) => newText) {
    this.text = text;
    this.#segments = segments;
    this.#encode = encode;
  }

  /** All of `outer` between the offsets, one to one. */
  static slice(outer: string, start: number, end: number): EmbeddedText {
    return new EmbeddedText(outer.slice(start, end), [
      { inner: 0, innerEnd: end - start, outer: start, outerEnd: end, kind: 'verbatim' },
    ]);
  }

  /** The outer offset of an inner one. Between two segments `start` leans forward, `end` back. */
  toOuter(offset: number, side: 'start' | 'end' = 'start'): number {
    const segments = this.#segments;
    if (segments.length === 0) return 0;
    const index = this.#segmentAt(offset, side);
    const segment = segments[index]!;
    if (segment.kind === 'verbatim') return segment.outer + Math.min(offset, segment.innerEnd) - segment.inner;
    if (offset <= segment.inner) return segment.outer;
    if (offset >= segment.innerEnd) return segment.outerEnd;
    return side === 'start' ? segment.outer : segment.outerEnd;
  }

  spanToOuter(span: Span): Span {
    const start = this.toOuter(span.start, span.start === span.end && span.start > 0 ? 'end' : 'start');
    return { start, end: span.end > span.start ? Math.max(start, this.toOuter(span.end, 'end')) : start };
  }

  /** The inner offset of an outer one, or undefined when it stands outside every segment. */
  toInner(outer: number): number | undefined {
    let low = 0;
    let high = this.#segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#segments[middle]!.outerEnd < outer) low = middle + 1;
      else high = middle;
    }
    const segment = this.#segments[low];
    if (!segment || outer < segment.outer) return undefined;
    if (segment.kind === 'verbatim') return segment.inner + outer - segment.outer;
    return outer === segment.outerEnd ? segment.innerEnd : segment.inner;
  }

  /** Whether an inner span overlaps something that is not the author's literal text (an f-string's `{…}`). */
  isOpaque(span: Span): boolean {
    return this.#segments.some(
      (segment) =>
        segment.kind === 'opaque' &&
        (span.start === span.end
          ? segment.inner < span.start && span.start < segment.innerEnd
          : segment.inner < span.end && span.start < segment.innerEnd),
    );
  }

  /** The outer change that replaces an inner span, or undefined where that would touch an opaque run. */
  change(span: Span, newText: string): TextChange | undefined {
    if (this.isOpaque(span)) return undefined;
    const outer = this.spanToOuter(span);
    return { span: outer, newText: this.#encode(newText, outer.start) };
  }

  /** This text seen from inside another: both ways back, one after the other. */
  within(container: EmbeddedText): EmbeddedText {
    const segments: Segment[] = [];
    for (const segment of this.#segments) segments.push(...container.#through(segment));
    return new EmbeddedText(this.text, segments, (newText, outerOffset) => {
      const inner = container.toInner(outerOffset) ?? 0;
      return container.#encode(this.#encode(newText, inner), outerOffset);
    });
  }

  /** Splits a segment of ours, which lies in this text, along this text's own segments. */
  *#through(segment: Segment): Iterable<Segment> {
    if (segment.kind !== 'verbatim') {
      const outer = this.spanToOuter({ start: segment.outer, end: segment.outerEnd });
      yield { ...segment, outer: outer.start, outerEnd: outer.end };
      return;
    }
    for (let i = this.#segmentAt(segment.outer, 'start'); i < this.#segments.length; i++) {
      const own = this.#segments[i]!;
      if (own.inner >= segment.outerEnd) break;
      const start = Math.max(own.inner, segment.outer);
      const end = Math.min(own.innerEnd, segment.outerEnd);
      if (end <= start) continue;
      const verbatim = own.kind === 'verbatim';
      yield {
        inner: segment.inner + start - segment.outer,
        innerEnd: segment.inner + end - segment.outer,
        outer: verbatim ? own.outer + start - own.inner : own.outer,
        outerEnd: verbatim ? own.outer + end - own.inner : own.outerEnd,
        kind: own.kind,
      };
    }
  }

  #segmentAt(offset: number, side: 'start' | 'end'): number {
    const segments = this.#segments;
    let low = 0;
    let high = segments.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const segment = segments[middle]!;
      const past = side === 'start' ? segment.innerEnd <= offset : segment.innerEnd < offset;
      if (past) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
