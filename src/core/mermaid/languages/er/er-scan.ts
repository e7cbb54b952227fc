import type { DiagramLabel, OccurrenceRole } from '../../diagram-symbols';
import { takeAccessibility } from '../../scan/accessibility';
import { isSpace, isWordCharacter } from '../../scan/characters';
import { takeDirectionLine } from '../../scan/direction';
import type { Identifier, Scan } from '../../scan/scan';
import { listEnd, takeClass, takeClassDef, takeStyle } from '../../scan/styling';

/** Reads an entity relationship diagram. Keywords are in any case. */
export function scanEr(scan: Scan): void {
  while (!scan.atEnd) takeStatement(scan);
}

const statements: Readonly<Record<string, (scan: Scan) => void>> = {
  subgraph: takeSubgraph,
  end: takeEnd,
  classdef: (scan) => takeClassDef(scan, nameEnd),
  class: (scan) => takeClass(scan, 'entity', nameEnd),
  style: (scan) => takeStyle(scan, 'entity', nameEnd),
};

const quote = 34;
const colon = 58;
const comma = 44;
const openBrace = 123;
const closeBrace = 125;
const openSquare = 91;

function takeStatement(scan: Scan): void {
  scan.takeSpace();
  if (scan.atEnd || takeAccessibility(scan) || takeDirectionLine(scan)) return;
  const keyword = scan.word().toLowerCase();
  const take = Object.hasOwn(statements, keyword) ? statements[keyword] : undefined;
  if (take) take(scan);
  else takeEntities(scan);
  scan.takeBlanks();
  if (keyword === 'end' || scan.atLineEnd) return;
  if (scan.startsWith('%%')) scan.take('comment', scan.lineEnd());
  else scan.takeLine('unknown');
}

/** A name without quotes: letters of any script, digits, hyphens, underscores and asterisks. */
function nameEnd(scan: Scan, from: number): number {
  let at = from;
  while (isNameCharacter(scan.code(at)) && !(scan.startsWith('--', at) && at > from)) at++;
  return at;
}

const isNameCharacter = (code: number): boolean =>
  isWordCharacter(code) || code === 45 || code === 42 || (code > 127 && !isSpace(code));

/** Takes a name, quoted or plain. */
function takeName(scan: Scan, role: OccurrenceRole, kind = 'entity'): Identifier | undefined {
  const close = scan.code() === quote ? scan.next('"', scan.at + 1) : scan.end;
  if (close >= scan.lineEnd()) return scan.takeId(nameEnd(scan, scan.at), role, kind);
  scan.take('quote', scan.at + 1);
  const name = scan.takeId(close, role, kind);
  scan.take('quote', close + 1);
  return name;
}

/** An entity with its alias, attributes and style classes, or two with their relationship. */
function takeEntities(scan: Scan): void {
  const from = takeName(scan, 'member');
  if (from === undefined) return;
  scan.takeBlanks();
  const alias = takeBracketLabel(scan);
  if (alias) scan.symbols.label(from.id, alias);
  takeStyleClasses(scan);
  const end = relationEnd(scan);
  if (end > scan.at) takeRelationship(scan, from, end);
  else if (scan.code() === openBrace) takeAttributes(scan, from);
}

function takeRelationship(scan: Scan, from: Identifier, end: number): void {
  const arrow = scan.takeSpan('arrow', end);
  scan.takeBlanks();
  const to = takeName(scan, 'edge');
  scan.takeBlanks();
  takeStyleClasses(scan);
  const label = takeRole(scan);
  if (to) scan.symbols.edge(from.id, to.id, arrow, { start: from.span.start, end: to.span.end }, label);
}

const cardinality = [
  ...['\\|o', 'o\\|', '\\}o', 'o\\{', '\\}\\|', '\\|\\{', '\\|\\|', 'u(?=[-.|])', '0\\+', '1\\+', '1(?!\\w)'],
  ...['(?:zero|one) or (?:zero|one|more|many)\\b', 'only one\\b', 'one\\b', 'many\\([01]\\)', 'many\\b'],
].join('|');
const line = '--|\\.\\.|\\.-|-\\.|optionally to\\b|to\\b';
const relation = new RegExp(`^(?:${cardinality})\\s*(?:${line})\\s*(?:${cardinality})`, 'i');
/** Lines with ends that there are not, as people write them. */
const wrongRelation = /^(?:[|}{o<>]{0,2}(?:--+|\.\.+|==+)[|}{o<>]{0,2}|-+>+)/;
const longestRelation = 60;

function relationEnd(scan: Scan): number {
  const rest = scan.text.slice(scan.at, Math.min(scan.lineEnd(), scan.at + longestRelation));
  return scan.at + ((relation.exec(rest) ?? wrongRelation.exec(rest))?.[0].length ?? 0);
}

/** `: "does"` after a relationship. */
function takeRole(scan: Scan): DiagramLabel | undefined {
  if (scan.code() !== colon) return undefined;
  scan.take('operator', scan.at + 1);
  scan.takeBlanks();
  const close = scan.code() === quote ? scan.next('"', scan.at + 1) : scan.end;
  if (close >= scan.lineEnd()) return scan.takeLabel(scan.lineEnd());
  return takeQuoted(scan, close);
}

function takeQuoted(scan: Scan, close: number): DiagramLabel {
  scan.take('quote', scan.at + 1);
  const label = scan.label(scan.at, close, true);
  scan.take('label', close);
  scan.take('quote', close + 1);
  return label;
}

/** `[Alias]` or `["Alias"]` */
function takeBracketLabel(scan: Scan): DiagramLabel | undefined {
  if (scan.code() !== openSquare) return undefined;
  scan.take('bracket', scan.at + 1);
  scan.takeBlanks();
  const quoteEnd = scan.code() === quote ? scan.next('"', scan.at + 1) : scan.end;
  const close = Math.min(scan.next(']', quoteEnd < scan.lineEnd() ? quoteEnd : scan.at), scan.lineEnd());
  const label = quoteEnd < scan.lineEnd() ? takeQuoted(scan, quoteEnd) : scan.takeLabel(close);
  scan.takeBlanks();
  if (scan.startsWith(']')) scan.take('bracket', scan.at + 1);
  scan.takeBlanks();
  return label;
}

function takeStyleClasses(scan: Scan): void {
  if (!scan.startsWith(':::')) return;
  scan.take('operator', scan.at + 3);
  scan.takeBlanks();
  scan.takeNames(listEnd(scan, nameEnd), (end) => scan.takeClassName(end));
  scan.takeBlanks();
}

/** The attributes of an entity, a line each: type, name, keys, comment. A statement in it shows that its brace is missing. */
function takeAttributes(scan: Scan, entity: Identifier): void {
  const opener = scan.takeSpan('bracket', scan.at + 1);
  scan.symbols.openGroup({ kind: 'entity', id: entity.id, idSpan: entity.span, opener });
  for (scan.takeSpace(); !scan.atEnd && scan.code() !== closeBrace; scan.takeSpace()) {
    if (startsStatement(scan)) return;
    takeAttribute(scan);
  }
  if (!scan.atEnd) scan.symbols.closeGroup(scan.takeSpan('bracket', scan.at + 1).end);
}

const openedBlock = /^[^\s"]+\s*(?:\{|[|}o][|o{]?(?:--|\.\.))/;

function startsStatement(scan: Scan): boolean {
  return openedBlock.test(scan.text.slice(scan.at, Math.min(scan.lineEnd(), scan.at + longestRelation)));
}

function takeAttribute(scan: Scan): void {
  takeAttributeWord(scan, 'value');
  scan.takeBlanks();
  takeAttributeWord(scan, 'text');
  for (scan.takeBlanks(); !scan.atLineEnd && scan.code() !== closeBrace; scan.takeBlanks()) {
    const close = scan.code() === quote ? scan.next('"', scan.at + 1) : scan.end;
    if (close < scan.lineEnd()) scan.take('string', close + 1);
    else if (scan.code() === comma) scan.take('operator', scan.at + 1);
    else if (/^[PFU]K$/i.test(scan.word())) scan.take('keyword', scan.at + 2);
    else takeAttributeWord(scan, 'unknown');
  }
}

function takeAttributeWord(scan: Scan, kind: 'value' | 'text' | 'unknown'): void {
  let end = scan.at;
  while (end < scan.end && !isSpace(scan.code(end)) && scan.code(end) !== closeBrace) end++;
  scan.take(kind, end);
}

function takeSubgraph(scan: Scan): void {
  const opener = scan.takeSpan('keyword', scan.at + 'subgraph'.length);
  scan.takeBlanks();
  const bracket = Math.min(scan.next('[', scan.at), scan.lineEnd());
  const quoted = scan.code() === quote;
  let name: Identifier | undefined;
  if (quoted) name = takeName(scan, 'other', 'subgraph');
  else name = scan.takeId(scan.trimEnd(scan.at, bracket), 'other', 'subgraph');
  if (name) scan.symbols.declare(name.id, 'subgraph');
  scan.takeBlanks();
  const label = takeBracketLabel(scan);
  if (name && label) scan.symbols.label(name.id, label);
  const id = name && { id: name.id, idSpan: name.span };
  scan.symbols.openGroup({ kind: 'subgraph', ...id, ...(label && { label }), opener });
}

function takeEnd(scan: Scan): void {
  scan.symbols.closeGroup(scan.takeSpan('keyword', scan.at + 'end'.length).end);
}
