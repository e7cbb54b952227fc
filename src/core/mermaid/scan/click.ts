import type { OccurrenceRole } from '../diagram-symbols';
import { isSpace } from './characters';
import type { Scan } from './scan';

/** Takes `click`, `link` or `callback`, its target by `takeTarget`, and the link, tooltip or call up to the line's end. */
export function takeClick(
  scan: Scan,
  keyword: string,
  takeTarget: (scan: Scan, role: OccurrenceRole) => void,
  atEnd = (scan: Scan): boolean => scan.atLineEnd,
): void {
  scan.takeKeyword(keyword.length);
  takeTarget(scan, 'click');
  for (scan.takeBlanks(); !atEnd(scan); scan.takeBlanks()) takePart(scan);
}

const keywords = new Set(['call', 'href', '_self', '_blank', '_parent', '_top']);

/** A link, a tooltip, a callback's arguments or a word. */
function takePart(scan: Scan): void {
  const closer = scan.code() === 34 /* " */ ? '"' : scan.startsWith('(') ? ')' : undefined;
  if (closer) {
    scan.take('string', Math.min(scan.next(closer, scan.at + 1) + 1, scan.lineEnd()));
    return;
  }
  let end = scan.at + 1;
  while (end < scan.end && !isSpace(scan.code(end)) && !'"(;'.includes(scan.text[end]!)) end++;
  scan.take(keywords.has(scan.text.slice(scan.at, end)) ? 'keyword' : 'text', end);
}
