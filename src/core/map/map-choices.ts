import { plainLabel } from '../text/plain-label';
import type { ConceptGraph } from './concept-graph';

/** By what a graph can be filtered. */
export interface MapChoices {
  /** Files with a diagram, as they are named, in order. */
  readonly files: readonly string[];
  /** Labels of nodes, those that are drawn most often first. */
  readonly concepts: readonly string[];
  /** Labels of edges, each once whatever its markup and case, the most frequent first. */
  readonly labels: readonly { readonly label: string; readonly arrows: number }[];
}

/** @param nameOf a file's name for people */
export function mapChoices({ nodes, edges }: ConceptGraph, nameOf: (uri: string) => string): MapChoices {
  const files = new Set(nodes.flatMap(({ sources }) => sources.map(({ uri }) => nameOf(uri))));
  const often = [...nodes].sort((a, b) => b.sources.length - a.sources.length);
  const labels = new Map<string, { label: string; arrows: number }>();
  for (const label of edges.flatMap((edge) => edge.labels)) {
    const known = labels.get(plainLabel(label));
    if (known) known.arrows++;
    else labels.set(plainLabel(label), { label, arrows: 1 });
  }
  return {
    files: [...files].sort(),
    concepts: [...new Set(often.map(({ label }) => label))],
    labels: [...labels.values()].sort((a, b) => b.arrows - a.arrows),
  };
}
