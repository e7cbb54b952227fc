import type { Span } from '../../text/span';

const backslash = 92;
const pipe = 124;

/**
 * Where the cells of one table row stand, split as markdown-it's table rule does: at every `|` but `\|`, an empty first
 * and last one dropped, each trimmed. `start` and `end` are the row's text without its containers.
 */
export function tableCells(text: string, start: number, end: number): Span[] {
  const row = trimmedSpan(text, start, end);
  const cells: Span[] = [];
  let cellStart = row.start;
  for (let i = row.start; i < row.end; i++) {
    if (text.charCodeAt(i) !== pipe || (i > row.start && text.charCodeAt(i - 1) === backslash)) continue;
    cells.push({ start: cellStart, end: i });
    cellStart = i + 1;
  }
  cells.push({ start: cellStart, end: row.end });
  if (isEmpty(cells[0])) cells.shift();
  if (isEmpty(cells.at(-1))) cells.pop();
  return cells.map((cell) => trimmedSpan(text, cell.start, cell.end));
}

const isEmpty = (cell: Span | undefined): boolean => cell !== undefined && cell.start === cell.end;

function trimmedSpan(text: string, start: number, end: number): Span {
  const raw = text.slice(start, end);
  const from = start + raw.length - raw.trimStart().length;
  return { start: from, end: Math.max(from, start + raw.trimEnd().length) };
}
