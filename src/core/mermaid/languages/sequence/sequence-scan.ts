import type { DiagramLabel, OccurrenceRole } from '../../diagram-symbols';
import { takeAccessibility } from '../../scan/accessibility';
import { CharacterSet, isSpace } from '../../scan/characters';
import type { Scan } from '../../scan/scan';
import { takeShapeData } from '../../scan/shape-data';

/** Reads a sequence diagram: one statement a line, or several with semicolons. Keywords are in any case. */
export function scanSequence(scan: Scan): void {
  while (!scan.atEnd) takeStatement(scan);
}

const statements: Readonly<Record<string, (scan: Scan, keyword: string) => void>> = {
  participant: takeParticipant,
  actor: takeParticipant,
  create: (scan) => scan.takeKeyword('create'.length),
  destroy: (scan, keyword) => takeNamed(scan, keyword, 'other'),
  activate: (scan, keyword) => takeNamed(scan, keyword, 'other'),
  deactivate: (scan, keyword) => takeNamed(scan, keyword, 'other'),
  box: takeBox,
  loop: takeBlock,
  rect: takeBlock,
  opt: takeBlock,
  alt: takeBlock,
  par: takeBlock,
  par_over: takeBlock,
  critical: takeBlock,
  break: takeBlock,
  else: takeSection,
  and: takeSection,
  option: takeSection,
  end: takeEnd,
  note: takeNote,
  links: takeAbout,
  link: takeAbout,
  properties: takeAbout,
  details: takeAbout,
  title: takeTitle,
  autonumber: takeAutonumber,
};

function takeStatement(scan: Scan): void {
  for (scan.takeSpace(); scan.code() === semicolon; scan.takeSpace()) scan.take('operator', scan.at + 1);
  if (scan.atEnd || takeComment(scan) || takeAccessibility(scan)) return;
  const keyword = scan.word().toLowerCase();
  const take = Object.hasOwn(statements, keyword) ? statements[keyword] : undefined;
  if (take) take(scan, keyword);
  else takeMessage(scan);
  // `create` is followed by a statement of its own.
  if (keyword !== 'create' || !take) takeRest(scan);
}

const semicolon = 59;
const colon = 58;
const hyphen = 45;

/** `#` and `%%` open comments here, also after a statement. */
function takeComment(scan: Scan): boolean {
  if (scan.code() !== 35 /* # */ && !scan.startsWith('%%')) return false;
  scan.take('comment', scan.lineEnd());
  return true;
}

function takeRest(scan: Scan): void {
  scan.takeBlanks();
  if (!scan.atLineEnd && scan.code() !== semicolon && !takeComment(scan)) scan.take('unknown', statementEnd(scan));
}

/** Where a text that runs to the end of its statement ends. */
function statementEnd(scan: Scan): number {
  return scan.trimEnd(scan.at, scan.nextOf(statementEnds, scan.at));
}

const statementEnds = new CharacterSet('\n;#');

function takeParticipant(scan: Scan, keyword: string): void {
  scan.takeKeyword(keyword.length);
  const participant = scan.takeId(declaredNameEnd(scan), 'member', keyword);
  if (participant === undefined) return;
  scan.symbols.declare(participant.id, keyword);
  scan.takeBlanks();
  const alias = scan.startsWith('@{') ? takeShapeData(scan, 'alias') : undefined;
  scan.takeBlanks();
  if (/^as$/i.test(scan.word())) {
    scan.takeKeyword('as'.length);
    const label = takeText(scan);
    if (label) scan.symbols.label(participant.id, label);
  } else if (alias) scan.symbols.label(participant.id, alias);
}

/** A name that is declared: up to ` as `, `@{` or the end of the line, blanks inside it allowed. */
function declaredNameEnd(scan: Scan): number {
  const limit = scan.nextOf(declaredNameEnds, scan.at);
  let end = scan.at;
  while (end < limit && !isSpace(scan.code(end))) end++;
  const next = scan.skipBlanks(end);
  if (next > end && /^as\s/i.test(scan.text.slice(next, next + 3))) return end;
  return scan.trimEnd(scan.at, limit);
}

const declaredNameEnds = new CharacterSet('\n;:,<>@');

function takeNamed(scan: Scan, keyword: string, role: OccurrenceRole): void {
  scan.takeKeyword(keyword.length);
  scan.takeId(declaredNameEnd(scan), role, 'participant');
}

function takeBlock(scan: Scan, keyword: string): void {
  const opener = scan.takeSpan('keyword', scan.at + keyword.length);
  scan.takeBlanks();
  if (keyword === 'rect') scan.take('style', statementEnd(scan));
  const label = keyword === 'rect' ? undefined : takeText(scan);
  scan.symbols.openGroup({ kind: keyword, opener, ...(label && { label }) });
}

const colour = /^(?:(?:rgb|hsl)a?\s*\([^)\n]*\)|transparent|[a-z]+(?=\s))/i;

/** A box may begin with a colour; its name follows. */
function takeBox(scan: Scan): void {
  const opener = scan.takeSpan('keyword', scan.at + 'box'.length);
  scan.takeBlanks();
  const first = colour.exec(scan.text.slice(scan.at, Math.min(statementEnd(scan), scan.at + 80)))?.[0] ?? '';
  if (/[(]|^transparent$/i.test(first) || cssColours.has(first.toLowerCase()))
    scan.take('style', scan.at + first.length);
  const label = takeText(scan);
  scan.symbols.openGroup({ kind: 'box', opener, ...(label && { label }) });
}

/** The CSS colours that authors give to boxes; a word that is not here is read as part of the name. */
const cssColours = new Set(
  `aqua azure beige black blue brown coral cyan gold gray green grey indigo ivory khaki lavender lightblue lightcyan
  lightgray lightgreen lightgrey lightpink lightyellow lime linen magenta maroon navy olive orange orchid pink plum purple
  red salmon silver skyblue tan teal tomato turquoise violet wheat white yellow aliceblue antiquewhite honeydew mintcream
  mistyrose snow seashell whitesmoke palegreen peachpuff powderblue lightcoral lightsalmon lightskyblue`.split(/\s+/),
);

function takeSection(scan: Scan, keyword: string): void {
  scan.takeKeyword(keyword.length);
  takeText(scan);
}

function takeEnd(scan: Scan): void {
  scan.symbols.closeGroup(scan.takeSpan('keyword', scan.at + 'end'.length).end);
}

function takeNote(scan: Scan): void {
  scan.takeKeyword('note'.length);
  const placement = /^(?:left of|right of|over)\b/i.exec(scan.text.slice(scan.at, scan.at + 9))?.[0];
  if (placement === undefined) return;
  scan.takeKeyword(placement.length);
  takeAbouts(scan, 'note');
}

/** `link A: …` and its kin: a participant, a colon, a text. */
function takeAbout(scan: Scan, keyword: string): void {
  const after = scan.skipBlanks(scan.at + keyword.length);
  if (after === scan.at + keyword.length || /[/\\+()<>:\n,;-]/.test(scan.text[after] ?? '\n')) {
    takeMessage(scan);
    return;
  }
  scan.takeKeyword(keyword.length);
  takeAbouts(scan, 'member');
}

function takeAbouts(scan: Scan, role: OccurrenceRole): void {
  const end = Math.min(scan.next(':', scan.at), statementEnd(scan));
  scan.takeNames(end, (nameEnd) => {
    const participant = scan.takeId(nameEnd, role, 'participant');
    if (participant) scan.symbols.introduce(participant.id);
  });
  takeColonText(scan, 'text');
}

function takeTitle(scan: Scan): void {
  scan.takeKeyword('title'.length);
  if (scan.code() === colon) scan.take('operator', scan.at + 1);
  scan.takeBlanks();
  scan.take('text', statementEnd(scan));
}

function takeAutonumber(scan: Scan): void {
  scan.takeKeyword('autonumber'.length);
  const end = statementEnd(scan);
  const rest = scan.text.slice(scan.at, end);
  scan.take(/^[\d.\s]+$/.test(rest) ? 'number' : rest === 'off' ? 'keyword' : 'unknown', end);
}

function takeMessage(scan: Scan): void {
  const end = actorEnd(scan, scan.at);
  const arrow = arrowAt(scan, scan.skipBlanks(end)) ?? wrongArrowAt(scan, end);
  if (arrow === undefined) return;
  const nameEnd = scan.trimEnd(scan.at, Math.min(end, arrow.start));
  const from = scan.takeId(nameEnd, 'edge', 'participant');
  scan.take('space', arrow.start);
  const span = scan.takeSpan('arrow', arrow.end);
  scan.takeBlanks();
  takeActivation(scan);
  const to = scan.takeId(scan.trimEnd(scan.at, actorEnd(scan, scan.at)), 'edge', 'participant');
  scan.takeBlanks();
  const label = takeColonText(scan, 'label');
  if (from && to) scan.symbols.edge(from.id, to.id, span, { start: from.span.start, end: to.span.end }, label);
}

/** `+`, `-` or `()` between arrow and name. */
function takeActivation(scan: Scan): void {
  if (scan.startsWith('()')) scan.take('operator', scan.at + 2);
  else if (scan.code() === 43 || scan.code() === hyphen) scan.take('operator', scan.at + 1);
  scan.takeBlanks();
}

function takeColonText(scan: Scan, kind: 'label' | 'text'): DiagramLabel | undefined {
  scan.takeBlanks();
  if (scan.code() !== colon) return undefined;
  scan.take('operator', scan.at + 1);
  scan.takeBlanks();
  if (kind === 'label') return takeText(scan);
  scan.take('text', statementEnd(scan));
  return undefined;
}

/** A text up to the end of the statement; `wrap:` before it says how to draw it. */
function takeText(scan: Scan): DiagramLabel | undefined {
  const wrap = /^:?(?:no)?wrap:/.exec(scan.text.slice(scan.at, scan.at + 8))?.[0];
  if (wrap) scan.takeKeyword(wrap.length);
  return scan.takeLabel(statementEnd(scan));
}

// ---- names and arrows

/** Longer arrows before those they begin with. */
const arrows = [
  ...['<<-->>', '<<->>', '-->>', '->>', '-->', '->', '--x', '-x', '--)', '-)'],
  ...['--|\\', '--|/', '--\\\\', '--//', '/|--', '\\|--', '//--', '\\\\--'],
  ...['-|\\', '-|/', '-\\\\', '-//', '/|-', '\\|-', '//-', '\\\\-'],
];

interface Arrow {
  readonly start: number;
  readonly end: number;
}

function arrowAt(scan: Scan, at: number): Arrow | undefined {
  const start = scan.startsWith('()', at) ? scan.skipBlanks(at + 2) : at;
  const head = scan.text.slice(start, start + 6).toLowerCase();
  const arrow = arrows.find((one) => head.startsWith(one));
  return arrow === undefined ? undefined : { start: at, end: start + arrow.length };
}

/** What people write for an arrow that there is not: `=>`, `~>`, `-->|`; with the dashes that the name took along. */
function wrongArrowAt(scan: Scan, nameEnd: number): Arrow | undefined {
  let end = scan.skipBlanks(nameEnd);
  while (isArrowSign(scan.code(end))) end++;
  if (end === scan.skipBlanks(nameEnd)) return undefined;
  let start = nameEnd;
  while (start > scan.at && (isArrowSign(scan.code(start - 1)) || scan.code(start - 1) === 61)) start--;
  return end - start >= 2 ? { start: start === nameEnd ? scan.skipBlanks(nameEnd) : start, end } : undefined;
}

const isArrowSign = (code: number): boolean => code === hyphen || code === 60 || code === 62 || code === 126;

/** No name holds these: `+ < > : , ;` and line breaks. */
const endsName = (code: number): boolean =>
  code === 43 || code === 60 || code === 62 || code === colon || code === 44 || code === semicolon || code === 10;

const isOutside = (code: number): boolean => endsName(code) || code === hyphen;

/** A name's first part holds none of these either. */
const isSlashOrParenthesis = (code: number): boolean => code === 47 || code === 92 || code === 40 || code === 41;

/** Arrows that a name ends before although their characters may stand in one. */
const nameStops = /^(?:--|-x|-[)\\/]|-\|[\\/]|[\\/]\|-|\/\/-|\\\\-|\(\))/i;

/** Where the name that starts here ends, blanks after it included. Hyphens inside a name are part of it. */
function actorEnd(scan: Scan, start: number): number {
  let at = start;
  while (at < scan.end && !isOutside(scan.code(at)) && !isSlashOrParenthesis(scan.code(at))) at++;
  if (at === start) return at;
  for (;;) {
    if (nameStops.test(scan.text.slice(at, at + 4))) return at;
    let next = at;
    while (scan.code(next) === hyphen) next++;
    const run = next;
    while (next < scan.end && !isOutside(scan.code(next))) next++;
    if (next === run) return at;
    at = next;
  }
}
