import type { Span } from '../text/span';
import type { DiagramSymbols } from './diagram-symbols';
import type { ReadType } from './diagram-type';
import { languageOf } from './languages/languages';
import { isSpace } from './scan/characters';
import { prepareText } from './scan/prepared-text';
import { Scan } from './scan/scan';
import type { TokenList } from './scan/token';

/** A diagram's text read once: its tokens, which tile it, and its symbols. */
export interface ScannedDiagram {
  readonly type: ReadType;
  readonly header: Span;
  readonly tokens: TokenList;
  readonly symbols: DiagramSymbols;
}

/**
 * Reads a diagram's text, broken or not, in time linear in its length. Offsets are in the text as given; nothing in it
 * makes this throw.
 */
export function scanDiagram(text: string): ScannedDiagram {
  const scan = new Scan(prepareText(text));
  scan.takeSpace();
  const header = takeHeader(scan);
  const language = languageOf(scan.slice(header), true);
  const type = language?.type ?? 'unknown';
  language?.scan(scan);
  scan.take('unknown', scan.end);
  return { type, header, tokens: scan.tokens, symbols: scan.symbols.build(type, header, scan.end) };
}

/** What the diagram declares and where it is used. */
export function symbolsOf(text: string): DiagramSymbols {
  return scanDiagram(text).symbols;
}

/** The first word, up to a blank or a sign that no keyword holds. */
function takeHeader(scan: Scan): Span {
  let end = scan.at;
  while (end < scan.end && !isSpace(scan.code(end)) && scan.code(end) !== 59 && scan.code(end) !== 58) end++;
  const known = languageOf(scan.text.slice(scan.at, end), true) !== undefined;
  return known ? scan.takeSpan('header', end) : { start: scan.at, end: scan.at };
}
