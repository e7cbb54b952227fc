import type { Span } from '../../../text/span';
import type { DiagramLabel, OccurrenceRole } from '../../diagram-symbols';
import { takeAccessibility } from '../../scan/accessibility';
import { CharacterSet } from '../../scan/characters';
import type { Identifier, Scan } from '../../scan/scan';
import { takeShapeData } from '../../scan/shape-data';
import { listEnd, takeClass, takeClassDef, takeStyle } from '../../scan/styling';

/** Reads a use case diagram: actors, use cases, the frames around them and what relates them, a statement a line. */
export function scanUsecase(scan: Scan): void {
  while (!scan.atEnd) takeStatement(scan);
}

const comma = 44;
const colon = 58;
const at = 64;
const quotes = new Set([34, 39]);

const statements: Readonly<Record<string, (scan: Scan) => void>> = {
  actor: takeActors,
  systemBoundary: takeBoundary,
  end: (scan) => scan.symbols.closeGroup(scan.takeSpan('keyword', scan.at + 'end'.length).end),
  note: takeNote,
  json: takeJson,
  direction: takeDirection,
  classDef: (scan) => takeClassDef(scan),
  class: (scan) => takeClass(scan, 'usecase'),
  style: (scan) => takeStyle(scan, 'usecase'),
};

function takeStatement(scan: Scan): void {
  scan.takeSpace();
  if (scan.atEnd || takeAccessibility(scan)) return;
  const keyword = scan.word();
  const take = Object.hasOwn(statements, keyword) ? statements[keyword] : undefined;
  if (scan.startsWith('%%')) scan.take('comment', scan.lineEnd());
  else if (take) take(scan);
  else takeUseCase(scan);
  scan.takeBlanks();
  scan.takeLine('unknown');
}

/** A use case by itself or with what it is related to; named inside a frame, it belongs there. */
function takeUseCase(scan: Scan): void {
  const useCase = takeThing(scan, 'member', 'usecase');
  if (useCase && scan.symbols.group) scan.symbols.declare(useCase.id);
  takeRelation(scan, useCase);
}

/** `actor A, B("Label")`, or an actor and what it is related to. */
function takeActors(scan: Scan): void {
  scan.takeKeyword('actor'.length);
  for (;;) {
    const actor = takeThing(scan, 'member', 'actor');
    scan.takeBlanks();
    if (scan.code() !== comma) {
      takeRelation(scan, actor);
      return;
    }
    scan.take('operator', scan.at + 1);
    scan.takeBlanks();
  }
}

/** `systemBoundary shop["Web shop"]`, up to `end`. */
function takeBoundary(scan: Scan): void {
  const opener = scan.takeSpan('keyword', scan.at + 'systemBoundary'.length);
  scan.takeBlanks();
  const name = takeName(scan, 'member', 'systemBoundary');
  if (name) scan.symbols.declare(name.id, 'systemBoundary');
  const label = name && takeLabel(scan, name);
  scan.symbols.openGroup({
    kind: 'systemBoundary',
    ...(name && { id: name.id, idSpan: name.span }),
    ...(label && { label }),
    opener,
  });
  takeDetails(scan);
}

/** `note for A "text"` */
function takeNote(scan: Scan): void {
  scan.takeKeyword('note'.length);
  if (scan.word() !== 'for') return;
  scan.takeKeyword('for'.length);
  takeName(scan, 'note', 'usecase');
  scan.takeBlanks();
  scan.takeLine('text');
}

/** `json order @{ "id": 1 }`, over several lines too. */
function takeJson(scan: Scan): void {
  scan.takeKeyword('json'.length);
  const name = takeName(scan, 'member', 'json');
  if (name) scan.symbols.declare(name.id, 'json');
  scan.takeBlanks();
  if (scan.code() !== at) return;
  scan.take('operator', scan.at + 1);
  scan.takeBlanks();
  if (scan.startsWith('{')) scan.take('value', objectEnd(scan));
  takeDetails(scan);
}

/** Past the brace that closes the object which starts here; to the end of the line when none does. */
function objectEnd(scan: Scan): number {
  let depth = 0;
  for (let end = scan.nextOf(objectSigns, scan.at); end < scan.end; end = scan.nextOf(objectSigns, end + 1)) {
    const sign = scan.text[end];
    if (sign === '"') {
      end = stringEnd(scan, end) - 1;
      if (end >= scan.end) break;
    } else if (sign === '{') depth++;
    else if (--depth === 0) return end + 1;
  }
  return scan.lineEnd();
}

const objectSigns = new CharacterSet('{}"');

/** Past the quote that closes a JSON string. */
function stringEnd(scan: Scan, start: number): number {
  let end = start + 1;
  while (end < scan.end && scan.text[end] !== '"') end += scan.text[end] === '\\' ? 2 : 1;
  return end + 1;
}

function takeDirection(scan: Scan): void {
  scan.takeKeyword('direction'.length);
  scan.take('value', scan.wordEnd(scan.at));
}

// ---- things and relations

/** An actor or use case: its name with label, metadata, stereotype and style classes. */
function takeThing(scan: Scan, role: OccurrenceRole, kind: string): Identifier | undefined {
  const name = takeName(scan, role, kind);
  if (name === undefined) return undefined;
  if (kind === 'actor') scan.symbols.declare(name.id, kind);
  takeLabel(scan, name);
  takeDetails(scan);
  return name;
}

/** A name: a word, or a text in quotes. */
function takeName(scan: Scan, role: OccurrenceRole, kind: string): Identifier | undefined {
  if (!quotes.has(scan.code())) return scan.takeId(scan.wordEnd(scan.at), role, kind);
  const sign = scan.startsWith('"`') ? '`"' : scan.text[scan.at]!;
  const close = scan.next(sign, scan.at + sign.length);
  if (close >= (sign.length > 1 ? scan.end : scan.lineEnd())) return undefined;
  scan.take('quote', scan.at + sign.length);
  const name = scan.takeId(close, role, kind);
  scan.take('quote', close + sign.length);
  return name;
}

/** `("Label")` or `[Label]` right behind a name, or after blanks. */
function takeLabel(scan: Scan, name: Identifier): DiagramLabel | undefined {
  const open = scan.skipBlanks(scan.at);
  const closer = scan.startsWith('(', open) ? ')' : scan.startsWith('[', open) ? ']' : undefined;
  if (closer === undefined) return undefined;
  scan.takeBlanks();
  scan.take('bracket', open + 1);
  scan.takeBlanks();
  const label = takeText(scan, Math.min(scan.next(closer, afterString(scan, scan.at)), scan.lineEnd()));
  scan.takeBlanks();
  if (scan.startsWith(closer)) scan.take('bracket', scan.at + 1);
  if (label) scan.symbols.label(name.id, label);
  return label;
}

/** A text up to `end`, in quotes or plain. */
function takeText(scan: Scan, end: number): DiagramLabel | undefined {
  const after = afterString(scan, scan.at);
  if (after === scan.at) return scan.takeLabel(end);
  const sign = scan.startsWith('"`') ? 2 : 1;
  scan.take('quote', scan.at + sign);
  const label = scan.label(scan.at, after - sign, true);
  scan.take('label', after - sign);
  scan.take('quote', after);
  return label;
}

/** Past the string that starts at an offset; the offset itself where none does. */
function afterString(scan: Scan, from: number): number {
  if (!quotes.has(scan.code(from))) return from;
  const markdown = scan.startsWith('"`', from);
  const sign = markdown ? '`"' : scan.text[from]!;
  const close = scan.next(sign, from + sign.length);
  return close < (markdown ? scan.end : scan.lineEnd(from)) ? close + sign.length : from;
}

/** `@{ type: hollow } <<service>> :::a,b` */
function takeDetails(scan: Scan): void {
  if (scan.startsWith('@{', scan.skipBlanks(scan.at))) {
    scan.takeBlanks();
    takeShapeData(scan);
  }
  const stereotype = scan.skipBlanks(scan.at);
  if (scan.startsWith('<<', stereotype)) {
    scan.takeBlanks();
    scan.take('bracket', stereotype + 2);
    scan.take('value', Math.min(scan.next('>>', scan.at), scan.lineEnd()));
    if (scan.startsWith('>>')) scan.take('bracket', scan.at + 2);
  }
  if (!scan.startsWith(':::', scan.skipBlanks(scan.at))) return;
  scan.takeBlanks();
  scan.take('operator', scan.at + 3);
  scan.takeBlanks();
  scan.takeNames(listEnd(scan), (end) => scan.takeClassName(end));
}

interface Arrow {
  readonly span: Span;
  readonly label?: DiagramLabel;
}

function takeRelation(scan: Scan, from: Identifier | undefined): void {
  scan.takeBlanks();
  const sign = scan.wordEnd(scan.at);
  if (from && sign > scan.at && scan.code(sign) === at && scan.text[sign + 1] !== '{') {
    const edge = scan.takeId(sign, 'other', 'edge');
    if (edge) scan.symbols.declare(edge.id, 'edge');
    scan.take('operator', sign + 1);
    scan.takeBlanks();
  }
  const arrow = from && takeArrow(scan);
  if (!arrow) return;
  scan.takeBlanks();
  const to = takeThing(scan, 'edge', 'usecase');
  if (to) scan.symbols.edge(from.id, to.id, arrow.span, { start: from.span.start, end: to.span.end }, arrow.label);
}

const operator = /^(?:--\|>|\.\.>|--+>|<--+|--[ox]|[ox]--|--+)/;
const closing = /^(?:--+>|--[ox]|--+)/;
/** Which operators a label may follow, up to the one that closes it. */
const opensLabel = new Set(['--', '<--', 'o--', 'x--']);

function takeArrow(scan: Scan): Arrow | undefined {
  const found = operator.exec(scan.text.slice(scan.at, scan.lineEnd()))?.[0];
  if (found === undefined) return undefined;
  const { start, end } = scan.takeSpan('arrow', scan.at + found.length);
  if (found === '..>') return { span: { start, end }, ...takeSemantic(scan) };
  if (!opensLabel.has(found)) return { span: { start, end } };
  const text = scan.skipBlanks(scan.at);
  const close = scan.next('--', Math.max(afterString(scan, text), text));
  if (close >= scan.lineEnd() || close === text || hasDelimiter(scan, text, close)) return { span: { start, end } };
  scan.takeBlanks();
  const label = takeText(scan, close);
  scan.takeBlanks();
  const last = scan.takeSpan('arrow', close + closing.exec(scan.text.slice(close, scan.lineEnd()))![0].length);
  return { span: { start, end: last.end }, ...(label && { label }) };
}

/** Whether a bracket stands in a plain label: then it is none. */
const hasDelimiter = (scan: Scan, start: number, end: number): boolean =>
  !quotes.has(scan.code(start)) && scan.nextOf(delimiters, start) < end;

const delimiters = new CharacterSet('()[]{}"');

/** `: include` after `..>` */
function takeSemantic(scan: Scan): { label?: DiagramLabel } {
  const sign = scan.skipBlanks(scan.at);
  if (scan.code(sign) !== colon) return {};
  scan.takeBlanks();
  scan.take('operator', sign + 1);
  scan.takeBlanks();
  const end = scan.wordEnd(scan.at);
  const label = scan.label(scan.at, end);
  scan.take('keyword', end);
  return label.text === '' ? {} : { label };
}
