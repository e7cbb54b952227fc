import type { Span } from '../../../text/span';
import type { DiagramLabel, OccurrenceRole } from '../../diagram-symbols';
import { takeAccessibility } from '../../scan/accessibility';
import { isDigit, isSpace, isWordCharacter } from '../../scan/characters';
import { takeClick } from '../../scan/click';
import { takeDirectionLine } from '../../scan/direction';
import type { Identifier, Scan } from '../../scan/scan';
import { takeShapeData } from '../../scan/shape-data';
import { edgeIdEnd, takeArrow } from './flowchart-arrow';
import { idEnd, nodeIdEnd, reservedAt } from './flowchart-id';
import { takeBareLabel, takeShape, takeTitle } from './flowchart-shape';

/**
 * Reads a flowchart as Mermaid's grammar does, and goes on where that would give up. Words with a meaning of their own
 * are ids only where nothing else can stand.
 */
export function scanFlowchart(scan: Scan): void {
  scanDialect(scan, { groups: ['subgraph'] });
}

/** What a dialect of flowcharts writes in other words. */
export interface FlowchartDialect {
  /** Words that open a group, which `end` closes. */
  readonly groups: readonly string[];
  /** Words that declare a node, whose label may stand apart. */
  readonly prefixes?: readonly string[];
}

export function scanDialect(scan: Scan, dialect: FlowchartDialect): void {
  takeDirection(scan);
  while (!scan.atEnd) takeStatement(scan, dialect);
}

const semicolon = 59;
const ampersand = 38;
const comma = 44;
const quote = 34;

const directions = new Set(['TB', 'TD', 'BT', 'LR', 'RL', 'BR', 'v']);

function takeDirection(scan: Scan): void {
  scan.takeBlanks();
  let end = scan.at;
  while (isWordCharacter(scan.code(end))) end++;
  if (directions.has(scan.text.slice(scan.at, end))) scan.take('value', end);
  else if ('<>^'.includes(scan.text[scan.at] ?? ' ')) scan.take('value', scan.at + 1);
}

const statements: Readonly<Record<string, (scan: Scan) => void>> = {
  end: takeEnd,
  style: takeStyle,
  linkStyle: takeLinkStyle,
  classDef: takeClassDef,
  class: takeClass,
  click: (scan) => takeClick(scan, 'click', takeTargets, atStatementEnd),
};

/** Takes one statement with the separators before it, or at least one character. */
function takeStatement(scan: Scan, { groups, prefixes }: FlowchartDialect): void {
  takeSeparators(scan);
  if (scan.atEnd || takeAccessibility(scan)) return;
  const word = scan.word();
  const opens = groups.includes(word);
  const keyword = opens ? word : reservedAt(scan, scan.at);
  if (keyword === undefined && takeDirectionLine(scan)) return;
  const take = keyword === undefined ? undefined : statements[keyword];
  if (opens) takeGroup(scan, word);
  else if (take) take(scan);
  else if (prefixes?.includes(word) && isSpace(scan.code(scan.at + word.length))) takeDeclared(scan, word);
  else takeChain(scan);
  if (keyword !== 'end') takeRest(scan);
}

function takeSeparators(scan: Scan): void {
  for (scan.takeSpace(); scan.code() === semicolon; scan.takeSpace()) scan.take('operator', scan.at + 1);
}

const atStatementEnd = (scan: Scan): boolean => scan.atLineEnd || scan.code() === semicolon;

/** What is left before the statement's end: nothing in a diagram that Mermaid takes. */
function takeRest(scan: Scan): void {
  for (scan.takeBlanks(); !atStatementEnd(scan); scan.takeBlanks()) {
    if (scan.startsWith('%%')) scan.take('comment', scan.lineEnd());
    else scan.take('unknown', wordEnd(scan));
  }
}

function wordEnd(scan: Scan): number {
  let at = scan.at + 1;
  while (at < scan.end && !isSpace(scan.code(at)) && scan.code(at) !== semicolon) at++;
  return at;
}

function statementEnd(scan: Scan): number {
  return scan.trimEnd(scan.at, Math.min(scan.lineEnd(), scan.next(';', scan.at)));
}

function takeDeclared(scan: Scan, word: string): void {
  scan.takeKeyword(word.length);
  const node = scan.takeId(nodeIdEnd(scan, true), 'member');
  scan.takeBlanks();
  const label = takeShape(scan);
  if (node && label) scan.symbols.label(node.id, label);
}

function takeChain(scan: Scan): void {
  let left = takeNodes(scan, 'member');
  while (left.length > 0) {
    const arrow = takeArrow(scan);
    if (arrow === undefined) return;
    const right = takeNodes(scan, 'edge');
    for (const from of left) {
      if (scan.symbols.isFull) break;
      for (const to of right) {
        const span = { start: from.span.start, end: to.span.end };
        scan.symbols.edge(from.id, to.id, arrow.arrow, span, arrow.label);
      }
    }
    left = right;
  }
}

/** Nodes joined by `&`. The shape data of one counts only after the next has been read, as in Mermaid. */
function takeNodes(scan: Scan, role: OccurrenceRole): Identifier[] {
  const nodes: Identifier[] = [];
  let data: DiagramLabel | undefined;
  for (;;) {
    const node = takeNode(scan, role, role === 'edge' || nodes.length > 0);
    if (data) scan.symbols.label(nodes.at(-1)!.id, data);
    if (node === undefined) return nodes;
    nodes.push(node);
    data = takeNodeData(scan);
    const next = scan.skipBlanks(scan.at);
    if (scan.code(next) !== ampersand) break;
    scan.takeBlanks();
    scan.take('operator', next + 1);
    scan.takeBlanks();
  }
  if (data) scan.symbols.label(nodes.at(-1)!.id, data);
  return nodes;
}

function takeNode(scan: Scan, role: OccurrenceRole, mustStand: boolean): Identifier | undefined {
  const node = scan.takeId(nodeIdEnd(scan, mustStand), role);
  if (node === undefined) return undefined;
  const label = takeShape(scan);
  if (label) scan.symbols.label(node.id, label);
  takeStyleClass(scan);
  return node;
}

function takeNodeData(scan: Scan): DiagramLabel | undefined {
  if (!scan.startsWith('@{')) return undefined;
  const label = takeShapeData(scan);
  takeStyleClass(scan);
  return label;
}

function takeStyleClass(scan: Scan): void {
  if (!scan.startsWith(':::') || edgeIdEnd(scan, scan.at) !== undefined) return;
  scan.take('operator', scan.at + 3);
  scan.takeClassName(idEnd(scan, scan.at));
}

function takeGroup(scan: Scan, kind: string): void {
  const opener = scan.takeSpan('keyword', scan.at + kind.length);
  scan.takeBlanks();
  const lineEnd = Math.min(scan.lineEnd(), scan.next(';', scan.at));
  const title = scan.code() === quote ? -1 : scan.next('[', scan.at);
  if (title >= 0 && title < lineEnd) {
    const span = scan.takeSpan('id', scan.trimEnd(scan.at, title));
    scan.takeBlanks();
    const label = takeTitle(scan);
    openGroup(scan, kind, opener, span, label);
    return;
  }
  const name = takeBareLabel(scan, lineEnd);
  // A name with a blank in it, or after it, is a title alone to Mermaid.
  const plain =
    name !== undefined && !/\s/.test(scan.text.slice(name.span.start, name.quoted ? name.span.end : lineEnd));
  if (plain && name) openGroup(scan, kind, opener, name.span, undefined);
  else scan.symbols.openGroup({ kind, opener, ...(name && { label: name }) });
}

function openGroup(scan: Scan, kind: string, opener: Span, idSpan: Span, label: DiagramLabel | undefined): void {
  const id = scan.slice(idSpan);
  if (id !== '') {
    scan.symbols.mention(id, idSpan, 'other', kind);
    scan.symbols.declare(id, kind);
    if (label) scan.symbols.label(id, label);
  }
  scan.symbols.openGroup({ kind, opener, ...(id !== '' && { id, idSpan }), ...(label && { label }) });
}

function takeEnd(scan: Scan): void {
  scan.symbols.closeGroup(scan.takeSpan('keyword', scan.at + 'end'.length).end);
}

function takeStyle(scan: Scan): void {
  scan.takeKeyword('style'.length);
  scan.takeId(nodeIdEnd(scan, true), 'style');
  takeDeclarations(scan);
}

function takeLinkStyle(scan: Scan): void {
  scan.takeKeyword('linkStyle'.length);
  while (isDigit(scan.code()) || scan.code() === comma) {
    let end = scan.at;
    while (isDigit(scan.code(end))) end++;
    if (end > scan.at) scan.take('number', end);
    else scan.take('operator', end + 1);
  }
  scan.takeBlanks();
  for (const word of ['default', 'interpolate']) if (scan.startsWith(word)) scan.takeKeyword(word.length);
  takeDeclarations(scan);
}

function takeClassDef(scan: Scan): void {
  scan.takeKeyword('classDef'.length);
  scan.takeNames(nodeIdEnd(scan, true), (end) => scan.takeClassName(end, true));
  takeDeclarations(scan);
}

function takeDeclarations(scan: Scan): void {
  scan.takeBlanks();
  scan.take('style', statementEnd(scan));
}

function takeClass(scan: Scan): void {
  scan.takeKeyword('class'.length);
  scan.takeNames(nodeIdEnd(scan, true), (end) => scan.takeId(end, 'class'));
  scan.takeBlanks();
  scan.takeClassName(nodeIdEnd(scan, true));
}

function takeTargets(scan: Scan, role: OccurrenceRole): void {
  let end = scan.at;
  while (end < scan.end && !isSpace(scan.code(end))) end++;
  scan.takeNames(end, (nameEnd) => scan.takeId(nameEnd, role));
}
