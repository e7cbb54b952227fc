import { EmbeddedText, type Segment } from '../../text/embedded-text';
import type { Span } from '../../text/span';
import type { LinePart } from './line-part';

/**
 * The text of a region as the block rules read it, every line ending `\n` and NUL replaced, with the way back to the
 * file. Offsets without further word are in `text`.
 */
export class RegionText {
  readonly text: string;
  readonly #source: EmbeddedText;
  /** Whether the source is the file itself. */
  readonly #whole: boolean;
  /** Starts of lines here and in the source, where a line ending takes two characters. */
  readonly #breaks: { readonly own: readonly number[]; readonly source: readonly number[] } | undefined;
  readonly #lineBreak: string;

  constructor(source: EmbeddedText, whole: boolean) {
    const raw = source.text;
    const returns = raw.includes('\r');
    this.#source = source;
    this.#whole = whole;
    this.#breaks = returns ? lineStarts(raw) : undefined;
    this.#lineBreak = returns ? (/\r\n?|\n/.exec(raw)?.[0] ?? '\n') : '\n';
    const text = returns ? raw.replace(/\r\n?/g, '\n') : raw;
    this.text = text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text;
  }

  /** The span in the file. */
  span(start: number, end: number): Span {
    const inSource = { start: this.toSource(start), end: this.toSource(end) };
    return Object.freeze(this.#whole ? inSource : this.#source.spanToOuter(inSource));
  }

  /** The joined text of the parts, with the way back to the file. `anchor` is where a text without parts stands. */
  embed(parts: readonly LinePart[], anchor: number): EmbeddedText {
    const segments: Segment[] = [];
    let text = '';
    for (const part of parts) {
      if (part.pad > 0) {
        const outer = this.toSource(part.start);
        this.#add(segments, text.length, part.pad, outer, outer, 'escape');
        text += ' '.repeat(part.pad);
      }
      const outer = this.toSource(part.start);
      if (part.end > part.start) {
        const length = part.end - part.start;
        this.#add(segments, text.length, length, outer, outer + length, 'verbatim');
        text += this.text.slice(part.start, part.end);
      }
      if (part.breaks) {
        const end = this.toSource(part.end);
        const next = this.toSource(part.end + 1);
        const plain = this.#source.text.charCodeAt(end) === 10;
        this.#add(segments, text.length, 1, end, next, plain ? 'verbatim' : 'escape');
        text += '\n';
      }
    }
    if (segments.length === 0) {
      const outer = this.toSource(anchor);
      this.#add(segments, 0, 0, outer, outer, 'verbatim');
    }
    return this.wrap(text, segments);
  }

  /** A text of the given segments, whose outer offsets are in the source, seen from the file. */
  wrap(text: string, segments: readonly Segment[], encode?: (newText: string) => string): EmbeddedText {
    const inSource = new EmbeddedText(text, segments, (newText, at) => {
      const encoded = encode ? encode(newText) : newText;
      return encoded.includes('\n') ? encoded.replaceAll('\n', this.#lineBreak + this.#prefix(segments, at)) : encoded;
    });
    return this.#whole ? inSource : inSource.within(this.#source);
  }

  /** What must stand before a new line's text so that it stays in the containers of the line at `at`. */
  #prefix(segments: readonly Segment[], at: number): string {
    const source = this.#source.text;
    let lineStart = at;
    while (lineStart > 0 && source[lineStart - 1] !== '\n' && source[lineStart - 1] !== '\r') lineStart--;
    const first = segments.find((segment) => segment.outer >= lineStart || segment.outerEnd > lineStart);
    const textStart = first ? Math.max(lineStart, first.outer) : at;
    return source.slice(lineStart, Math.min(textStart, at)).replace(/[^>\s]/g, ' ');
  }

  /** The offset in the source, line breaks of two characters counted. */
  toSource(offset: number): number {
    const breaks = this.#breaks;
    if (!breaks) return offset;
    let low = 0;
    let high = breaks.own.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (breaks.own[middle]! <= offset) low = middle;
      else high = middle;
    }
    return Math.min(breaks.source[low]! + offset - breaks.own[low]!, this.#source.text.length);
  }

  #add(
    segments: Segment[],
    inner: number,
    length: number,
    outer: number,
    outerEnd: number,
    kind: Segment['kind'],
  ): void {
    const last = segments.at(-1);
    if (last && kind === 'verbatim' && last.kind === 'verbatim' && last.outerEnd === outer) {
      segments[segments.length - 1] = { ...last, innerEnd: inner + length, outerEnd };
    } else {
      segments.push({ inner, innerEnd: inner + length, outer, outerEnd, kind });
    }
  }
}

function lineStarts(raw: string): { own: number[]; source: number[] } {
  const own = [0];
  const source = [0];
  let removed = 0;
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    if (code === 13 && raw.charCodeAt(i + 1) === 10) {
      removed++;
      i++;
    } else if (code !== 10 && code !== 13) continue;
    own.push(i + 1 - removed);
    source.push(i + 1);
  }
  return { own, source };
}
