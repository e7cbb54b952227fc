import type { LineIndex } from '../../text/line-index';
import { headerStart } from '../breaks/header-start';
import { type Line, spokenLines } from '../breaks/line';
import type { Suspect } from '../breaks/suspect';
import type { DiagramSymbols } from '../diagram-symbols';
import type { ReadType } from '../diagram-type';

/** A diagram that Mermaid takes. All offsets are in `text`. */
export interface Taken {
  readonly text: string;
  readonly lines: LineIndex;
  readonly type: ReadType;
  readonly symbols: DiagramSymbols;
}

/** The lines of the diagram itself, behind front matter and directives. */
export function* bodyLines(diagram: Taken): Generator<Line> {
  const start = headerStart(diagram.text);
  for (const line of spokenLines(diagram)) if (line.end > start) yield line;
}

/** Finds what Mermaid takes although it cannot be meant. */
export type Doubter = (diagram: Taken) => Iterable<Suspect>;
