import type { Span } from '../../../text/span';
import type { DiagramLabel } from '../../diagram-symbols';
import { CharacterSet, isSpace } from '../../scan/characters';
import type { Scan } from '../../scan/scan';
import { closingLink, linkAt, wrongArrowEnd } from './flowchart-link';
import { takeBareLabel, takePipeLabel } from './flowchart-shape';

const quote = 34;

export interface Arrow {
  readonly arrow: Span;
  readonly label?: DiagramLabel;
}

/** An arrow with its label. Mermaid counts the white space on both its sides, line breaks too, to the arrow. */
export function takeArrow(scan: Scan): Arrow | undefined {
  let link = linkAt(scan, scan.skipSpace(scan.at));
  if (link === undefined) {
    if (!takeEdgeId(scan)) return takeWrongArrow(scan);
    link = linkAt(scan, scan.skipSpace(scan.at));
    if (link === undefined) return undefined;
  }
  scan.takeSpace();
  const { start } = scan.takeSpan('arrow', link.end);
  if (link.opens) {
    const text = scan.skipSpace(scan.at);
    const closing = closingLink(scan, afterQuoted(scan, text), link.stroke);
    if (closing) {
      scan.takeSpace();
      const label = takeBareLabel(scan, closing.start);
      const { end } = scan.takeSpan('arrow', closing.link.end);
      scan.takeSpace();
      return { arrow: { start, end }, ...(label && { label }) };
    }
  }
  const end = wrongTailEnd(scan);
  scan.take('arrow', end);
  scan.takeSpace();
  return withPipeLabel(scan, { start, end });
}

/** Past the string that starts an edge's text, so that its dashes end no arrow. */
function afterQuoted(scan: Scan, start: number): number {
  if (scan.code(start) !== quote) return start;
  const close = scan.next('"', start + 1);
  return close < scan.end ? close + 1 : start;
}

/** A `>` too many, as in `-->>`, belongs to the arrow; one before a word may open a node's shape in broken text. */
function wrongTailEnd(scan: Scan): number {
  let at = scan.at;
  while (scan.code(at) === 62 /* > */) at++;
  return isSpace(scan.code(at)) ? at : scan.at;
}

function takeWrongArrow(scan: Scan): Arrow | undefined {
  const start = scan.skipBlanks(scan.at);
  const end = wrongArrowEnd(scan, start);
  if (end === start) return undefined;
  scan.takeBlanks();
  scan.take('arrow', end);
  scan.takeBlanks();
  return withPipeLabel(scan, { start, end });
}

function withPipeLabel(scan: Scan, arrow: Span): Arrow {
  if (scan.code() !== 124 /* | */) return { arrow };
  const label = takePipeLabel(scan);
  scan.takeBlanks();
  return { arrow, ...(label && { label }) };
}

/** `e1@` before an arrow names the edge. */
function takeEdgeId(scan: Scan): boolean {
  const start = scan.skipBlanks(scan.at);
  const sign = edgeIdEnd(scan, start);
  if (sign === undefined) return false;
  scan.takeBlanks();
  const edge = scan.takeId(sign, 'other', 'edge');
  if (edge) scan.symbols.declare(edge.id, 'edge');
  scan.take('operator', sign + 1);
  return true;
}

const edgeIdEnds = new CharacterSet('";[](){}', { spaces: true });

/** Where the `@` of an edge's name stands, if a name starts here. */
export function edgeIdEnd(scan: Scan, start: number): number | undefined {
  const sign = scan.next('@', start);
  const after = scan.code(sign + 1);
  if (sign === start || sign >= scan.end || after === 123 /* { */ || after === quote) return undefined;
  if (scan.nextOf(edgeIdEnds, start) < sign) return undefined;
  return linkAt(scan, scan.skipSpace(sign + 1)) ? sign : undefined;
}
