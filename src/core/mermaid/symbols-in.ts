import type { Diagram } from '../course/course-document';
import type { DiagramSymbols } from './diagram-symbols';
import { type ScannedDiagram, scanDiagram } from './scan-diagram';

const known = new WeakMap<Diagram, ScannedDiagram>();

/** A document's diagram read into tokens and symbols, once for all features. */
export function scanIn(diagram: Diagram): ScannedDiagram {
  let scanned = known.get(diagram);
  if (!scanned) {
    scanned = scanDiagram(diagram.content.text);
    known.set(diagram, scanned);
  }
  return scanned;
}

export const symbolsIn = (diagram: Diagram): DiagramSymbols => scanIn(diagram).symbols;
