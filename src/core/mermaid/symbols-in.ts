import type { Diagram } from '../course/course-document';
import { getOrSet } from '../get-or-set';
import type { DiagramSymbols } from './diagram-symbols';
import { type ScannedDiagram, scanDiagram } from './scan-diagram';

const known = new WeakMap<Diagram, ScannedDiagram>();

/** A document's diagram read into tokens and symbols, once for all features. */
export const scanIn = (diagram: Diagram): ScannedDiagram =>
  getOrSet(known, diagram, () => scanDiagram(diagram.content.text));

export const symbolsIn = (diagram: Diagram): DiagramSymbols => scanIn(diagram).symbols;
