import { takeAccessibility } from '../../scan/accessibility';
import { isDigit } from '../../scan/characters';
import { takePhrase } from '../../scan/phrase';
import type { Scan } from '../../scan/scan';
import type { OwnNode } from '../../scan/symbol-table';
import { keywordsOf } from '../../vocabulary';
import { radarWords } from './radar-words';

const keywords = new Set(keywordsOf(radarWords));

/** Reads a radar chart: axes, and curves with a value for each. */
export function scanRadar(scan: Scan): void {
  while (!scan.atEnd) {
    scan.takeSpace();
    if (scan.atEnd || takeAccessibility(scan)) continue;
    const keyword = scan.word();
    if (keyword === 'axis' || keyword === 'curve') {
      scan.takeKeyword(keyword.length);
      takeList(scan, keyword);
    } else if (keyword === 'title') {
      scan.takeKeyword(keyword.length);
      scan.takeLine('text');
    } else if (keywords.has(keyword)) scan.takeKeyword(keyword.length);
    for (scan.takeBlanks(); !scan.atLineEnd; scan.takeBlanks()) takePhrase(scan);
  }
}

const comma = 44;

/** `a["Label"], b{1, 2}` */
function takeList(scan: Scan, kind: 'axis' | 'curve'): void {
  for (;;) {
    let end = scan.wordEnd(scan.at);
    while (scan.code(end) === 45 && scan.wordEnd(end + 1) > end + 1) end = scan.wordEnd(end + 1);
    // Nothing names a curve; a curve may have the id of an axis.
    const node = kind === 'axis' ? scan.takeId(end, 'member', kind)?.id : scan.takeOwnId(end, kind);
    if (node === undefined) return;
    takeLabel(scan, node);
    if (scan.startsWith('{')) takeValues(scan);
    scan.takeBlanks();
    if (scan.code() !== comma) return;
    scan.take('operator', scan.at + 1);
    scan.takeSpace();
  }
}

function takeLabel(scan: Scan, node: string | OwnNode): void {
  if (!scan.startsWith('["')) return;
  const close = scan.next('"', scan.at + 2);
  if (close >= scan.lineEnd()) return;
  scan.take('bracket', scan.at + 1);
  scan.take('quote', scan.at + 1);
  scan.symbols.label(node, scan.label(scan.at, close, true));
  scan.take('label', close);
  scan.take('quote', close + 1);
  if (scan.startsWith(']')) scan.take('bracket', scan.at + 1);
}

/** `{1, 2}` or `{ a: 1, b: 2 }`, over several lines too. */
function takeValues(scan: Scan): void {
  const end = scan.next('}', scan.at);
  const limit = end < scan.end ? end : scan.lineEnd();
  scan.take('bracket', scan.at + 1);
  for (scan.takeSpace(); scan.at < limit; scan.takeSpace()) {
    const wordEnd = Math.min(scan.wordEnd(scan.at), limit);
    if (wordEnd > scan.at && !isDigit(scan.code())) scan.takeId(wordEnd, 'other', 'axis');
    else takePhrase(scan);
  }
  if (scan.startsWith('}')) scan.take('bracket', scan.at + 1);
}
