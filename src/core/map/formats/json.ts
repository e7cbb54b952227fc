import type { ConceptGraph, ConceptPlace } from '../concept-graph';

/** A graph as `coursewright map --format json` prints it. */
export function toJson({ nodes, edges }: ConceptGraph, pathOf: (uri: string) => string): string {
  const places = (sources: readonly ConceptPlace[]) => sources.map(({ uri, range }) => ({ path: pathOf(uri), range }));
  const json = {
    nodes: nodes.map(({ id, label, term, sources }) => ({ id, label, term, sources: places(sources) })),
    edges: edges.map(({ from, to, labels, sources }) => ({ from, to, labels, sources: places(sources) })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
