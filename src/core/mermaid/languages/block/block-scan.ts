import type { DiagramLabel, OccurrenceRole } from '../../diagram-symbols';
import { takeAccessibility } from '../../scan/accessibility';
import { isBracket, isDigit, isSpace } from '../../scan/characters';
import type { Identifier, Scan } from '../../scan/scan';
import { takeClass, takeClassDef, takeStyle } from '../../scan/styling';
import { closingLink, linkAt } from '../flowchart/flowchart-link';
import { takeBareLabel, takeShape } from '../flowchart/flowchart-shape';

/** Reads a block diagram: blocks side by side, blocks of blocks, arrows between them. Line breaks are blanks. */
export function scanBlock(scan: Scan): void {
  while (!scan.atEnd) takeStatement(scan);
}

const colon = 58;

function takeStatement(scan: Scan): void {
  scan.takeSpace();
  if (scan.atEnd || takeAccessibility(scan)) return;
  const word = scan.word();
  const followed = isSpace(scan.code(scan.at + word.length));
  if (scan.startsWith('%%')) scan.take('comment', scan.lineEnd());
  else if (word === 'columns' && followed) {
    scan.takeKeyword(word.length);
    scan.take('value', scan.wordEnd(scan.at));
  } else if (word === 'space') takeSpaceBlock(scan);
  else if (word === 'end') scan.symbols.closeGroup(scan.takeSpan('keyword', scan.at + word.length).end);
  else if (word === 'block' && (followed || scan.code(scan.at + word.length) === colon)) takeComposite(scan);
  else if (word === 'classDef' && followed) takeClassDef(scan);
  else if (word === 'class' && followed) takeClass(scan, 'block');
  else if (word === 'style' && followed) takeStyle(scan, 'block');
  else takeChain(scan);
}

function takeSpaceBlock(scan: Scan): void {
  scan.take('keyword', scan.at + 'space'.length);
  takeSize(scan);
}

/** `:2`, how many columns wide. */
function takeSize(scan: Scan): void {
  if (scan.code() !== colon || !isDigit(scan.code(scan.at + 1))) return;
  scan.take('operator', scan.at + 1);
  scan.take('number', scan.wordEnd(scan.at));
}

function takeComposite(scan: Scan): void {
  const opener = scan.takeSpan('keyword', scan.at + 'block'.length);
  let name: Identifier | undefined;
  let label: DiagramLabel | undefined;
  if (scan.code() === colon) {
    scan.take('operator', scan.at + 1);
    name = scan.takeId(idEnd(scan, scan.at), 'member', 'block');
    if (name) scan.symbols.declare(name.id, 'block');
    label = takeShape(scan);
    if (name && label) scan.symbols.label(name.id, label);
    takeSize(scan);
  }
  const id = name && { id: name.id, idSpan: name.span };
  scan.symbols.openGroup({ kind: 'block', ...id, ...(label && { label }), opener });
}

/** A block's id holds no brackets, hyphens, colons or signs of arrows. */
function idEnd(scan: Scan, from: number): number {
  let at = from;
  while (at < scan.end && !endsId(scan.code(at))) at++;
  return at;
}

const endsId = (code: number): boolean =>
  isSpace(code) || isBracket(code) || code === 45 || code === 60 || code === 62 || code === colon || code === 61;

function takeChain(scan: Scan): void {
  let from = takeNode(scan, 'member');
  if (from === undefined) {
    scan.take('unknown', scan.at + 1);
    return;
  }
  for (;;) {
    const start = scan.skipSpace(scan.at);
    const link = linkAt(scan, start);
    if (link === undefined) return;
    const closing = link.opens ? closingLink(scan, link.end, link.stroke) : undefined;
    if (link.opens && (!closing || closing.start > scan.lineEnd(link.end))) {
      scan.takeSpace();
      scan.take('unknown', link.end);
      return;
    }
    scan.takeSpace();
    scan.take('arrow', link.end);
    scan.takeSpace();
    const label = closing && takeBareLabel(scan, closing.start);
    const end = closing ? closing.link.end : link.end;
    scan.take('arrow', end);
    scan.takeSpace();
    const to = takeNode(scan, 'edge');
    if (to === undefined) return;
    scan.symbols.edge(from.id, to.id, { start, end }, { start: from.span.start, end: to.span.end }, label);
    from = to;
  }
}

const arrowBlock = '<[';

/** A block with its shape and width; a block arrow is `id<["label"]>(right)`. */
function takeNode(scan: Scan, role: OccurrenceRole): Identifier | undefined {
  const node = scan.takeId(idEnd(scan, scan.at), role, 'block');
  if (node === undefined) return undefined;
  const arrow = scan.startsWith(arrowBlock);
  if (arrow) scan.take('bracket', scan.at + 1);
  const label = takeShape(scan);
  if (label) scan.symbols.label(node.id, label);
  if (arrow) takeArrowDirections(scan);
  takeSize(scan);
  return node;
}

function takeArrowDirections(scan: Scan): void {
  if (scan.startsWith('>')) scan.take('bracket', scan.at + 1);
  scan.takeBlanks();
  if (!scan.startsWith('(')) return;
  scan.take('bracket', scan.at + 1);
  const end = Math.min(scan.next(')', scan.at), scan.lineEnd());
  scan.take('value', end);
  if (scan.startsWith(')')) scan.take('bracket', end + 1);
}
