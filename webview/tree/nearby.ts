import type { SubjectEdge } from '../../src/protocol';

/** A part of a diagram: nodes by id, connections by their place in the subject. */
export interface DiagramExtract {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<number>;
}

type Edges = readonly Pick<SubjectEdge, 'from' | 'to'>[];

/** All that is at most so many connections away from a node, whichever way they point, and what joins it. */
export function nearby(edges: Edges, id: string, hops: number): DiagramExtract {
  const nodes = new Set([id]);
  let last: ReadonlySet<string> = nodes;
  for (let hop = 0; hop < hops; hop++) {
    const next = new Set<string>();
    for (const { from, to } of edges) {
      if (last.has(from) && !nodes.has(to)) next.add(to);
      if (last.has(to) && !nodes.has(from)) next.add(from);
    }
    for (const node of next) nodes.add(node);
    last = next;
  }
  return { nodes, edges: joining(edges, ({ from, to }) => nodes.has(from) && nodes.has(to)) };
}

/** A shortest way from one node to another: along the arrows, else whichever way they point; undefined without any. */
export function wayBetween(edges: Edges, from: string, to: string): DiagramExtract | undefined {
  const way = walk(edges, from, to, false) ?? walk(edges, from, to, true);
  if (!way) return undefined;
  const steps = new Set(way.slice(1).flatMap((id, i) => [`${way[i]}\n${id}`, `${id}\n${way[i]}`]));
  return { nodes: new Set(way), edges: joining(edges, (edge) => steps.has(`${edge.from}\n${edge.to}`)) };
}

const joining = (edges: Edges, joins: (edge: Edges[number]) => boolean): ReadonlySet<number> =>
  new Set(edges.flatMap((edge, index) => (joins(edge) ? [index] : [])));

function walk(edges: Edges, from: string, to: string, bothWays: boolean): readonly string[] | undefined {
  const next = new Map<string, string[]>();
  const lead = (a: string, b: string) => next.set(a, [...(next.get(a) ?? []), b]);
  for (const edge of edges) {
    lead(edge.from, edge.to);
    if (bothWays) lead(edge.to, edge.from);
  }
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  // A map is walked in the order of its insertions, those made meanwhile too: it is the queue.
  for (const id of cameFrom.keys()) {
    if (id === to) break;
    for (const other of next.get(id) ?? []) if (!cameFrom.has(other)) cameFrom.set(other, id);
  }
  if (!cameFrom.has(to)) return undefined;
  const way: string[] = [];
  for (let id: string | undefined = to; id !== undefined; id = cameFrom.get(id)) way.unshift(id);
  return way;
}
