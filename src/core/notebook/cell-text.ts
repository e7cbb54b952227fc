import { EmbeddedText, type Encoder, type Segment } from '../text/embedded-text';
import { linesEncoder } from '../text/line-encoders';
import type { MarkdownCell } from './notebook-cells';

/** The text of one cell, its strings decoded and joined. */
export function cellText(text: string, cell: MarkdownCell): EmbeddedText {
  const { segments, decoded } = decode(text, cell, 0);
  return new EmbeddedText(decoded, segments, cellEncoder(text, cell));
}

/** All cells as one text, blank lines between them, which are nobody's to edit: what an outline goes on through. */
export function notebookText(text: string, cells: readonly MarkdownCell[]): EmbeddedText {
  const segments: Segment[] = [];
  let whole = '';
  for (const cell of cells) {
    const own = decode(text, cell, whole === '' ? 0 : whole.length + between.length);
    const before = segments.at(-1);
    const first = own.segments[0];
    if (before && first) {
      segments.push({
        inner: whole.length,
        innerEnd: whole.length + between.length,
        outer: before.outerEnd,
        outerEnd: first.outer,
        kind: 'opaque',
      });
      whole += between;
    }
    segments.push(...own.segments);
    whole += own.decoded;
  }
  return new EmbeddedText(whole, segments, (newText, place) => {
    const cell = cells.find(
      ({ strings }) => strings[0]!.start <= place.outer.start && place.outer.end <= strings.at(-1)!.end,
    );
    return cell && cellEncoder(text, cell)(newText, place);
  });
}

const between = '\n\n';

/** Each line is a string of its own where they are listed: what parts two of them is what `> ` is in a quotation. */
function cellEncoder(text: string, { strings, isList }: MarkdownCell): Encoder {
  const encode = linesEncoder({ marks: () => marks(), lineBreak: '\\n', start: 'marked', separate: false });
  return (newText, place) => encode(newText.split('\n').map(inJson).join('\n'), place);

  function marks(): string {
    if (!isList) return '';
    const [first, second] = strings;
    if (second) return text.slice(first!.end, second.start);
    const blanks = /\s*$/.exec(text.slice(Math.max(0, first!.start - 200), first!.start - 1))![0];
    return `",${blanks}"`;
  }
}

const inJson = (line: string): string => JSON.stringify(line).slice(1, -1);

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** The strings of a cell, and where their pieces stand. */
function decode(text: string, { strings }: MarkdownCell, from: number): { segments: Segment[]; decoded: string } {
  const segments: Segment[] = [];
  let decoded = '';
  const add = (inner: string, outer: number, outerEnd: number, kind: Segment['kind']): void => {
    const start = from + decoded.length;
    segments.push({ inner: start, innerEnd: start + inner.length, outer, outerEnd, kind });
    decoded += inner;
  };
  for (const { start, end } of strings) {
    let run = start;
    // Looked for in the string alone: the next one may stand a whole notebook further on.
    const written = text.slice(start, end);
    for (let at = written.indexOf('\\'); at >= 0; at = written.indexOf('\\', run - start)) {
      at += start;
      if (at > run) add(text.slice(run, at), run, at, 'verbatim');
      const sign = text[at + 1]!;
      const isCode = sign === 'u';
      run = at + (isCode ? 6 : 2);
      add(
        isCode ? String.fromCharCode(Number.parseInt(text.slice(at + 2, run), 16)) : (escapes[sign] ?? sign),
        at,
        run,
        'escape',
      );
    }
    if (run < end) add(text.slice(run, end), run, end, 'verbatim');
  }
  return { segments, decoded };
}
