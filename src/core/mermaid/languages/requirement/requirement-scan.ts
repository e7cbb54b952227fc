import type { OccurrenceRole } from '../../diagram-symbols';
import { takeAccessibility } from '../../scan/accessibility';
import { takeDirectionLine } from '../../scan/direction';
import type { Identifier, Scan } from '../../scan/scan';
import { listEnd, takeClass, takeClassDef, takeStyle } from '../../scan/styling';
import { requirementDefinitions } from './requirement-words';

/** Reads a requirement diagram: requirements and elements with their properties, and what relates them. */
export function scanRequirement(scan: Scan): void {
  while (!scan.atEnd) takeStatement(scan);
}

const definitions = new Set(requirementDefinitions.map((word) => word.toLowerCase()));

const quote = 34;
const openBrace = 123;
const closeBrace = 125;

function takeStatement(scan: Scan): void {
  scan.takeSpace();
  if (scan.atEnd || takeAccessibility(scan) || takeDirectionLine(scan)) return;
  const keyword = scan.word().toLowerCase();
  if (scan.startsWith('%%') || scan.code() === 35 /* # */) scan.take('comment', scan.lineEnd());
  else if (scan.code() === closeBrace) scan.symbols.closeGroup(scan.takeSpan('bracket', scan.at + 1).end);
  else if (definitions.has(keyword)) takeDefinition(scan, keyword);
  else if (keyword === 'classdef') takeClassDef(scan);
  else if (keyword === 'class') takeClass(scan, 'requirement');
  else if (keyword === 'style') takeStyle(scan, 'requirement');
  else if (keyword === 'title') {
    scan.takeKeyword(keyword.length);
    scan.takeLine('text');
  } else takeRelation(scan);
}

function takeName(scan: Scan, role: OccurrenceRole, kind?: string): Identifier | undefined {
  const close = scan.code() === quote ? scan.next('"', scan.at + 1) : scan.end;
  if (close >= scan.lineEnd()) return scan.takeId(scan.trimEnd(scan.at, nameEnd(scan, scan.at)), role, kind);
  scan.take('quote', scan.at + 1);
  const name = scan.takeId(close, role, kind);
  scan.take('quote', close + 1);
  return name;
}

/** A plain name may hold blanks; these signs end it. */
function nameEnd(scan: Scan, from: number): number {
  let at = from;
  while (at < scan.end && !':,\n{}<>-='.includes(scan.text[at]!)) at++;
  return at;
}

function takeDefinition(scan: Scan, keyword: string): void {
  const opener = scan.takeSpan('keyword', scan.at + keyword.length);
  const kind = keyword === 'element' ? 'element' : 'requirement';
  scan.takeBlanks();
  const name = takeName(scan, 'member', kind);
  if (name) scan.symbols.declare(name.id, kind);
  scan.takeBlanks();
  takeStyleClasses(scan);
  if (scan.code(scan.skipSpace(scan.at)) !== openBrace) return;
  scan.takeSpace();
  scan.symbols.openGroup({ kind, ...(name && { id: name.id, idSpan: name.span }), opener });
  scan.take('bracket', scan.at + 1);
  takeBody(scan);
}

/** Properties, a line each; a definition among them shows that the brace is missing. */
function takeBody(scan: Scan): void {
  for (scan.takeSpace(); !scan.atEnd; scan.takeSpace()) {
    if (scan.code() === closeBrace) {
      scan.symbols.closeGroup(scan.takeSpan('bracket', scan.at + 1).end);
      return;
    }
    const end = scan.wordEnd(scan.at);
    if (scan.code(scan.skipBlanks(end)) !== 58 /* : */) return;
    scan.take('keyword', end);
    scan.takeBlanks();
    scan.take('operator', scan.at + 1);
    scan.takeBlanks();
    scan.take('text', scan.trimEnd(scan.at, Math.min(scan.lineEnd(), scan.next('}', scan.at))));
  }
}

const relation = /^(?:-\s*(\w+)\s*->|<-\s*(\w+)\s*-)/;
const longestRelation = 40;

function takeRelation(scan: Scan): void {
  const first = takeName(scan, 'edge');
  if (first === undefined) {
    scan.takeLine('unknown');
    return;
  }
  scan.takeBlanks();
  takeStyleClasses(scan);
  const found = relation.exec(scan.text.slice(scan.at, Math.min(scan.at + longestRelation, scan.lineEnd())));
  if (found) {
    const word = found[1] ?? found[2]!;
    const start = scan.at + found[0].indexOf(word);
    const label = scan.label(start, start + word.length);
    const arrow = scan.takeSpan('arrow', scan.at + found[0].length);
    scan.takeBlanks();
    const second = takeName(scan, 'edge');
    const [from, to] = found[1] === undefined ? [second, first] : [first, second];
    const span = second && { start: first.span.start, end: second.span.end };
    if (from && to && span) scan.symbols.edge(from.id, to.id, arrow, span, label);
  }
  scan.takeLine('unknown');
}

function takeStyleClasses(scan: Scan): void {
  if (!scan.startsWith(':::')) return;
  scan.take('operator', scan.at + 3);
  scan.takeNames(listEnd(scan), (end) => scan.takeClassName(end));
  scan.takeBlanks();
}
