import { nearest } from '../text/nearest';
import { plainLabel } from '../text/plain-label';
import type { ConceptGraph, ConceptNode } from './concept-graph';

const mostOffered = 3;

/** The node that a name means: its id, else one of its names, the one drawn most often first. */
export function findConcept({ nodes }: ConceptGraph, name: string): ConceptNode | undefined {
  const plain = plainLabel(name);
  const called = (node: ConceptNode) => node.names.includes(plain);
  return (
    nodes.find(({ id }) => id === name) ??
    nodes.filter(called).sort((a, b) => b.sources.length - a.sources.length)[0] ??
    nodes.find(({ id }) => id.toLowerCase() === name.toLowerCase())
  );
}

/** Labels that a name which means no node may be a slip of: near in letters, else those that hold all its words. */
export function nearConcepts({ nodes }: ConceptGraph, name: string): readonly string[] {
  const most = (word: string) => Math.max(1, Math.floor(word.length / 3));
  const names = nodes.flatMap((node) => node.names.map((one) => ({ one, node })));
  const near = nearest(name, names, { plain: plainLabel, most, swaps: true }, ({ one }) => one);
  const words = plainLabel(name);
  const holding =
    words === '' ? [] : names.filter(({ one }) => one.includes(words) || (one.length > 2 && words.includes(one)));
  return [...new Set([...near, ...holding].map(({ node }) => node.label))].slice(0, mostOffered);
}
