import type { CourseDocument } from '../course/course-document';
import type { DiagramNode, DiagramSymbols } from '../mermaid/diagram-symbols';
import { symbolsIn } from '../mermaid/symbols-in';
import type { Glossary } from './glossary';
import type { Term } from './term';

/** An edge from or to a node that stands for a term. */
export interface Neighbour {
  readonly direction: 'out' | 'in';
  /** What the edge says; null for a bare arrow. */
  readonly label: string | null;
  /** The other node as the picture shows it. */
  readonly other: string;
}

/** What the diagrams of a document connect a term with, each neighbour once, in text order. */
export function neighboursOf(term: Term, document: CourseDocument, glossary: Glossary): Neighbour[] {
  const found = new Map<string, Neighbour>();
  for (const diagram of document.diagrams) {
    const symbols = symbolsIn(diagram);
    const own = new Set(symbols.nodes.filter((node) => isTerm(node, term, glossary)).map(({ id }) => id));
    if (own.size === 0) continue;
    const shown = new Map(symbols.nodes.map((node) => [node.id, node.label?.text ?? node.id]));
    for (const neighbour of edgesOf(symbols, own, shown)) {
      found.set(`${neighbour.direction} ${neighbour.label} ${neighbour.other}`, neighbour);
    }
  }
  return [...found.values()];
}

function* edgesOf(
  symbols: DiagramSymbols,
  own: ReadonlySet<string>,
  shown: ReadonlyMap<string, string>,
): Iterable<Neighbour> {
  for (const { from, to, label } of symbols.edges) {
    const text = label?.text ?? null;
    if (own.has(from)) yield { direction: 'out', label: text, other: shown.get(to) ?? to };
    else if (own.has(to)) yield { direction: 'in', label: text, other: shown.get(from) ?? from };
  }
}

/** A node stands for the term whose acronym is its id, or whose name is its label. */
function isTerm(node: DiagramNode, term: Term, glossary: Glossary): boolean {
  if (term.forms.some(({ text, exact }) => exact && text === node.id)) return true;
  return glossary.named(node.label?.text ?? node.id) === term;
}
