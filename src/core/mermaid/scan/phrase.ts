import { isBracket, isDigit, isSpace } from './characters';
import type { Scan } from './scan';

const arrowSigns = new Set(Array.from('-<>=~.', (sign) => sign.charCodeAt(0)));
const operators = new Set(Array.from(':;,&|+*/@?!', (sign) => sign.charCodeAt(0)));

/** Takes one string, number, arrow, bracket, sign or word, whatever grammar it belongs to; never past its line. */
export function takePhrase(scan: Scan): void {
  const code = scan.code();
  if (code === 34 /* " */) {
    const close = scan.next('"', scan.at + 1);
    scan.take('string', close < scan.lineEnd() ? close + 1 : scan.lineEnd());
  } else if (scan.startsWith('%%')) scan.take('comment', scan.lineEnd());
  else if (isDigit(code) || (code === 45 && isDigit(scan.code(scan.at + 1)))) scan.take('number', numberEnd(scan));
  else if (isBracket(code)) scan.take('bracket', scan.at + 1);
  else if (arrowSigns.has(code)) {
    let end = scan.at;
    while (arrowSigns.has(scan.code(end))) end++;
    scan.take(end - scan.at > 1 ? 'arrow' : 'operator', end);
  } else if (operators.has(code)) scan.take('operator', scan.at + 1);
  else scan.take('text', wordEnd(scan));
}

function numberEnd(scan: Scan): number {
  let end = scan.at + 1;
  while (isDigit(scan.code(end)) || (scan.code(end) === 46 && isDigit(scan.code(end + 1)))) end++;
  return end;
}

function wordEnd(scan: Scan): number {
  let end = scan.at + 1;
  while (end < scan.end && !endsWord(scan.code(end))) end++;
  return end;
}

/** A hyphen or a dot inside a word belongs to it. */
const endsWord = (code: number): boolean =>
  isSpace(code) || isBracket(code) || operators.has(code) || code === 34 || code === 60 || code === 62 || code === 61;
