import type { Span } from '../../../text/span';
import type { DiagramLabel } from '../../diagram-symbols';
import { takeAccessibility } from '../../scan/accessibility';
import { CharacterSet } from '../../scan/characters';
import { takeDirectionLine } from '../../scan/direction';
import type { Identifier, Scan } from '../../scan/scan';

/** Reads a C4 diagram: calls with an alias and a label, boundaries in braces, relations between aliases. */
export function scanC4(scan: Scan): void {
  while (!scan.atEnd) takeStatement(scan);
}

const closeBrace = 125;
const openBrace = 123;
const comma = 44;
const quote = 34;

function takeStatement(scan: Scan): void {
  scan.takeSpace();
  if (scan.atEnd || takeAccessibility(scan) || takeDirectionLine(scan)) return;
  const word = scan.word();
  const isCall = word !== '' && scan.code(scan.skipBlanks(scan.at + word.length)) === 40; /* ( */
  if (scan.startsWith('%%')) scan.take('comment', scan.lineEnd());
  else if (scan.code() === closeBrace) scan.symbols.closeGroup(scan.takeSpan('bracket', scan.at + 1).end);
  else if (isCall) takeCall(scan, word);
  else if (word === 'title') {
    scan.takeKeyword(word.length);
    scan.takeLine('text');
  } else scan.takeLine('unknown');
}

const kindOf = (call: string): string =>
  call
    .replace(/_Ext$/, '')
    .replace(/(?:Db|Queue)$/, '')
    .toLowerCase();

function takeCall(scan: Scan, call: string): void {
  const opener = scan.takeSpan('keyword', scan.at + call.length);
  scan.takeBlanks();
  scan.take('bracket', scan.at + 1);
  if (/^(?:Bi)?Rel(?:_|Index|$)/.test(call)) takeRelation(scan, call);
  else if (/^Update(?:Element|Rel)Style$/.test(call)) {
    takeAlias(scan, 'style');
    if (call === 'UpdateRelStyle') takeAlias(scan, 'style');
  } else if (!call.startsWith('Update')) takeElement(scan, call, opener);
  takeArguments(scan);
}

function takeElement(scan: Scan, call: string, opener: Span): void {
  const alias = takeAlias(scan, 'member', kindOf(call));
  if (alias) scan.symbols.declare(alias.id, kindOf(call));
  const label = takeText(scan);
  if (alias && label) scan.symbols.label(alias.id, label);
  takeArguments(scan);
  if (scan.code(scan.skipSpace(scan.at)) !== openBrace) return;
  scan.takeSpace();
  const id = alias && { id: alias.id, idSpan: alias.span };
  scan.symbols.openGroup({ kind: kindOf(call), ...id, ...(label && { label }), opener });
  scan.take('bracket', scan.at + 1);
}

/** `Rel(from, to, label, …)`; a `RelIndex` has its number first. Aliases are declared elsewhere. */
function takeRelation(scan: Scan, call: string): void {
  if (call === 'RelIndex') takeArgument(scan);
  const from = takeAlias(scan, 'other');
  const arrow = { start: from?.span.end ?? scan.at, end: scan.at };
  const to = takeAlias(scan, 'other');
  const label = takeText(scan);
  const span = from && to && { start: from.span.start, end: to.span.end };
  if (span) scan.symbols.edge(from.id, to.id, arrow, span, label);
}

function argumentEnd(scan: Scan): number {
  return Math.min(scan.nextOf(argumentEnds, scan.at), scan.lineEnd());
}

const argumentEnds = new CharacterSet(',)');

function takeAlias(scan: Scan, role: 'member' | 'other' | 'style', kind = 'system'): Identifier | undefined {
  scan.takeBlanks();
  const close = scan.code() === quote ? scan.next('"', scan.at + 1) : scan.end;
  let alias: Identifier | undefined;
  if (close < scan.lineEnd()) {
    scan.take('quote', scan.at + 1);
    alias = scan.takeId(close, role, kind);
    scan.take('quote', close + 1);
  } else alias = scan.takeId(scan.trimEnd(scan.at, argumentEnd(scan)), role, kind);
  takeComma(scan);
  return alias;
}

function takeComma(scan: Scan): void {
  scan.takeBlanks();
  if (scan.code() === comma) scan.take('operator', scan.at + 1);
  scan.takeBlanks();
}

/** A label, in quotes or plain; undefined where a named argument (`$tags=`) stands. */
function takeText(scan: Scan): DiagramLabel | undefined {
  const close = scan.code() === quote ? scan.next('"', scan.at + 1) : scan.end;
  if (close >= scan.lineEnd()) {
    if (scan.startsWith('$')) return undefined;
    const plain = scan.takeLabel(argumentEnd(scan));
    takeComma(scan);
    return plain;
  }
  scan.take('quote', scan.at + 1);
  const label = scan.label(scan.at, close, true);
  scan.take('label', close);
  scan.take('quote', close + 1);
  takeComma(scan);
  return label;
}

/** What is left of the arguments, with the parenthesis that closes them. */
function takeArguments(scan: Scan): void {
  for (scan.takeBlanks(); !scan.atLineEnd && scan.code() !== 41; scan.takeBlanks()) {
    if (scan.code() === openBrace) return;
    takeArgument(scan);
  }
  if (scan.code() === 41 /* ) */) scan.take('bracket', scan.at + 1);
}

function takeArgument(scan: Scan): void {
  scan.takeBlanks();
  const close = scan.code() === quote ? scan.next('"', scan.at + 1) : scan.end;
  if (close < scan.lineEnd()) scan.take('string', close + 1);
  else if (scan.code() !== comma) {
    const end = Math.min(argumentEnd(scan), scan.next('"', scan.at));
    scan.take('value', Math.max(scan.trimEnd(scan.at, end), scan.at + 1));
    return;
  }
  takeComma(scan);
}
