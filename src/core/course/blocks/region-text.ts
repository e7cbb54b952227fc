import { EmbeddedText, type Encoder, type Segment } from '../../text/embedded-text';
import { firstIndex } from '../../text/first-index';
import { linesEncoder, oneLineEncoder } from '../../text/line-encoders';
import type { Span } from '../../text/span';
import { htmlEncoder, type Stand, standsIn } from './html-entities';
import type { LinePart } from './line-part';
import { templateEncoder, templateStands } from './template-escapes';

/**
 * The text of a region as the block rules read it, every line ending `\n` and NUL replaced, with the way back to the
 * file. Offsets without further word are in `text`.
 */
export class RegionText {
  readonly text: string;
  readonly #source: EmbeddedText;
  /** Whether the source is the file itself. */
  readonly #whole: boolean;
  /** Starts of lines here and in the source, where a line break may take two characters. */
  readonly #breaks: { readonly own: readonly number[]; readonly source: readonly number[] } | undefined;
  readonly #lineBreak: string;

  constructor(source: EmbeddedText) {
    const raw = source.text;
    const returns = raw.includes('\r');
    this.#source = source;
    this.#whole = source.shift === 0;
    this.#breaks = returns ? lineStarts(raw) : undefined;
    this.#lineBreak = returns ? (/\r\n?|\n/.exec(raw)?.[0] ?? '\n') : '\n';
    const text = returns ? raw.replace(/\r\n?/g, '\n') : raw;
    this.text = text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text;
  }

  /** The span in the file. */
  span(start: number, end: number): Span {
    const inSource = { start: this.#toSource(start), end: this.#toSource(end) };
    return Object.freeze(this.#whole ? inSource : this.#source.spanToOuter(inSource));
  }

  /** Lines of one block as one text; new lines get the marks of the containers that the block's first line has. */
  embedLines(parts: readonly LinePart[], anchor: number): EmbeddedText {
    const first = parts[0]?.start ?? anchor;
    const style = {
      marks: () => this.#marksAt(first),
      lineBreak: this.#lineBreak,
      start: 'marked',
      separate: false,
    } as const;
    return this.#embed(parts, anchor, linesEncoder(style));
  }

  /** Text that ends with its line. */
  embedLine(parts: readonly LinePart[], anchor: number): EmbeddedText {
    return this.#embed(parts, anchor, oneLineEncoder);
  }

  /** Whole lines below `opener`, where their block begins; `anchor` is where the first of them starts. */
  embedWholeLines(parts: readonly LinePart[], anchor: number, opener: number): EmbeddedText {
    const start = this.text[anchor - 1] === '\n' ? 'unmarked' : 'missing';
    const style = {
      marks: () => this.#marksAt(opener),
      lineBreak: this.#lineBreak,
      start,
      separate: true,
      lead: (offset: number) => /[^\r\n]*$/.exec(this.#source.text.slice(Math.max(0, offset - 200), offset))![0],
    } as const;
    return this.#embed(parts, anchor, linesEncoder(style), true);
  }

  /**
   * Lines between two tags, in which entities stand for their signs, and what `filledIn` finds for a word that a program
   * writes. `anchor` is where the first of them starts.
   */
  embedTagged(parts: readonly LinePart[], anchor: number, filledIn: RegExp | undefined): EmbeddedText {
    const first = parts[0]?.start ?? anchor;
    const start = this.text[anchor - 1] === '\n' ? 'unmarked' : 'marked';
    const style = { marks: () => this.#marksAt(first), lineBreak: this.#lineBreak, start, separate: true } as const;
    const written = (span: Span) => this.#source.text.slice(span.start, span.end);
    const encode = htmlEncoder(linesEncoder(style), written);
    return this.#embed(parts, anchor, encode, parts.length === 0, (start, end) =>
      standsIn(this.text, start, end, filledIn),
    );
  }

  /** Lines in a template of JavaScript; `raw` says that it knows no escapes. `anchor` is where the first of them starts. */
  embedTemplate(parts: readonly LinePart[], anchor: number, raw: boolean): EmbeddedText {
    const first = parts[0]?.start ?? anchor;
    const start = this.text[anchor - 1] === '\n' ? 'unmarked' : 'marked';
    const style = { marks: () => this.#marksAt(first), lineBreak: this.#lineBreak, start, separate: true } as const;
    return this.#embed(parts, anchor, templateEncoder(linesEncoder(style), raw), parts.length === 0, (start, end) =>
      templateStands(this.text, start, end, raw),
    );
  }

  /** A table cell: `\|` stands for a pipe. */
  embedCell(start: number, end: number): EmbeddedText {
    const cell = this.text.slice(start, end);
    const segments: Segment[] = [];
    let text = '';
    const add = (from: number, to: number, inner: string, kind: Segment['kind']): void => {
      const outer = this.#toSource(start + from);
      addSegment(segments, text.length, inner.length, outer, outer + to - from, kind);
      text += inner;
    };
    let run = 0;
    for (let pipe = cell.indexOf('\\|'); pipe >= 0; pipe = cell.indexOf('\\|', run)) {
      if (pipe > run) add(run, pipe, cell.slice(run, pipe), 'verbatim');
      run = pipe + 2;
      add(pipe, run, '|', 'escape');
    }
    if (run < cell.length || segments.length === 0) add(run, cell.length, cell.slice(run), 'verbatim');
    return this.#seen(new EmbeddedText(text, segments, (newText, { outer }) => this.#encodeCell(newText, outer)));
  }

  #encodeCell(newText: string, outer: Span): string {
    const encoded = newText.replaceAll('\n', ' ').replaceAll('|', '\\|');
    const joinsPipe = encoded.endsWith('\\') && this.#source.text[outer.end] === '|';
    return joinsPipe ? `${encoded} ` : encoded;
  }

  #embed(
    parts: readonly LinePart[],
    anchor: number,
    encode: Encoder,
    anchored = parts.length === 0,
    stands: (start: number, end: number) => readonly Stand[] = () => [],
  ): EmbeddedText {
    const segments: Segment[] = [];
    let text = '';
    if (anchored) {
      const outer = this.#toSource(anchor);
      segments.push({ inner: 0, innerEnd: 0, outer, outerEnd: outer, kind: 'verbatim' });
    }
    for (const { start, end, pad, breaks } of parts) {
      const outer = this.#toSource(start);
      if (pad > 0) {
        segments.push({ inner: text.length, innerEnd: text.length + pad, outer, outerEnd: outer, kind: 'indent' });
        text += ' '.repeat(pad);
      }
      let run = start;
      for (const stand of stands(start, end)) {
        text += this.#verbatim(segments, text.length, run, stand.start);
        const [from, to] = [this.#toSource(stand.start), this.#toSource(stand.end)];
        addSegment(segments, text.length, stand.text.length, from, to, stand.kind);
        text += stand.text;
        run = stand.end;
      }
      text += this.#verbatim(segments, text.length, run, end);
      if (breaks) {
        const lineEnd = this.#toSource(end);
        const plain = this.#source.text.charCodeAt(lineEnd) === 10;
        addSegment(segments, text.length, 1, lineEnd, this.#toSource(end + 1), plain ? 'verbatim' : 'escape');
        text += '\n';
      }
    }
    return this.#seen(new EmbeddedText(text, segments, encode));
  }

  /** A run of one line that stands for itself. */
  #verbatim(segments: Segment[], inner: number, start: number, end: number): string {
    if (end > start) {
      const outer = this.#toSource(start);
      addSegment(segments, inner, end - start, outer, outer + end - start, 'verbatim');
    }
    return this.text.slice(start, end);
  }

  #seen(inSource: EmbeddedText): EmbeddedText {
    return this.#whole ? inSource : inSource.within(this.#source);
  }

  /** The marks before `start` on its line, as a line below must repeat them. */
  #marksAt(start: number): string {
    return continuation(this.text.slice(this.text.lastIndexOf('\n', start - 1) + 1, start));
  }

  #toSource(offset: number): number {
    const breaks = this.#breaks;
    if (!breaks) return offset;
    const at = Math.max(0, firstIndex(breaks.own.length, (i) => breaks.own[i]! > offset) - 1);
    return Math.min(breaks.source[at]! + offset - breaks.own[at]!, this.#source.text.length);
  }
}

/** Quotes again, list markers as indentation. Tabs after a quote mark are shared between containers, so they go. */
function continuation(marks: string): string {
  if (!marks.includes('>')) return marks.replace(/\S/g, ' ');
  let result = '';
  for (const mark of marks) result += mark === '\t' ? ' '.repeat(4 - (result.length % 4)) : mark;
  // A quote mark takes a space that follows, so one that has none needs one before indentation.
  return result.replace(/>(?![> ])/g, '> ').replace(/[^> ]/g, ' ');
}

function addSegment(
  segments: Segment[],
  inner: number,
  length: number,
  outer: number,
  outerEnd: number,
  kind: Segment['kind'],
): void {
  const last = segments.at(-1);
  const follows = last && kind === 'verbatim' && last.kind === 'verbatim' && last.outerEnd === outer;
  if (follows && last.innerEnd > last.inner) {
    segments[segments.length - 1] = {
      inner: last.inner,
      innerEnd: inner + length,
      outer: last.outer,
      outerEnd,
      kind: last.kind,
    };
  } else {
    segments.push({ inner, innerEnd: inner + length, outer, outerEnd, kind });
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
