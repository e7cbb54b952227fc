import type { EmbeddedText, Segment } from '../../text/embedded-text';
import type { RegionText } from './region-text';

const backslash = 92;
const pipe = 124;

/**
 * The cells of one table row, split as markdown-it's table rule does: at every `|` but `\|`, an empty first and last
 * one dropped, each trimmed. `start` and `end` are the row's text without its containers.
 */
export function tableCells(source: RegionText, start: number, end: number): EmbeddedText[] {
  const { text } = source;
  const row = text.slice(start, end);
  const rowStart = start + row.length - row.trimStart().length;
  const rowEnd = Math.max(rowStart, start + row.trimEnd().length);
  const bounds: number[] = [];
  for (let i = rowStart; i < rowEnd; i++) {
    if (text.charCodeAt(i) === pipe && !(i > rowStart && text.charCodeAt(i - 1) === backslash)) bounds.push(i);
  }
  const starts = [rowStart, ...bounds.map((bound) => bound + 1)];
  const ends = [...bounds, rowEnd];
  const cells = starts.map((cellStart, i) => ({ start: cellStart, end: ends[i]! }));
  if (cells[0] && cells[0].start === cells[0].end) cells.shift();
  const last = cells.at(-1);
  if (last && last.start === last.end) cells.pop();
  return cells.map((cell) => embedCell(source, cell.start, cell.end));
}

function embedCell(source: RegionText, cellStart: number, cellEnd: number): EmbeddedText {
  const raw = source.text.slice(cellStart, cellEnd);
  const start = Math.min(cellEnd, cellStart + raw.length - raw.trimStart().length);
  const end = Math.max(start, cellStart + raw.trimEnd().length);
  const segments: Segment[] = [];
  let text = '';
  const add = (from: number, to: number, inner: string, kind: Segment['kind']): void => {
    segments.push({
      inner: text.length,
      innerEnd: text.length + inner.length,
      outer: source.toSource(from),
      outerEnd: source.toSource(to),
      kind,
    });
    text += inner;
  };
  let run = start;
  for (let i = start; i + 1 < end; i++) {
    if (source.text.charCodeAt(i) !== backslash || source.text.charCodeAt(i + 1) !== pipe) continue;
    if (i > run) add(run, i, source.text.slice(run, i), 'verbatim');
    add(i, i + 2, '|', 'escape');
    run = i + 2;
    i++;
  }
  if (run < end || segments.length === 0) add(run, end, source.text.slice(run, end), 'verbatim');
  return source.wrap(text, segments, escapeCell);
}

const escapeCell = (newText: string): string => newText.replaceAll('\n', ' ').replaceAll('|', '\\|');
