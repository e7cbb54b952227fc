import type { Span } from '../../text/span';
import { unquotedLabel } from './quoting';
import type { Break, Suspect } from './suspect';

/** The shapes of a flowchart's nodes, longest opener first; a reader takes the first that closes well. */
export const shapes: readonly (readonly [opener: string, ...closers: string[]])[] = [
  ['(((', ')))'],
  ['((', '))'],
  ['([', '])'],
  ['[[', ']]'],
  ['[(', ')]'],
  ['[/', '/]', '\\]'],
  ['[\\', '\\]', '/]'],
  ['{{', '}}'],
  ['(-', '-)'],
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
  ['>', ']'],
];

/** What may follow a node's or an edge's label on its line. */
const after = /^[ \t]*(?:$|[\r\n;&]|:::|@\{|%%|[<ox]?(?:--|==|-\.|~~))/;

/** Labels on the broken line, and before it where a label may run over lines, that only quotes would save. */
export function* flowchartLabels({ text, lines, at }: Break): Iterable<Suspect> {
  const line = lines.lineOf(at);
  const start = lines.lineStart(line);
  const labels = readLabels(text, start, lines.lineEnd(line));
  const near = labels.filter(({ start, end }) => start <= at && at <= end);
  for (const label of [...near, ...labels.filter((label) => !near.includes(label))]) {
    if (text[label.start] === '"' && text.indexOf('"', label.start + 1) === label.end - 1) continue;
    yield unquotedLabel(text, label);
  }
}

/** The labels of one line of a flowchart as its writer meant them, between their delimiters. */
export function readLabels(text: string, start: number, end: number): Span[] {
  const labels: Span[] = [];
  let at = start;
  const title = /^[ \t]*subgraph[ \t]+(?![^\n]*\[)(?=[^\s"])/.exec(text.slice(start, end));
  if (title) return [{ start: start + title[0].length, end }];
  while (at < end) {
    const label = labelAt(text, at, end);
    if (label) {
      labels.push(label.inner);
      at = label.end;
    } else at++;
  }
  return labels;
}

interface Label {
  readonly inner: Span;
  /** Behind the closer. */
  readonly end: number;
}

/** The label whose opener stands at `at`, if one does: behind an id, or a pipe behind an arrow. */
function labelAt(text: string, at: number, end: number): Label | undefined {
  const before = text[at - 1] ?? '';
  if (text[at] === '|' && /[-=.>ox~]\s*$/.test(text.slice(Math.max(0, at - 4), at))) return pipedLabel(text, at, end);
  if (!/[\p{L}\p{N}_\]]/u.test(before)) return undefined;
  for (const [opener, ...closers] of shapes) {
    if (!text.startsWith(opener, at)) continue;
    const inner = at + opener.length;
    const close = closers
      .map((closer) => ({ closer, at: closing(text, inner, end, closer) }))
      .filter((found) => found.at >= 0)
      .sort((a, b) => a.at - b.at)[0];
    if (close) return { inner: { start: inner, end: close.at }, end: close.at + close.closer.length };
  }
  return undefined;
}

/** Where the closer stands that its writer meant: the first that something sensible follows. */
function closing(text: string, from: number, end: number, closer: string): number {
  for (let at = text.indexOf(closer, from); at >= 0 && at < end; at = text.indexOf(closer, at + 1)) {
    if (after.test(text.slice(at + closer.length, end))) return at;
  }
  return -1;
}

/** An edge's label ends at the pipe before the next node's id. */
function pipedLabel(text: string, at: number, end: number): Label | undefined {
  for (let pipe = text.indexOf('|', at + 1); pipe >= 0 && pipe < end; pipe = text.indexOf('|', pipe + 1)) {
    if (/^\s*[\p{L}\p{N}_]/u.test(text.slice(pipe + 1, end)))
      return { inner: { start: at + 1, end: pipe }, end: pipe + 1 };
  }
  return undefined;
}
