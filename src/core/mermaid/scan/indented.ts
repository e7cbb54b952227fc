import { takeAccessibility } from './accessibility';
import { isDigit } from './characters';
import type { Scan } from './scan';
import { takeClassDef } from './styling';
import { Tree } from './tree';

/**
 * Reads the diagrams that are indented lists: treemap, tree view, Ishikawa. A name a line, in quotes or plain, perhaps
 * with a value and a style class.
 */
export function scanIndented(scan: Scan): void {
  const tree = new Tree(scan);
  while (!scan.atEnd) takeLine(scan, tree);
}

const quotes = new Set([34, 39]);

function takeLine(scan: Scan, tree: Tree): void {
  const { level } = tree;
  scan.takeSpace();
  if (scan.atEnd || takeAccessibility(scan)) return;
  const word = scan.word();
  if (scan.startsWith('%%')) scan.take('comment', scan.lineEnd());
  else if (word === 'classDef') takeClassDef(scan);
  else if (word === 'title') {
    scan.takeKeyword(word.length);
    scan.takeLine('text');
  } else takeNode(scan, tree, level);
}

function takeNode(scan: Scan, tree: Tree, level: number): void {
  const close = quotes.has(scan.code()) ? scan.next(scan.text[scan.at]!, scan.at + 1) : scan.end;
  const quoted = close < scan.lineEnd();
  if (quoted) scan.take('quote', scan.at + 1);
  const label = scan.label(scan.at, quoted ? close : scan.lineEnd(), quoted);
  scan.take('label', label.span.end);
  if (quoted) scan.take('quote', close + 1);
  tree.place(level, scan.ownNode(label, 'node'));
  for (scan.takeBlanks(); !scan.atLineEnd; scan.takeBlanks()) takeDetail(scan);
}

/** `: 12`, `, 12`, `:::class` */
function takeDetail(scan: Scan): void {
  if (scan.startsWith(':::')) {
    scan.take('operator', scan.at + 3);
    scan.takeClassName(scan.wordEnd(scan.at));
  } else if (scan.code() === 58 || scan.code() === 44 /* : , */) scan.take('operator', scan.at + 1);
  else if (isDigit(scan.code())) {
    let end = scan.at;
    while (isDigit(scan.code(end)) || scan.code(end) === 46 || scan.code(end) === 95) end++;
    scan.take('number', end);
  } else scan.take('unknown', Math.max(scan.wordEnd(scan.at), scan.at + 1));
}
