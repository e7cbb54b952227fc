import type { DiagramLabel } from '../../diagram-symbols';
import { CharacterSet } from '../../scan/characters';
import type { Scan } from '../../scan/scan';
import { linkAt } from './flowchart-link';

interface Shape {
  readonly opener: string;
  readonly closers: readonly string[];
  /** In a slanted or elliptic shape a quote or pipe inside the text is text. */
  readonly plainQuotes?: boolean;
}

/** Longer openers before those they begin with. */
const shapes: readonly Shape[] = [
  { opener: '(((', closers: [')))'] },
  { opener: '((', closers: ['))'] },
  { opener: '([', closers: ['])'] },
  { opener: '(-', closers: ['-)', '/)', '))'], plainQuotes: true },
  { opener: '(', closers: [')'] },
  { opener: '[[', closers: [']]'] },
  { opener: '[(', closers: [')]'] },
  { opener: '[/', closers: ['/]', '\\]'], plainQuotes: true },
  { opener: '[\\', closers: ['/]', '\\]'], plainQuotes: true },
  { opener: '[', closers: [']'] },
  { opener: '{{', closers: ['}}'] },
  { opener: '{', closers: ['}'] },
  { opener: '>', closers: [']'] },
];

const openers = new Set(Array.from(shapes, ({ opener }) => opener.charCodeAt(0)));

/** Takes a node's brackets and what they hold, if they start here. */
export function takeShape(scan: Scan): DiagramLabel | undefined {
  const shape = openers.has(scan.code()) ? shapes.find(({ opener }) => scan.startsWith(opener)) : undefined;
  if (shape === undefined) return undefined;
  if (shape.opener === '>' && scan.next(']', scan.at) >= scan.end) return undefined;
  return takeDelimited(scan, shape);
}

const pipe: Shape = { opener: '|', closers: ['|'] };

/** Takes an edge's label between pipes. */
export function takePipeLabel(scan: Scan): DiagramLabel | undefined {
  return takeDelimited(scan, pipe);
}

const square: Shape = { opener: '[', closers: [']'] };

/** Takes a subgraph's title between square brackets. */
export function takeTitle(scan: Scan): DiagramLabel | undefined {
  return takeDelimited(scan, square);
}

/** Takes a label that may be quoted and ends at `end`, where nothing closes it but what follows. */
export function takeBareLabel(scan: Scan, end: number): DiagramLabel | undefined {
  const quoted = quotedAt(scan, scan.at);
  if (quoted && scan.skipSpace(quoted.after) >= end) {
    const label = takeQuoted(scan, quoted);
    scan.take('space', end);
    return label;
  }
  const label = scan.label(scan.at, end);
  scan.take('label', label.span.end);
  scan.take('space', end);
  return label.text === '' ? undefined : label;
}

interface Quoted {
  readonly start: number;
  readonly end: number;
  readonly after: number;
}

/** The string that starts here: `"…"`, or a markdown string ``"`…`"``. */
function quotedAt(scan: Scan, at: number): Quoted | undefined {
  if (scan.code(at) !== 34 /* " */) return undefined;
  const markdown = scan.code(at + 1) === 96; /* ` */
  const start = markdown ? at + 2 : at + 1;
  const end = scan.next(markdown ? '`"' : '"', start);
  return end < scan.end ? { start, end, after: markdown ? end + 2 : end + 1 } : undefined;
}

function takeQuoted(scan: Scan, { start, end, after }: Quoted): DiagramLabel {
  scan.takeSpace();
  scan.take('quote', start);
  scan.take('label', end);
  scan.take('quote', after);
  return scan.label(start, end, true);
}

function takeDelimited(scan: Scan, shape: Shape): DiagramLabel | undefined {
  scan.take('bracket', scan.at + shape.opener.length);
  const start = scan.skipSpace(scan.at);
  const quoted = quotedAt(scan, start);
  const closer = quoted && closerAt(scan, scan.skipSpace(quoted.after), shape);
  if (quoted && closer) {
    const label = takeQuoted(scan, quoted);
    scan.takeSpace();
    scan.take('bracket', closer.end);
    return label;
  }
  const close = plainEnd(scan, start, shape) ?? brokenEnd(scan, start, shape);
  const label = scan.label(scan.at, close.start);
  scan.take('space', label.span.start);
  scan.take('label', label.span.end);
  scan.take('space', close.start);
  scan.take('bracket', close.end);
  return label.text !== '' || close.end > close.start ? label : undefined;
}

interface Close {
  readonly start: number;
  readonly end: number;
}

function closerAt(scan: Scan, at: number, shape: Shape): Close | undefined {
  const closer = shape.closers.find((one) => scan.startsWith(one, at));
  return closer === undefined ? undefined : { start: at, end: at + closer.length };
}

/** The closer as Mermaid finds it: at the first character that plain text may not hold. */
function plainEnd(scan: Scan, start: number, shape: Shape): Close | undefined {
  const stop = scan.nextOf(shape.plainQuotes ? brackets : stops, start);
  if (stop >= scan.end) return undefined;
  // `-)` and `/]` start one before the bracket.
  return (
    closerAt(scan, stop, shape) ?? (shape.plainQuotes && stop > start ? closerAt(scan, stop - 1, shape) : undefined)
  );
}

const brackets = new CharacterSet('[](){}');
const stops = new CharacterSet('[](){}|"');

const partners: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * The closer that the author meant in a label that Mermaid refuses: on the same line and before the next arrow, the first
 * one outside nested brackets; else the first at all; else a bracket that begins or ends it; else there is none.
 */
function brokenEnd(scan: Scan, start: number, shape: Shape): Close {
  const limit = brokenLimit(scan, start);
  const open: string[] = [];
  let first: Close | undefined;
  let half: Close | undefined;
  for (let at = start; at < limit; at++) {
    const close = closerAt(scan, at, shape);
    if (close && close.end <= limit) {
      if (open.length === 0) return close;
      first ??= close;
    }
    const character = scan.text[at]!;
    const partner = partners[character];
    if (partner) open.push(partner);
    else if (open.at(-1) === character) open.pop();
    else if (shape.closers.some((closer) => closer.endsWith(character))) half ??= { start: at, end: at + 1 };
  }
  const end = scan.trimEnd(start, limit);
  return first ?? half ?? { start: end, end };
}

/** The end of the line, or the first whole arrow on it. */
function brokenLimit(scan: Scan, start: number): number {
  const lineEnd = scan.lineEnd(start);
  for (let at = start; at < lineEnd; at++) {
    const code = scan.code(at);
    if (code !== 45 && code !== 61 && code !== 46) continue;
    const link = linkAt(scan, at);
    if (link === undefined || link.opens) continue;
    return link.end <= lineEnd && link.end - at >= 3 ? at : lineEnd;
  }
  return lineEnd;
}
