import type { Diagram } from '../course/course-document';
import type { DiagramSymbols } from './diagram-symbols';
import { symbolsOf } from './scan/scan-diagram';

const known = new WeakMap<Diagram, DiagramSymbols>();

/** The symbols of a document's diagram, read once for all features. */
export function symbolsIn(diagram: Diagram): DiagramSymbols {
  let symbols = known.get(diagram);
  if (!symbols) {
    symbols = symbolsOf(diagram.content.text);
    known.set(diagram, symbols);
  }
  return symbols;
}
