import type { Span } from '../../../text/span';
import type { DiagramLabel, OccurrenceRole } from '../../diagram-symbols';
import { takeAccessibility } from '../../scan/accessibility';
import { isSpace, isWordCharacter } from '../../scan/characters';
import { takeClick } from '../../scan/click';
import { takeDirectionLine } from '../../scan/direction';
import type { Identifier, Scan } from '../../scan/scan';
import { takeClassDef } from '../../scan/styling';

/** Reads a class diagram: a statement a line, and braces around members and namespaces. */
export function scanClass(scan: Scan): void {
  while (!scan.atEnd) takeStatement(scan);
}

const statements: Readonly<Record<string, (scan: Scan) => void>> = {
  class: takeClass,
  namespace: takeNamespace,
  classDef: (scan) => takeClassDef(scan, nameEnd),
  style: takeStyle,
  cssClass: takeCssClass,
  callback: (scan) => takeClick(scan, 'callback', takeTarget),
  link: (scan) => takeClick(scan, 'link', takeTarget),
  click: (scan) => takeClick(scan, 'click', takeTarget),
  note: takeNote,
};

const quote = 34;
const colon = 58;
const openBrace = 123;
const closeBrace = 125;
const backquote = 96;
const tilde = 126;

function takeStatement(scan: Scan): void {
  scan.takeSpace();
  if (scan.atEnd || takeAccessibility(scan)) return;
  if (scan.startsWith('%%')) scan.take('comment', scan.lineEnd());
  else if (scan.code() === closeBrace) scan.symbols.closeGroup(scan.takeSpan('bracket', scan.at + 1).end);
  else if (scan.startsWith('<<')) takeAnnotated(scan);
  else if (!takeDirectionLine(scan)) {
    const keyword = scan.word();
    const take = Object.hasOwn(statements, keyword) ? statements[keyword] : undefined;
    if (take) take(scan);
    else takeRelation(scan);
    takeRest(scan);
  }
}

function takeRest(scan: Scan): void {
  scan.takeBlanks();
  if (scan.startsWith('%%')) scan.take('comment', scan.lineEnd());
  else if (!scan.atLineEnd && scan.code() !== closeBrace) scan.takeLine('unknown');
}

// ---- names

/** Where a plain class name ends: words, letters of any script, single hyphens and dots. */
function nameEnd(scan: Scan, from: number): number {
  let at = from;
  for (;;) {
    const code = scan.code(at);
    if (isWordCharacter(code) || (code >= 0xaa && !isSpace(code))) at++;
    else if ((code === 45 /* - */ || code === 46) /* . */ && scan.code(at + 1) !== code) at++;
    else return at;
  }
}

/** Takes a class name, in backquotes or plain, and its `~generic~` types, which are no part of the id. */
function takeName(scan: Scan, role: OccurrenceRole, kind = 'class'): Identifier | undefined {
  let name: Identifier | undefined;
  const close = scan.code() === backquote ? scan.next('`', scan.at + 1) : scan.end;
  if (close < scan.lineEnd()) {
    scan.take('quote', scan.at + 1);
    name = scan.takeId(close, role, kind);
    scan.take('quote', close + 1);
  } else name = scan.takeId(nameEnd(scan, scan.at), role, kind);
  takeGenerics(scan);
  return name;
}

function takeGenerics(scan: Scan): void {
  const end = scan.code() === tilde ? scan.next('~', scan.at + 1) : scan.end;
  if (end >= scan.lineEnd()) return;
  scan.take('value', end + 1);
  // `List~List~int~~`: a type within a type.
  while (isWordCharacter(scan.code()) || scan.code() === tilde) scan.take('value', scan.at + 1);
}

function takeTarget(scan: Scan, role: OccurrenceRole): void {
  takeName(scan, role);
}

// ---- statements

function takeClass(scan: Scan): void {
  const keyword = scan.takeSpan('keyword', scan.at + 'class'.length);
  scan.takeBlanks();
  const name = takeName(scan, 'member');
  if (name) scan.symbols.declare(name.id, 'class');
  scan.takeBlanks();
  const label = takeBracketLabel(scan);
  if (name && label) scan.symbols.label(name.id, label);
  takeStyleClass(scan);
  takeAnnotation(scan);
  if (scan.code(scan.skipSpace(scan.at)) !== openBrace) return;
  scan.takeSpace();
  scan.symbols.openGroup({ kind: 'class', ...(name && { id: name.id, idSpan: name.span }), opener: keyword });
  scan.take('bracket', scan.at + 1);
  takeMembers(scan);
}

/** `["A label"]` after a name. */
function takeBracketLabel(scan: Scan): DiagramLabel | undefined {
  if (scan.code() !== 91 /* [ */) return undefined;
  const start = scan.skipBlanks(scan.at + 1);
  const close = scan.code(start) === quote ? scan.next('"', start + 1) : scan.next(']', start);
  if (close >= scan.lineEnd()) return undefined;
  scan.take('bracket', scan.at + 1);
  scan.takeBlanks();
  const quoted = scan.code() === quote;
  if (quoted) scan.take('quote', scan.at + 1);
  const label = scan.label(scan.at, close, quoted);
  scan.take('label', close);
  if (quoted) scan.take('quote', close + 1);
  scan.takeBlanks();
  if (scan.code() === 93 /* ] */) scan.take('bracket', scan.at + 1);
  scan.takeBlanks();
  return label;
}

function takeStyleClass(scan: Scan): void {
  if (!scan.startsWith(':::')) return;
  scan.take('operator', scan.at + 3);
  scan.takeBlanks();
  scan.takeClassName(nameEnd(scan, scan.at));
  scan.takeBlanks();
}

/** `<<interface>>` */
function takeAnnotation(scan: Scan): void {
  if (!scan.startsWith('<<')) return;
  scan.take('bracket', scan.at + 2);
  const close = Math.min(scan.next('>>', scan.at), scan.lineEnd());
  scan.take('value', close);
  if (scan.startsWith('>>')) scan.take('bracket', close + 2);
  scan.takeBlanks();
}

function takeAnnotated(scan: Scan): void {
  takeAnnotation(scan);
  takeName(scan, 'other');
  takeRest(scan);
}

/** A class's members, a line each, up to its brace; a line that opens another class shows that the brace is missing. */
function takeMembers(scan: Scan): void {
  for (;;) {
    scan.takeSpace();
    if (scan.atEnd || /^(?:class|namespace)$/.test(scan.word())) return;
    if (scan.code() === closeBrace) {
      scan.symbols.closeGroup(scan.takeSpan('bracket', scan.at + 1).end);
      return;
    }
    const end = Math.min(scan.lineEnd(), scan.next('}', scan.at));
    if (scan.startsWith('<<')) takeAnnotation(scan);
    scan.take('text', scan.trimEnd(scan.at, end));
  }
}

function takeNamespace(scan: Scan): void {
  const opener = scan.takeSpan('keyword', scan.at + 'namespace'.length);
  scan.takeBlanks();
  const name = takeName(scan, 'other', 'namespace');
  if (name) scan.symbols.declare(name.id, 'namespace');
  scan.takeBlanks();
  const label = takeBracketLabel(scan);
  if (name && label) scan.symbols.label(name.id, label);
  if (scan.code(scan.skipSpace(scan.at)) !== openBrace) return;
  scan.takeSpace();
  scan.symbols.openGroup({
    kind: 'namespace',
    ...(name && { id: name.id, idSpan: name.span }),
    ...(label && { label }),
    opener,
  });
  scan.take('bracket', scan.at + 1);
}

function takeStyle(scan: Scan): void {
  scan.takeKeyword('style'.length);
  takeName(scan, 'style');
  scan.takeBlanks();
  scan.takeLine('style');
}

/** `cssClass "A,B" name` */
function takeCssClass(scan: Scan): void {
  scan.takeKeyword('cssClass'.length);
  const close = scan.code() === quote ? scan.next('"', scan.at + 1) : scan.end;
  if (close < scan.lineEnd()) {
    scan.take('quote', scan.at + 1);
    scan.takeNames(close, (end) => scan.takeId(end, 'class', 'class'));
    scan.take('quote', close + 1);
  }
  scan.takeBlanks();
  scan.takeClassName(nameEnd(scan, scan.at));
}

function takeNote(scan: Scan): void {
  scan.takeKeyword('note'.length);
  if (scan.word() === 'for') {
    scan.takeKeyword('for'.length);
    takeName(scan, 'note');
    scan.takeBlanks();
  }
  const close = scan.code() === quote ? scan.next('"', scan.at + 1) : scan.end;
  if (close < scan.end) scan.take('text', close + 1);
}

// ---- relations

const line = /^(--|\.\.)/;
const head = /^(?:<\||\|>|[<>*]|o(?!\w)|\(\))/;

interface Relation {
  readonly arrow: Span;
  /** Which side a `()` stands on: that name is an interface of the other's, no class. */
  readonly lollipop: 'from' | 'to' | undefined;
}

function takeRelation(scan: Scan): void {
  const from = takeName(scan, 'other');
  if (from === undefined) return;
  scan.takeBlanks();
  takeCardinality(scan);
  const relation = takeArrow(scan);
  if (relation) {
    scan.takeBlanks();
    takeCardinality(scan);
    const to = takeName(scan, 'edge', relation.lollipop === 'to' ? 'interface' : 'class');
    if (to) scan.symbols.introduce(from.id, relation.lollipop === 'from' ? 'interface' : 'class');
    scan.takeBlanks();
    takeStyleClass(scan);
    const label = takeColonLabel(scan);
    const span = to && { start: from.span.start, end: to.span.end };
    if (to && span) scan.symbols.edge(from.id, to.id, relation.arrow, span, label);
    return;
  }
  takeStyleClass(scan);
  if (scan.code() !== colon) return;
  scan.symbols.introduce(from.id);
  scan.take('operator', scan.at + 1);
  scan.takeBlanks();
  scan.takeLine('text');
}

function takeCardinality(scan: Scan): void {
  const close = scan.code() === quote ? scan.next('"', scan.at + 1) : scan.end;
  if (close < scan.lineEnd()) scan.take('string', close + 1);
  scan.takeBlanks();
}

/** `<|--`, `o..>` and their like; blanks may stand between head and line. */
function takeArrow(scan: Scan): Relation | undefined {
  const first = headEnd(scan, scan.at);
  const middle = scan.skipBlanks(first);
  if (!line.test(scan.text.slice(middle, middle + 2))) return undefined;
  const second = scan.skipBlanks(middle + 2);
  const last = headEnd(scan, second);
  const end = last > second ? last : middle + 2;
  const lollipop = scan.startsWith('()') ? 'from' : scan.startsWith('()', end - 2) ? 'to' : undefined;
  return { arrow: scan.takeSpan('arrow', end), lollipop };
}

function headEnd(scan: Scan, at: number): number {
  return at + (head.exec(scan.text.slice(at, at + 3))?.[0].length ?? 0);
}

function takeColonLabel(scan: Scan): DiagramLabel | undefined {
  if (scan.code() !== colon) return undefined;
  scan.take('operator', scan.at + 1);
  return scan.takeLabel(scan.lineEnd());
}
