import type { Span } from '../../../text/span';
import type { DiagramLabel } from '../../diagram-symbols';
import { takeAccessibility } from '../../scan/accessibility';
import { CharacterSet, isSpace } from '../../scan/characters';
import { takeClick } from '../../scan/click';
import type { Scan } from '../../scan/scan';
import { endSection, takeSection } from '../../scan/section';
import { keywordsOf } from '../../vocabulary';
import { ganttTags, ganttWords } from './gantt-words';

/** Reads a gantt chart: settings, sections and tasks, one a line. */
export function scanGantt(scan: Scan): void {
  while (!scan.atEnd) takeLine(scan);
  endSection(scan);
}

/** Words that open a line, the ones that take a value and the ones that do not; `section` and `click` have rules. */
const settings = new Set(keywordsOf(ganttWords).map((word) => word.toLowerCase()));

const hash = 35;

function takeLine(scan: Scan): void {
  scan.takeSpace();
  if (scan.atEnd || takeAccessibility(scan)) return;
  const word = scan.word();
  const followed = isSpace(scan.code(scan.at + word.length)) || scan.at + word.length >= scan.end;
  if (scan.startsWith('%%')) scan.take('comment', scan.lineEnd());
  else if (followed && /^section$/i.test(word)) takeSection(scan);
  else if (followed && /^click$/i.test(word)) takeClick(scan, 'click', takeTargets);
  else if (followed && settings.has(word.toLowerCase())) {
    scan.takeKeyword(word.length);
    scan.takeLine(/^title$/i.test(word) ? 'text' : 'value');
  } else takeTask(scan);
}

function takeTargets(scan: Scan): void {
  let end = scan.at;
  while (end < scan.end && !isSpace(scan.code(end))) end++;
  scan.takeNames(end, (nameEnd) => scan.takeId(nameEnd, 'click', 'task'));
}

const tags = new Set(ganttTags);

/** `Name :tags, id, start, end` */
function takeTask(scan: Scan): void {
  const lineEnd = scan.lineEnd();
  const sign = scan.next(':', scan.at);
  if (sign >= lineEnd) {
    scan.takeLine('text');
    return;
  }
  const name = scan.label(scan.at, sign);
  scan.take('label', name.span.end);
  scan.take('space', sign);
  scan.take('operator', sign + 1);
  const end = Math.min(scan.nextOf(taskEnds, scan.at), lineEnd);
  while (tags.has(item(scan, end).toLowerCase())) {
    takeItem(scan, end, (itemEnd) => scan.take('keyword', itemEnd));
    if (scan.at >= end) break;
  }
  takeData(scan, end, name);
  scan.takeBlanks();
  if (!scan.atLineEnd) scan.take(scan.code() === hash ? 'comment' : 'unknown', scan.trimEnd(scan.at, lineEnd));
}

const taskEnds = new CharacterSet('#;\n');

/** The text of the next comma-separated item. */
function item(scan: Scan, end: number): string {
  return scan.text.slice(scan.at, Math.min(scan.next(',', scan.at), end)).trim();
}

/** Takes one item by `take`, with the blanks around it and the comma after it. */
function takeItem(scan: Scan, end: number, take: (itemEnd: number) => void): void {
  const comma = Math.min(scan.next(',', scan.at), end);
  scan.take('space', Math.min(scan.skipBlanks(scan.at), comma));
  take(scan.trimEnd(scan.at, comma));
  scan.take('space', comma);
  if (comma < end) scan.take('operator', comma + 1);
}

/** An id stands before start and end; with fewer than three items there is none. */
function takeData(scan: Scan, end: number, name: DiagramLabel): void {
  const count = scan.text.slice(scan.at, end).split(',').length;
  let task: { readonly id: string; readonly span: Span } | undefined;
  if (count === 3 && item(scan, end) !== '') {
    takeItem(scan, end, (itemEnd) => {
      task = scan.takeId(itemEnd, 'member', 'task');
    });
    scan.symbols.label(task!.id, name);
  }
  if (task === undefined) {
    task = scan.ownNode(name, 'task');
  }
  const { id, span } = task;
  while (scan.at < end) takeItem(scan, end, (itemEnd) => takeTime(scan, itemEnd, id, span));
}

/** A date, a duration, or `after` and `until` with the ids of other tasks. */
function takeTime(scan: Scan, end: number, task: string, span: Span): void {
  const word = scan.word();
  const relative = word === 'after' || word === 'until';
  if (!relative || scan.at + word.length >= end) {
    scan.take('value', end);
    return;
  }
  const arrow = scan.takeSpan('keyword', scan.at + word.length);
  const first = scan.skipBlanks(scan.at);
  while (scan.at < end) {
    scan.takeBlanks();
    let idEnd = scan.at;
    while (idEnd < end && !isSpace(scan.code(idEnd))) idEnd++;
    // A length behind the last one lacks its comma.
    if (idEnd === end && scan.at > first && /^\d+(?:\.\d+)?(?:ms|[Mdhmswy])$/.test(scan.text.slice(scan.at, end))) {
      scan.take('value', end);
      return;
    }
    const other = scan.takeId(idEnd, 'other', 'task');
    if (!other) continue;
    const [from, to] = word === 'after' ? [other.id, task] : [task, other.id];
    scan.symbols.edge(from, to, arrow, { start: span.start, end: other.span.end });
  }
}
