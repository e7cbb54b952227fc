import { say } from '../../../l10n/say';
import type { Span } from '../../../text/span';
import { brokenLine, type Line, spokenLines } from '../../breaks/line';
import { quoteInside, unquotedLabel } from '../../breaks/quoting';
import type { Break, Finder, Suspect } from '../../breaks/suspect';

/** A kind of bracket: its opener, and the closers that may answer it. */
export type Shape = readonly [opener: string, ...closers: string[]];

/** The shapes of a flowchart's nodes, longest opener first; a reader takes the first that closes well. */
const flowchartShapes: readonly Shape[] = [
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

/** How nodes and edges with labels are written in a family of types. */
export interface LabelSyntax {
  readonly shapes: readonly Shape[];
  /** What may follow a node's label. */
  readonly after: RegExp;
  /** Whether edges take a label between pipes. */
  readonly pipes: boolean;
  /** Whether a label may run over lines without quotes. */
  readonly multiline: boolean;
}

export const flowchartSyntax: LabelSyntax = {
  shapes: flowchartShapes,
  after: /^(?:[ \t]*(?:$|[\r\n;&]|:::|@\{|%%|\/\/|[<ox]?[-=~–—−]|<|\.[-.]|[→⇒⟶⟹➔➜←⇐↔⇔])|[ \t]+[\p{L}\p{N}_]+[[({])/u,
  pipes: true,
  multiline: true,
};

/** What is written between the delimiters of one label, as its writer meant them. */
interface Label {
  readonly opener: Span;
  readonly inner: Span;
  /** Behind the closer. */
  readonly end: number;
  /** Whether another node begins inside: then it is the closer that is missing. */
  readonly doubtful: boolean;
}

/** Labels that only quotes would save: those around the place where Mermaid stopped first. */
export function unquotedLabels(syntax: LabelSyntax): Finder {
  return function* (broken) {
    const { text, at } = broken;
    const labels = [...reading(broken, syntax)].filter(({ doubtful }) => !doubtful);
    const near = labels.filter(({ inner }) => inner.start <= at && at <= inner.end);
    for (const { inner } of [...near, ...labels.filter((label) => !near.includes(label))]) {
      const written = text.slice(inner.start, inner.end);
      if (/^\s*"[^"]*"?\s*$/.test(written)) continue;
      const quoted = /^(\s*")(.*")(\s*)$/s.exec(written);
      if (quoted && written.split('"').length > 3) {
        yield quoteInside(text, { start: inner.start + quoted[1]!.length, end: inner.end - quoted[3]!.length - 1 });
      } else yield unquotedLabel(text, inner);
    }
  };
}

/** The labels of the broken line; where a label runs on, also of the lines it began on. */
function* reading(broken: Break, syntax: LabelSyntax): Generator<Label> {
  const line = brokenLine(broken);
  yield* readLabels(broken.text, line.start, line.end, syntax);
  if (!syntax.multiline) return;
  for (let number = line.number - 1; number >= Math.max(0, line.number - 4); number--) {
    const start = broken.lines.lineStart(number);
    if (/^\s*subgraph\b/.test(broken.text.slice(start, broken.lines.lineEnd(number)))) continue;
    const first = readLabels(broken.text, start, line.end, syntax).find(
      ({ inner }) => inner.start <= broken.at && broken.at <= inner.end,
    );
    if (first) yield first;
  }
}

/** The labels between two offsets as their writer meant them. */
function readLabels(text: string, start: number, end: number, syntax: LabelSyntax): Label[] {
  const title = /^[ \t]*subgraph[ \t]+(?=[^\s"])/.exec(text.slice(start, end));
  const bare = title && !/[\p{L}\p{N}_-][ \t]*\[[^\n]*\][ \t]*$/u.test(text.slice(start, end).split('\n', 1)[0]!);
  if (bare) {
    const inner = { start: start + title[0].length, end };
    return [{ opener: inner, inner, end, doubtful: false }];
  }
  const labels: Label[] = [];
  let at = start;
  while (at < end) {
    const label = labelAt(text, at, end, syntax, title !== null);
    if (label) labels.push(label);
    at = label?.end ?? at + 1;
  }
  return labels;
}

/** The label whose opener stands at `at`, if one does: behind an id, or a pipe behind an arrow. */
function labelAt(text: string, at: number, end: number, syntax: LabelSyntax, inTitle: boolean): Label | undefined {
  if (text[at] === '|') return syntax.pipes && isBehindArrow(text, at) ? pipedLabel(text, at, end) : undefined;
  if (!isBehindId(text, at) && !(inTitle && /\s/.test(text[at - 1] ?? ''))) return undefined;
  for (const [opener, ...closers] of syntax.shapes) {
    if (!text.startsWith(opener, at)) continue;
    const start = at + opener.length;
    const close = closers
      .map((closer) => ({ closer, at: closing(text, start, end, closer, syntax.after) }))
      .filter((found) => found.at >= 0)
      .sort((a, b) => a.at - b.at)[0];
    if (!close) continue;
    const inner = { start, end: close.at };
    const doubtful = isDoubtful(text.slice(start, close.at));
    return { opener: { start: at, end: start }, inner, end: close.at + close.closer.length, doubtful };
  }
  return undefined;
}

/** Where the closer stands that its writer meant: something sensible follows it, and what it closes is balanced. */
function closing(text: string, from: number, end: number, closer: string, after: RegExp): number {
  let first = -1;
  for (let at = text.indexOf(closer, from); at >= 0 && at < end; at = text.indexOf(closer, at + 1)) {
    if (!after.test(text.slice(at + closer.length, end))) continue;
    if (surplus(text.slice(from, at), closer.at(-1)!) === 0) return at;
    if (first < 0) first = at;
  }
  return first;
}

const partner: Readonly<Record<string, string>> = { ']': '[', ')': '(', '}': '{' };

/** How many more brackets of a kind a text opens than it closes. */
const surplus = (text: string, closer: string): number =>
  text.split(partner[closer] ?? closer).length - text.split(closer).length;

/** An edge's label ends at the pipe before the next node's id. */
function pipedLabel(text: string, at: number, end: number): Label | undefined {
  for (let pipe = text.indexOf('|', at + 1); pipe >= 0 && pipe < end; pipe = text.indexOf('|', pipe + 1)) {
    if (!/^\s*[\p{L}\p{N}_]/u.test(text.slice(pipe + 1, end))) continue;
    return { opener: { start: at, end: at + 1 }, inner: { start: at + 1, end: pipe }, end: pipe + 1, doubtful: false };
  }
  return undefined;
}

const isBehindId = (text: string, at: number): boolean => /[\p{L}\p{N}_]$/u.test(text.slice(Math.max(0, at - 2), at));

const isBehindArrow = (text: string, at: number): boolean => /[-=.>ox~]\s*$/.test(text.slice(Math.max(0, at - 4), at));

/**
 * Whether a reading is to be doubted: another node begins inside, or its first bracket belongs to the opener (`((Start)`),
 * or its last one to the closer (`[Start]]`). Then it is not quotes that are missing.
 */
function isDoubtful(inner: string): boolean {
  const first = inner.trimStart()[0]!;
  const last = inner.trimEnd().at(-1)!;
  const opened = { '[': ']', '(': ')', '{': '}' }[first];
  if (opened && surplus(inner, opened) > 0) return true;
  if (partner[last] && surplus(inner, last) < 0) return true;
  const node = /(?:--+[->xo]?|==+>?|-\.+-?>?)\s*(?:\|[^|]*\|\s*)?[\p{L}\p{N}_]+(?<bracket>[[({])/u.exec(inner);
  return node !== null && surplus(inner, { '[': ']', '(': ')', '{': '}' }[node.groups!.bracket!]!) > 0;
}

/** Openers that nothing closes on their line, the first line first: from there on Mermaid reads everything askew. */
export function unclosedLabels(syntax: LabelSyntax): Finder {
  return function* (broken) {
    const last = brokenLine(broken);
    for (const line of spokenLines(broken)) {
      if (line.number > last.number) break;
      yield* unclosedOn(broken.text, line, syntax);
    }
  };
}

function* unclosedOn(text: string, line: Line, syntax: LabelSyntax): Generator<Suspect> {
  const inTitle = /^\s*subgraph\b/.test(line.text);
  let at = line.start;
  while (at < line.end) {
    const label = labelAt(text, at, line.end, syntax, inTitle);
    if (label && !label.doubtful) {
      yield* unclosedQuote(text, label.inner, line, syntax);
      at = label.end;
      continue;
    }
    const opener = openerAt(text, at, syntax, inTitle);
    if (opener) {
      yield* unclosedQuote(text, { start: at + opener[0].length, end: line.end }, line, syntax);
      yield* unclosedBracket(text, at, opener, line, syntax);
    } else if (text[at] === '|' && syntax.pipes && isBehindArrow(text, at)) yield* unclosedPipe(text, at, line);
    at += opener?.[0].length ?? 1;
  }
}

function openerAt(text: string, at: number, { shapes }: LabelSyntax, inTitle: boolean): Shape | undefined {
  if (!isBehindId(text, at) && !(inTitle && text[at] === '[')) return undefined;
  return shapes.find(([opener]) => opener !== '>' && text.startsWith(opener, at));
}

/** A quote behind an opener whose partner is missing: it is put before the closer, or with it before the arrow. */
function* unclosedQuote(text: string, inner: Span, line: Line, syntax: LabelSyntax): Generator<Suspect> {
  const quote = inner.start + /^\s*/.exec(text.slice(inner.start, inner.end))![0].length;
  if (text[quote] !== '"' || text.slice(quote + 1, inner.end).includes('"')) return;
  const span = { start: quote, end: quote + 1 };
  const message = say`This quote is never closed.`;
  const end = trimmedEnd(text, quote, inner.end);
  const fix = (at: number, newText: string) => ({
    title: say`Close the quote`,
    safe: false,
    changes: [{ span: { start: at, end: at }, newText }],
  });
  if (inner.end < line.end) yield { code: 'mermaid.unclosed', span, message, fix: fix(end, '"') };
  const closer = new RegExp(`[\\])}]+(?=${syntax.after.source.slice(1)})`, 'u').exec(text.slice(quote, line.end));
  if (closer)
    yield { code: 'mermaid.unclosed', span, message, fix: fix(trimmedEnd(text, quote, quote + closer.index), '"') };
  const shape = syntax.shapes.find(([opener]) => text.endsWith(opener, inner.start));
  const edge = edgeStart(text, quote, line.end);
  if (shape?.[1]) yield { code: 'mermaid.unclosed', span, message, fix: fix(edge, `"${shape[1]}`) };
}

function* unclosedBracket(text: string, at: number, shape: Shape, line: Line, syntax: LabelSyntax): Generator<Suspect> {
  const [opener, closer = ''] = shape;
  const start = at + opener.length;
  const suspect = (span: Span, newText: string): Suspect => ({
    code: 'mermaid.unclosed',
    span: { start: at, end: start },
    message: say`This ${opener} is never closed by ${closer}.`,
    fix: { title: say`Close it with ${closer}`, safe: false, changes: [{ span, newText }] },
  });
  const edge = edgeStart(text, start, line.end);
  const wrong = /[\])}/\\]+[ \t]*$/.exec(text.slice(start, edge));
  if (wrong) {
    const span = { start: start + wrong.index, end: start + wrong.index + wrong[0].trimEnd().length };
    const written = text.slice(span.start, span.end);
    const isOther = ![...written].some((sign) => closer.includes(sign));
    yield {
      ...suspect(span, closer),
      ...(isOther && { message: say`What ${opener} opens is closed by ${closer}, not by ${written}.` }),
    };
  }
  const quote = /^\s*"[^"]*"/.exec(text.slice(start, line.end));
  if (quote) yield suspect({ start: start + quote[0].length, end: start + quote[0].length }, closer);
  yield suspect({ start: edge, end: edge }, closer);
  const bare = syntax.shapes.find(([other]) => other === opener[0]);
  if (bare?.[1] && bare[0] !== opener) yield suspect({ start: edge, end: edge }, bare[1]);
}

/** `-->|yes B`: the pipe goes behind the text, before the next node. */
function* unclosedPipe(text: string, at: number, line: Line): Generator<Suspect> {
  const rest = text.slice(at + 1, line.end);
  const node = /[ \t]+(?=[\p{L}\p{N}_-]+(?:[[({>].*)?$)/u.exec(rest.replace(/\s*(?:--|==|-\.).*$/, ''));
  const quote = rest.startsWith('"') && !rest.slice(1).includes('"') ? at + 1 : undefined;
  const end = node ? at + 1 + node.index : line.end;
  yield {
    code: 'mermaid.unclosed',
    span: quote === undefined ? { start: at, end: at + 1 } : { start: quote, end: quote + 1 },
    message:
      quote === undefined
        ? say`This | is never closed: the text of an arrow stands between two, -->|text|.`
        : say`This quote is never closed.`,
    fix: {
      title: quote === undefined ? say`Close the pipe` : say`Close the quote`,
      safe: false,
      changes: [{ span: { start: end, end }, newText: quote === undefined ? '|' : '"|' }],
    },
  };
}

/** Where the label must have ended: before the next arrow, or at the end of the line. */
function edgeStart(text: string, from: number, end: number): number {
  const edge = /[ \t]*(?:[<ox]?(?:--|==|-\.|~~~)|:::|;[ \t]*$| & )/.exec(text.slice(from, end));
  return edge ? from + edge.index : trimmedEnd(text, from, end);
}

const trimmedEnd = (text: string, start: number, end: number): number =>
  start + text.slice(start, end).trimEnd().length;
