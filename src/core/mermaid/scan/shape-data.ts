import type { DiagramLabel } from '../diagram-symbols';
import { isSpace, isWordCharacter } from './characters';
import type { Scan } from './scan';

const comma = 44;
const lineFeed = 10;

/**
 * Takes `@{ shape: …, label: … }`, YAML in braces: on one line its entries end at commas, on several at line breaks.
 * Gives the label under `labelKey`, if any.
 */
export function takeShapeData(scan: Scan, labelKey = 'label'): DiagramLabel | undefined {
  const close = closingBrace(scan, scan.at + 2);
  const end = close < 0 ? scan.lineEnd() : close;
  const flow = scan.next('\n', scan.at) >= end;
  scan.take('operator', scan.at + 1);
  scan.take('bracket', scan.at + 1);
  let label: DiagramLabel | undefined;
  while (scan.at < end) {
    const before = scan.at;
    scan.take('space', Math.min(scan.skipSpace(scan.at), end));
    if (scan.code() === comma) scan.take('operator', scan.at + 1);
    else if (scan.at < end) label = takeEntry(scan, end, flow, labelKey) ?? label;
    if (scan.at === before) scan.take('unknown', before + 1);
  }
  if (close >= 0) scan.take('bracket', close + 1);
  return label;
}

/** The brace that closes, outside double quotes; -1 when there is none before the next `@{`. */
function closingBrace(scan: Scan, from: number): number {
  const limit = scan.next('@{', from);
  for (let at = from; ; ) {
    const brace = scan.next('}', at);
    const quote = scan.next('"', at);
    if (brace >= scan.end) return -1;
    if (brace < quote) return brace <= limit ? brace : -1;
    if (quote > limit) return -1;
    at = scan.next('"', quote + 1) + 1;
    if (at > scan.end) return -1;
  }
}

function takeEntry(scan: Scan, end: number, flow: boolean, labelKey: string): DiagramLabel | undefined {
  const key = takeKey(scan, end);
  scan.take('space', Math.min(scan.skipBlanks(scan.at), end));
  if (scan.code() !== 58 /* : */ || scan.at >= end) return undefined;
  scan.take('operator', scan.at + 1);
  scan.take('space', Math.min(scan.skipBlanks(scan.at), end));
  const quote = scan.text[scan.at];
  const close = quote === '"' || quote === "'" ? scan.next(quote, scan.at + 1) : scan.end;
  const quoted = close < end;
  const start = quoted ? scan.at + 1 : scan.at;
  const valueEnd = quoted ? close : plainEnd(scan, end, flow);
  const label = key === labelKey ? scan.label(start, valueEnd, quoted) : undefined;
  if (quoted) scan.take('quote', start);
  scan.take(key === labelKey ? 'label' : quoted ? 'string' : 'value', valueEnd);
  if (quoted) scan.take('quote', close + 1);
  return label && label.text !== '' ? label : undefined;
}

/** A key, in quotes or plain. */
function takeKey(scan: Scan, end: number): string {
  const quote = scan.text[scan.at];
  const close = quote === '"' || quote === "'" ? scan.next(quote, scan.at + 1) : end;
  if (close < end) return scan.slice(scan.takeSpan('keyword', close + 1)).slice(1, -1);
  let keyEnd = scan.at;
  while (keyEnd < end && (isWordCharacter(scan.code(keyEnd)) || scan.code(keyEnd) === 45)) keyEnd++;
  return scan.slice(scan.takeSpan('keyword', keyEnd));
}

function plainEnd(scan: Scan, end: number, flow: boolean): number {
  let at = scan.at;
  while (at < end && scan.code(at) !== lineFeed && !(flow && scan.code(at) === comma)) at++;
  while (at > scan.at && isSpace(scan.code(at - 1))) at--;
  return at;
}
