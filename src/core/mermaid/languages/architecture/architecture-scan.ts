import { takeAccessibility } from '../../scan/accessibility';
import { isWordCharacter } from '../../scan/characters';
import type { Identifier, Scan } from '../../scan/scan';
import { architectureThings } from './architecture-words';

/** Reads an architecture diagram: groups, services and junctions, and the edges between their sides. */
export function scanArchitecture(scan: Scan): void {
  while (!scan.atEnd) {
    scan.takeSpace();
    if (scan.atEnd || takeAccessibility(scan)) continue;
    const keyword = scan.word();
    if (scan.startsWith('%%')) scan.take('comment', scan.lineEnd());
    else if (architectureThings.includes(keyword)) takeDefinition(scan, keyword);
    else if (keyword === 'align') takeAlign(scan);
    else if (keyword === 'title') {
      scan.takeKeyword(keyword.length);
      scan.takeLine('text');
    } else takeEdge(scan);
    scan.takeBlanks();
    scan.takeLine('unknown');
  }
}

function idEnd(scan: Scan): number {
  let end = scan.at;
  while (isWordCharacter(scan.code(end)) || (scan.code(end) === 45 && isWordCharacter(scan.code(end + 1)))) end++;
  return end;
}

/** `service id(icon)[Title] in group` */
function takeDefinition(scan: Scan, keyword: string): void {
  scan.takeKeyword(keyword.length);
  const name = scan.takeId(idEnd(scan), 'member', keyword);
  if (name) scan.symbols.declare(name.id, keyword);
  takeBracketed(scan, '(', ')', 'value');
  const title = takeTitle(scan);
  if (name && title) scan.symbols.label(name.id, title);
  scan.takeBlanks();
  if (scan.word() !== 'in') return;
  scan.takeKeyword('in'.length);
  scan.takeId(idEnd(scan), 'other', 'group');
}

/** `align row a b`: things that stand in one row or column. */
function takeAlign(scan: Scan): void {
  scan.takeKeyword('align'.length);
  scan.take('value', scan.wordEnd(scan.at));
  for (scan.takeBlanks(); idEnd(scan) > scan.at; scan.takeBlanks()) scan.takeId(idEnd(scan), 'other', 'service');
}

function takeBracketed(scan: Scan, open: string, close: string, kind: 'value'): void {
  if (!scan.startsWith(open)) return;
  scan.take('bracket', scan.at + 1);
  const end = Math.min(scan.next(close, scan.at), scan.lineEnd());
  scan.take(kind, end);
  if (scan.startsWith(close)) scan.take('bracket', end + 1);
}

function takeTitle(scan: Scan) {
  if (!scan.startsWith('[')) return undefined;
  scan.take('bracket', scan.at + 1);
  const end = Math.min(scan.next(']', scan.at), scan.lineEnd());
  const quoted = scan.code() === 34 && scan.code(end - 1) === 34 && end - scan.at >= 2;
  if (quoted) scan.take('quote', scan.at + 1);
  const label = scan.label(scan.at, quoted ? end - 1 : end, quoted);
  scan.take('label', quoted ? end - 1 : end);
  if (quoted) scan.take('quote', end);
  if (scan.startsWith(']')) scan.take('bracket', end + 1);
  return label;
}

/** `db:L -- R:server`, `a{group}:R -[label]-> L:b` */
function takeEdge(scan: Scan): void {
  const from = scan.takeId(idEnd(scan), 'edge', 'service');
  if (from === undefined) return;
  takeBracketed(scan, '{', '}', 'value');
  takeSide(scan);
  scan.takeBlanks();
  const start = scan.at;
  let end = start;
  while ('<->'.includes(scan.text[end] ?? ' ')) end++;
  scan.take('arrow', end);
  const label = takeTitle(scan);
  if (label) {
    end = scan.at;
    while ('->'.includes(scan.text[end] ?? ' ')) end++;
    scan.take('arrow', end);
  }
  if (end === start) return;
  scan.takeBlanks();
  takeSide(scan);
  const to: Identifier | undefined = scan.takeId(idEnd(scan), 'edge', 'service');
  takeBracketed(scan, '{', '}', 'value');
  const span = to && { start: from.span.start, end: to.span.end };
  if (to && span) scan.symbols.edge(from.id, to.id, { start, end }, span, label);
}

/** `:L` or `L:` */
function takeSide(scan: Scan): void {
  const found = /^(?::[LRTB]\b|[LRTB]:)/.exec(scan.text.slice(scan.at, scan.at + 3))?.[0];
  if (found === undefined) return;
  const colonFirst = found.startsWith(':');
  scan.take(colonFirst ? 'operator' : 'value', scan.at + 1);
  scan.take(colonFirst ? 'value' : 'operator', scan.at + 1);
}
