import type { Span } from '../../../text/span';
import type { DiagramLabel, OccurrenceRole } from '../../diagram-symbols';
import { takeAccessibility } from '../../scan/accessibility';
import { isSpace } from '../../scan/characters';
import { takeClick } from '../../scan/click';
import { takeDirectionLine } from '../../scan/direction';
import type { Identifier, Scan } from '../../scan/scan';
import { takeClass, takeClassDef, takeStyle } from '../../scan/styling';
import { wrongArrowEnd } from '../flowchart/flowchart-link';

/** Reads a state diagram. Keywords are in any case and ask for a blank after them; `[*]` is a place, not an id. */
export function scanState(scan: Scan): void {
  while (!scan.atEnd) takeStatement(scan);
}

const statements: Readonly<Record<string, (scan: Scan) => void>> = {
  state: takeState,
  note: takeNote,
  classdef: (scan) => takeClassDef(scan),
  class: (scan) => takeClass(scan, 'state'),
  style: (scan) => takeStyle(scan, 'state'),
  click: (scan) => takeClick(scan, 'click', (_, role) => scan.takeId(idEnd(scan, scan.at), role, 'state')),
  scale: takeScale,
};

const colon = 58;
const openBrace = 123;
const closeBrace = 125;
const quote = 34;
const hide = 'hide empty description';

function takeStatement(scan: Scan): void {
  scan.takeSpace();
  if (scan.atEnd) return;
  if (scan.code() === closeBrace) scan.symbols.closeGroup(scan.takeSpan('bracket', scan.at + 1).end);
  else if (scan.code() === openBrace) openBody(scan, scan.takeSpan('bracket', scan.at + 1));
  else if (!takeComment(scan) && !takeAccessibility(scan) && !takeDirectionLine(scan)) takeWords(scan);
}

function takeWords(scan: Scan): void {
  const keyword = scan.word();
  const behind = scan.at + keyword.length;
  // Mermaid reads a line break behind the text.
  const take = behind >= scan.text.length || isSpace(scan.code(behind)) ? statementOf(keyword) : undefined;
  if (take) take(scan);
  else if (scan.startsWith('--') && scan.code(scan.at + 2) !== 62) scan.take('operator', scan.at + 2);
  else if (keyword.toLowerCase() === 'hide' && isHideLine(scan)) scan.takeKeyword(hide.length);
  else takeTransition(scan);
}

const isHideLine = (scan: Scan): boolean => scan.text.slice(scan.at, scan.at + hide.length).toLowerCase() === hide;

function statementOf(keyword: string): ((scan: Scan) => void) | undefined {
  const name = keyword.toLowerCase();
  return Object.hasOwn(statements, name) ? statements[name] : undefined;
}

function takeComment(scan: Scan): boolean {
  if (scan.code() !== 35 /* # */ && !scan.startsWith('%%')) return false;
  scan.take('comment', scan.lineEnd());
  return true;
}

function openBody(scan: Scan, opener: Span, name?: Identifier, label?: DiagramLabel): void {
  const id = name && { id: name.id, idSpan: name.span };
  scan.symbols.openGroup({ kind: 'state', ...id, ...(label && { label }), opener });
}

/** An id goes on to a blank, a colon, a hyphen or a brace; a comment ends it too. */
function idEnd(scan: Scan, from: number): number {
  let at = from;
  while (at < scan.end && !endsId(scan.code(at)) && !scan.startsWith('%%', at)) at++;
  return at;
}

const endsId = (code: number): boolean =>
  isSpace(code) || code === colon || code === 45 || code === openBrace || code === closeBrace;

// ---- states and transitions

const place = '[*]';

/** An id or a place, with its style class. */
function takeEnd(scan: Scan, role: OccurrenceRole): Identifier | undefined {
  let end: Identifier | undefined;
  if (scan.startsWith(place)) end = { id: place, span: scan.takeSpan('value', scan.at + place.length) };
  else end = scan.takeId(idEnd(scan, scan.at), role, 'state');
  if (scan.startsWith(':::')) {
    scan.take('operator', scan.at + 3);
    scan.takeClassName(idEnd(scan, scan.at));
  }
  return end;
}

function takeTransition(scan: Scan): void {
  const from = takeEnd(scan, 'member');
  if (from === undefined) {
    scan.take('unknown', scan.at + 1);
    return;
  }
  const next = scan.skipBlanks(scan.at);
  const arrow = scan.startsWith('-->', next) ? next + 3 : wrongArrowEnd(scan, next);
  if (arrow === next) {
    const label = takeDescription(scan);
    if (label && from.id !== place) scan.symbols.label(from.id, label);
    return;
  }
  scan.takeBlanks();
  const span = scan.takeSpan('arrow', arrow);
  scan.takeBlanks();
  const to = scan.atLineEnd ? undefined : takeEnd(scan, 'edge');
  const label = takeDescription(scan);
  if (to) scan.symbols.edge(from.id, to.id, span, { start: from.span.start, end: to.span.end }, label);
}

/** `: …` to the end of the line or a semicolon. */
function takeDescription(scan: Scan): DiagramLabel | undefined {
  const next = scan.skipBlanks(scan.at);
  if (scan.code(next) !== colon) return undefined;
  scan.takeBlanks();
  scan.take('operator', next + 1);
  return scan.takeLabel(Math.min(scan.lineEnd(), scan.next(';', scan.at)));
}

const kinds = ['fork', 'join', 'choice'] as const;

/** `state X`, `state X <<fork>>`, `state "label" as X`, each perhaps with a body in braces. */
function takeState(scan: Scan): void {
  const opener = scan.takeSpan('keyword', scan.at + 'state'.length);
  scan.takeBlanks();
  const label = scan.code() === quote ? takeQuotedAlias(scan) : undefined;
  const special = kinds.find((kind) => specialAt(scan, kind) < scan.lineEnd());
  if (special) {
    const at = specialAt(scan, special);
    const name = scan.takeId(scan.trimEnd(scan.at, at), 'member', special);
    if (name) scan.symbols.declare(name.id, special);
    scan.takeBlanks();
    scan.take('value', at + special.length + 4);
    return;
  }
  const name = scan.takeId(label ? aliasEnd(scan) : stateIdEnd(scan), 'member', 'state');
  if (name) scan.symbols.declare(name.id, 'state');
  if (name && label) scan.symbols.label(name.id, label);
  if (label && scan.code() === colon) takeFurther(scan, name);
  if (scan.startsWith(':::')) {
    scan.take('operator', scan.at + 3);
    scan.takeClassName(idEnd(scan, scan.at));
  }
  const brace = scan.skipSpace(scan.at);
  if (scan.code(brace) !== openBrace) return;
  scan.takeSpace();
  openBody(scan, opener, name, label);
  scan.take('bracket', brace + 1);
}

function specialAt(scan: Scan, kind: string): number {
  return Math.min(scan.next(`<<${kind}>>`, scan.at), scan.next(`[[${kind}]]`, scan.at));
}

/** `state "a" as X:b` gives X a second description. */
function takeFurther(scan: Scan, name: Identifier | undefined): void {
  if (scan.startsWith(':::')) return;
  const end = Math.min(scan.lineEnd(), scan.next('{', scan.at));
  scan.take('operator', scan.at + 1);
  const label = scan.takeLabel(Math.min(end, scan.next(':', scan.at)));
  if (name && label) scan.symbols.label(name.id, label);
  scan.take('unknown', end);
}

function takeQuotedAlias(scan: Scan): DiagramLabel | undefined {
  const close = scan.next('"', scan.at + 1);
  if (close >= scan.end) return undefined;
  scan.take('quote', scan.at + 1);
  const label = scan.label(scan.at, close, true);
  scan.take('label', close);
  scan.take('quote', close + 1);
  scan.takeBlanks();
  if (scan.word().toLowerCase() === 'as') scan.takeKeyword('as'.length);
  return label;
}

/** After `as` an id goes on to a colon, a brace or the end of the line. */
function aliasEnd(scan: Scan): number {
  const end = Math.min(scan.lineEnd(), scan.next('{', scan.at), scan.next(':', scan.at));
  return scan.trimEnd(scan.at, end);
}

/** After `state` a hyphen or a single colon belongs to the id. */
function stateIdEnd(scan: Scan): number {
  let at = scan.at;
  while (at < scan.end && !isSpace(scan.code(at)) && scan.code(at) !== openBrace && !scan.startsWith(':::', at)) at++;
  return at;
}

// ---- the others

function takeNote(scan: Scan): void {
  scan.takeKeyword('note'.length);
  if (scan.code() === quote) {
    const close = Math.min(scan.next('"', scan.at + 1) + 1, scan.end);
    scan.take('text', close);
    scan.takeBlanks();
    if (scan.word().toLowerCase() === 'as') scan.takeKeyword('as'.length);
    scan.takeLine('value');
    return;
  }
  const position = /^(?:left|right) of/i.exec(scan.text.slice(scan.at, scan.at + 8))?.[0];
  if (position === undefined) return;
  scan.takeKeyword(position.length);
  const name = scan.takeId(idEnd(scan, scan.at), 'note', 'state');
  if (name) scan.symbols.introduce(name.id);
  scan.takeBlanks();
  if (scan.code() === colon) {
    scan.take('operator', scan.at + 1);
    scan.takeBlanks();
    scan.take('text', scan.trimEnd(scan.at, Math.min(scan.lineEnd(), scan.next(';', scan.at))));
  } else takeNoteBlock(scan);
}

/** A note of several lines, up to `end note`. */
function takeNoteBlock(scan: Scan): void {
  for (let end = scan.next('end note', scan.at); end < scan.end; end = scan.next('end note', end + 1)) {
    const text = scan.trimEnd(scan.at, end);
    if (!scan.text.slice(text, end).includes('\n')) continue;
    scan.takeSpace();
    scan.take('text', text);
    scan.takeSpace();
    scan.take('keyword', end + 'end note'.length);
    return;
  }
}

function takeScale(scan: Scan): void {
  scan.takeKeyword('scale'.length);
  scan.take('number', scan.wordEnd(scan.at));
  scan.takeBlanks();
  if (scan.word().toLowerCase() === 'width') scan.takeKeyword('width'.length);
}
