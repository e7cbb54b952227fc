import type { Identifier, Scan } from '../../scan/scan';

/** Reads a Sankey diagram: lines of source, target and value, separated by commas as in a CSV file. */
export function scanSankey(scan: Scan): void {
  while (!scan.atEnd) {
    scan.takeSpace();
    if (scan.atEnd) return;
    if (scan.startsWith('%%')) scan.take('comment', scan.lineEnd());
    else takeRecord(scan);
  }
}

function takeRecord(scan: Scan): void {
  const from = takeField(scan);
  const arrow = { start: scan.at, end: scan.at + 1 };
  takeComma(scan);
  const to = takeField(scan);
  takeComma(scan);
  scan.takeBlanks();
  const value = scan.trimEnd(scan.at, Math.min(scan.next(',', scan.at), scan.lineEnd()));
  if (from && to && value > scan.at) {
    const label = scan.label(scan.at, value);
    scan.symbols.edge(from.id, to.id, arrow, { start: from.span.start, end: to.span.end }, label);
  }
  scan.take('number', value);
  scan.takeLine('unknown');
}

function takeComma(scan: Scan): void {
  scan.takeBlanks();
  if (scan.code() === 44 /* , */) scan.take('operator', scan.at + 1);
}

/** A field, in quotes or plain. */
function takeField(scan: Scan): Identifier | undefined {
  scan.takeBlanks();
  const close = scan.code() === 34 /* " */ ? closingQuote(scan) : scan.end;
  if (close >= scan.lineEnd()) {
    return scan.takeId(scan.trimEnd(scan.at, Math.min(scan.next(',', scan.at), scan.lineEnd())), 'edge');
  }
  scan.take('quote', scan.at + 1);
  const field = scan.takeId(close, 'edge');
  scan.take('quote', close + 1);
  return field;
}

/** A doubled quote stands for one inside. */
function closingQuote(scan: Scan): number {
  let close = scan.next('"', scan.at + 1);
  while (close < scan.end && scan.code(close + 1) === 34) close = scan.next('"', close + 2);
  return close;
}
