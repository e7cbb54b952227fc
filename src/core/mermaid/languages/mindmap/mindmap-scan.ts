import type { DiagramLabel } from '../../diagram-symbols';
import { CharacterSet, isSpace } from '../../scan/characters';
import type { Scan } from '../../scan/scan';
import { takeShapeData } from '../../scan/shape-data';
import { Tree } from '../../scan/tree';

/** Reads a mindmap: a node a line, the tree by indentation. Its ids name nothing but themselves. */
export function scanMindmap(scan: Scan): void {
  const tree = new Tree(scan);
  while (!scan.atEnd) takeLine(scan, tree);
}

const icon = '::icon(';

function takeLine(scan: Scan, tree: Tree): void {
  const { level } = tree;
  scan.takeSpace();
  if (scan.atEnd) return;
  if (scan.startsWith('%%')) scan.take('comment', scan.lineEnd());
  else if (scan.startsWith(icon)) takeIcon(scan);
  else if (scan.startsWith(':::')) takeStyleClasses(scan);
  else takeNode(scan, tree, level);
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

function takeNode(scan: Scan, tree: Tree, level: number): void {
  const idEnd = Math.min(scan.nextOf(shapeStarts, scan.at), scan.next('@{', scan.at), scan.lineEnd());
  const shape = shapes.find(([opener]) => scan.startsWith(opener, idEnd));
  const named = scan.takeOwnId(scan.trimEnd(scan.at, idEnd), 'node');
  scan.takeBlanks();
  const label = shape && takeShape(scan, shape[0], shape[1]);
  const node = named ?? (label && scan.ownNode(label, 'node'));
  if (named && label) scan.symbols.label(named, label);
  if (node) tree.place(level, node);
  scan.takeBlanks();
  if (scan.startsWith('@{')) {
    const given = takeShapeData(scan);
    if (node && given) scan.symbols.label(node, given);
    scan.takeBlanks();
  }
  if (scan.startsWith(':::')) takeStyleClasses(scan);
  else scan.takeLine('unknown');
}

const shapeStarts = new CharacterSet('()[{}');

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
