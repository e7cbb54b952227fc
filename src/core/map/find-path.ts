import { getOrSet } from '../get-or-set';
import type { ConceptEdge, ConceptGraph } from './concept-graph';

export interface ConceptPath {
  /** The nodes of the way in order, both ends in, and the edges of the graph between them. */
  readonly graph: ConceptGraph;
  /** Whether every edge is walked the way it points. */
  readonly alongArrows: boolean;
}

/** A shortest way from one node to another: along the arrows, else whichever way they point; undefined without any. */
export function findPath(graph: ConceptGraph, from: string, to: string): ConceptPath | undefined {
  const along = walk(graph.edges, from, to, false);
  const ids = along ?? walk(graph.edges, from, to, true);
  if (!ids) return undefined;
  const known = new Map(graph.nodes.map((node) => [node.id, node]));
  const steps = new Set(ids.slice(1).flatMap((id, i) => [`${ids[i]} ${id}`, ...(along ? [] : [`${id} ${ids[i]}`])]));
  return {
    graph: {
      nodes: ids.map((id) => known.get(id)!),
      edges: graph.edges.filter((edge) => steps.has(`${edge.from} ${edge.to}`)),
    },
    alongArrows: along !== undefined,
  };
}

function walk(edges: readonly ConceptEdge[], from: string, to: string, bothWays: boolean): string[] | undefined {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    getOrSet(next, edge.from, () => []).push(edge.to);
    if (bothWays) getOrSet(next, edge.to, () => []).push(edge.from);
  }
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  // A map is walked in the order of its insertions, those made meanwhile too: it is the queue.
  for (const id of cameFrom.keys()) {
    if (id === to) break;
    for (const other of next.get(id) ?? []) if (!cameFrom.has(other)) cameFrom.set(other, id);
  }
  if (!cameFrom.has(to)) return undefined;
  const path: string[] = [];
  for (let id: string | undefined = to; id !== undefined; id = cameFrom.get(id)) path.unshift(id);
  return path;
}
