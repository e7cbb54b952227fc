import type { DiagramLabel } from '../diagram-symbols';
import { takeAccessibility } from './accessibility';
import { isSpace } from './characters';
import { takePhrase } from './phrase';
import type { Scan } from './scan';
import { endSection, takeSection } from './section';
import { takeClassDef } from './styling';

/**
 * Reads the diagrams that are lists: pie, packet, journey, timeline, quadrant. A line is a keyword with its text, or an
 * entry: a name, a colon, and what there is to say of it.
 */
export function scanEntries(kind: string, keywords: readonly string[]): (scan: Scan) => void {
  const known = new Set(keywords);
  return (scan) => {
    takeHeaderRest(scan, known);
    while (!scan.atEnd) takeLine(scan, kind, known);
    endSection(scan);
  };
}

const colon = 58;
const quote = 34;

/** The words that may follow a diagram's keyword on its line: `pie showData title …`, `timeline LR`. */
function takeHeaderRest(scan: Scan, keywords: ReadonlySet<string>): void {
  for (scan.takeBlanks(); !scan.atLineEnd; scan.takeBlanks()) {
    const word = scan.word();
    if (keywords.has(word)) {
      scan.takeKeyword(word.length);
      if (word === 'title') scan.takeLine('text');
    } else scan.take('value', Math.max(scan.wordEnd(scan.at), scan.at + 1));
  }
}

function takeLine(scan: Scan, kind: string, keywords: ReadonlySet<string>): void {
  scan.takeSpace();
  if (scan.atEnd || takeAccessibility(scan)) return;
  let end = scan.at;
  while (end < scan.end && !isSpace(scan.code(end)) && scan.code(end) !== colon) end++;
  const word = scan.text.slice(scan.at, end);
  if (scan.startsWith('%%') || scan.code() === 35 /* # */) scan.take('comment', scan.lineEnd());
  else if (word === 'section') takeSection(scan);
  else if (word === 'classDef') takeClassDef(scan);
  else if (keywords.has(word)) {
    scan.takeKeyword(word.length);
    if (word === 'title') scan.takeLine('text');
    else takeRest(scan);
  } else takeEntry(scan, kind);
}

function takeEntry(scan: Scan, kind: string): void {
  const label = takeName(scan);
  if (label) scan.ownNode(label, kind);
  scan.takeBlanks();
  if (scan.startsWith(':::')) {
    scan.take('operator', scan.at + 3);
    scan.takeClassName(scan.wordEnd(scan.at));
  }
  if (kind === 'task') takeJourney(scan);
  else if (kind === 'period') takeEvents(scan);
  else takeRest(scan);
}

/** A name up to the colon, in quotes or plain; undefined where a line begins with the colon. */
function takeName(scan: Scan): DiagramLabel | undefined {
  const lineEnd = scan.lineEnd();
  const close = scan.code() === quote ? scan.next('"', scan.at + 1) : scan.end;
  if (close < lineEnd) {
    scan.take('quote', scan.at + 1);
    const label = scan.label(scan.at, close, true);
    scan.take('label', close);
    scan.take('quote', close + 1);
    return label;
  }
  return scan.takeLabel(Math.min(nameEnd(scan), lineEnd));
}

/** A colon in a name counts only where a blank or a value follows it. */
function nameEnd(scan: Scan): number {
  return scan.next(':', scan.at);
}

/** `: 5: Me, Cat` after a task: its score, and who takes part. */
function takeJourney(scan: Scan): void {
  for (let part = 0; scan.code() === colon; part++) {
    scan.take('operator', scan.at + 1);
    scan.takeBlanks();
    const end = Math.min(scan.next(':', scan.at), scan.lineEnd());
    if (part > 0) scan.takeNames(end, (nameEnd) => scan.takeId(nameEnd, 'member', 'actor'));
    else scan.take('number', scan.trimEnd(scan.at, end));
    scan.takeBlanks();
  }
  scan.takeLine('unknown');
}

/** `: event : event` after a period. A colon without a blank after it belongs to the event. */
function takeEvents(scan: Scan): void {
  while (scan.code() === colon) {
    scan.take('operator', scan.at + 1);
    const label = scan.takeLabel(eventEnd(scan));
    if (label) scan.ownNode(label, 'event');
  }
  scan.takeLine('unknown');
}

function eventEnd(scan: Scan): number {
  const lineEnd = scan.lineEnd();
  for (let sign = scan.next(':', scan.at); sign < lineEnd; sign = scan.next(':', sign + 1)) {
    if (isSpace(scan.code(sign + 1))) return sign;
  }
  return lineEnd;
}

function takeRest(scan: Scan): void {
  for (scan.takeBlanks(); !scan.atLineEnd; scan.takeBlanks()) takePhrase(scan);
}
