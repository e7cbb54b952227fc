import type { SubjectEdge, SubjectNode } from '../../src/protocol';

/**
 * The order in which a diagram is told, node by node: from those that nothing leads to along the arrows, each branch to its
 * end before the next; what is left over, as a circle is, in the order of the text.
 */
export function walkOrder(
  nodes: readonly Pick<SubjectNode, 'id'>[],
  edges: readonly Pick<SubjectEdge, 'from' | 'to'>[],
): readonly string[] {
  const next = new Map<string, string[]>();
  const reached = new Set<string>();
  for (const { from, to } of edges) {
    next.set(from, [...(next.get(from) ?? []), to]);
    if (from !== to) reached.add(to);
  }
  const known = new Set(nodes.map(({ id }) => id));
  const order = new Set<string>();
  const walk = (start: string): void => {
    const stack = [start];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (order.has(id) || !known.has(id)) continue;
      order.add(id);
      stack.push(...[...(next.get(id) ?? [])].reverse());
    }
  };
  for (const { id } of nodes) if (!reached.has(id)) walk(id);
  for (const { id } of nodes) walk(id);
  return [...order];
}
