import { getOrSet } from '../get-or-set';
import { plainLabel } from '../text/plain-label';
import type { ConceptGraph } from './concept-graph';

export interface GraphFilter {
  /** Only what is drawn in these files. */
  readonly files?: ReadonlySet<string> | undefined;
  /** Only edges with a label that holds this text in any case, and the nodes that they join. */
  readonly edgeLabel?: string | undefined;
  /** Only what is at most so many edges away from a node, whichever way they point. */
  readonly around?: { readonly id: string; readonly hops: number } | undefined;
}

/** The part of a graph that passes: its files first, then its edges, then the neighbourhood in what is left. */
export function filterGraph(graph: ConceptGraph, { files, edgeLabel, around }: GraphFilter): ConceptGraph {
  let { nodes, edges } = graph;
  if (files) {
    const inFiles = ({ sources }: { readonly sources: readonly { readonly uri: string }[] }) =>
      sources.some(({ uri }) => files.has(uri));
    nodes = nodes.filter(inFiles);
    edges = edges.filter(inFiles);
  }
  if (edgeLabel !== undefined) {
    const wanted = plainLabel(edgeLabel);
    edges = edges.filter(({ labels }) => labels.some((label) => plainLabel(label).includes(wanted)));
    const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
    nodes = nodes.filter(({ id }) => joined.has(id) || id === around?.id);
  }
  if (around) {
    const near = within(edges, around.id, around.hops);
    nodes = nodes.filter(({ id }) => near.has(id));
    edges = edges.filter(({ from, to }) => near.has(from) && near.has(to));
  }
  return { nodes, edges };
}

function within(edges: ConceptGraph['edges'], start: string, hops: number): ReadonlySet<string> {
  const neighbours = new Map<string, string[]>();
  for (const { from, to } of edges) {
    getOrSet(neighbours, from, () => []).push(to);
    getOrSet(neighbours, to, () => []).push(from);
  }
  const near = new Set([start]);
  let last = [start];
  for (let hop = 0; hop < hops && last.length > 0; hop++) {
    const next: string[] = [];
    for (const id of last) {
      for (const other of neighbours.get(id) ?? []) {
        if (near.has(other)) continue;
        near.add(other);
        next.push(other);
      }
    }
    last = next;
  }
  return near;
}
