import type { Scan } from './scan';

/** Takes `accTitle: …`, `accDescr: …` or `accDescr { … }`, which every diagram type knows. */
export function takeAccessibility(scan: Scan): boolean {
  const title = scan.startsWith('accTitle');
  if (!title && !scan.startsWith('accDescr')) return false;
  const word = scan.at + 'accTitle'.length;
  const sign = scan.skipSpace(word);
  const braced = !title && scan.code(sign) === 123; /* { */
  if (!braced && scan.code(sign) !== 58 /* : */) return false;
  scan.take('keyword', word);
  scan.takeSpace();
  scan.take(braced ? 'bracket' : 'operator', sign + 1);
  if (!braced) {
    scan.takeBlanks();
    scan.takeLine('text');
    return true;
  }
  const close = scan.next('}', scan.at);
  scan.take('text', close);
  scan.take('bracket', Math.min(close + 1, scan.end));
  return true;
}
