import type { DiagramLabel } from '../diagram-symbols';
import { isSpace } from './characters';
import type { Identifier, Scan } from './scan';

/**
 * Reads a mindmap: a node a line, the tree by indentation. Its ids name nothing but themselves, so every line is a node
 * of its own, and the edges from parent to child have no arrow.
 */
export function scanMindmap(scan: Scan): void {
  const ancestors: Ancestor[] = [];
  while (!scan.atEnd) takeLine(scan, ancestors);
}

interface Ancestor {
  readonly level: number;
  readonly node: Identifier;
}

const icon = '::icon(';

function takeLine(scan: Scan, ancestors: Ancestor[]): void {
  const lineStart = indentationStart(scan);
  scan.takeSpace();
  if (scan.atEnd) return;
  if (scan.startsWith('%%')) scan.take('comment', scan.lineEnd());
  else if (scan.startsWith(icon)) takeIcon(scan);
  else if (scan.startsWith(':::')) takeStyleClasses(scan);
  else takeNode(scan, ancestors, scan.at - lineStart);
}

/** Where the line of the next visible character starts. */
function indentationStart(scan: Scan): number {
  const first = scan.skipSpace(scan.at);
  let start = first;
  while (start > scan.at && scan.code(start - 1) !== 10) start--;
  return start;
}

function takeIcon(scan: Scan): void {
  scan.take('keyword', scan.at + icon.length);
  const close = Math.min(scan.next(')', scan.at), scan.lineEnd());
  scan.take('value', close);
  if (scan.startsWith(')')) scan.take('bracket', close + 1);
}

function takeStyleClasses(scan: Scan): void {
  scan.take('operator', scan.at + 3);
  for (scan.takeBlanks(); !scan.atLineEnd; scan.takeBlanks()) {
    let end = scan.at;
    while (end < scan.end && !isSpace(scan.code(end))) end++;
    scan.takeClassName(end);
  }
}

/** Longer openers before those they begin with, each with the closers that go with it. */
const shapes: readonly (readonly [opener: string, closers: readonly string[]])[] = [
  ['((', ['))']],
  ['))', ['((']],
  ['{{', ['}}']],
  ['(-', ['-)']],
  ['-)', ['(-']],
  ['(', [')']],
  [')', ['(']],
  ['[', [']']],
];

function takeNode(scan: Scan, ancestors: Ancestor[], level: number): void {
  const idEnd = Math.min(scan.nextWhere('mindmap shape', opensShape, scan.at), scan.lineEnd());
  const shape = shapes.find(([opener]) => scan.startsWith(opener, idEnd));
  const named = scan.takeOwnId(scan.trimEnd(scan.at, shape ? idEnd : scan.lineEnd()), 'node');
  scan.takeBlanks();
  const label = shape && takeShape(scan, shape[0], shape[1]);
  const node = named ?? (label && scan.symbols.own(label.text, label.span, 'node'));
  if (node) {
    if (label) scan.symbols.label(node.key, label);
    while (ancestors.length > 0 && ancestors.at(-1)!.level >= level) ancestors.pop();
    const parent = ancestors.at(-1)?.node;
    const arrow = { start: node.span.start, end: node.span.start };
    if (parent) scan.symbols.edge(parent.id, node.id, arrow, { start: parent.span.start, end: node.span.end });
    ancestors.push({ level, node });
  }
  scan.takeBlanks();
  if (scan.startsWith(':::')) takeStyleClasses(scan);
  else scan.takeLine('unknown');
}

const opensShape = (code: number): boolean => code === 40 || code === 41 || code === 91 || code === 123 || code === 125;

function takeShape(scan: Scan, opener: string, closers: readonly string[]): DiagramLabel | undefined {
  scan.take('bracket', scan.at + opener.length);
  const quoted = takeQuoted(scan);
  if (quoted) {
    scan.takeSpace();
    takeCloser(scan, closers);
    return quoted;
  }
  const ends = closers.map((closer) => scan.next(closer, scan.at));
  const end = Math.min(scan.lineEnd(), ...ends);
  const label = scan.takeLabel(end);
  takeCloser(scan, closers);
  return label;
}

function takeCloser(scan: Scan, closers: readonly string[]): void {
  const closer = closers.find((one) => scan.startsWith(one));
  if (closer) scan.take('bracket', scan.at + closer.length);
}

/** `"…"` or a markdown string, over several lines too. */
function takeQuoted(scan: Scan): DiagramLabel | undefined {
  const markdown = scan.startsWith('"`');
  if (!markdown && scan.code() !== 34 /* " */) return undefined;
  const sign = markdown ? '`"' : '"';
  const close = scan.next(sign, scan.at + sign.length);
  if (close >= scan.end) return undefined;
  scan.take('quote', scan.at + sign.length);
  const label = scan.label(scan.at, close, true);
  scan.take('label', close);
  scan.take('quote', close + sign.length);
  return label;
}
