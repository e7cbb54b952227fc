import { getOrSet } from '../../get-or-set';
import type { ConceptGraph } from '../concept-graph';

/** So many boxes side by side are about as wide as a page. */
const page = 8;

/**
 * Whether a graph is read more easily from left to right: drawn from above, what has no arrow to the rest and all that is on
 * one level stand side by side, in a strip that is many pages wide.
 */
export function readsSideways({ nodes, edges }: ConceptGraph): boolean {
  const levels = levelsOf(
    nodes.map(({ id }) => id),
    edges,
  );
  return Math.max(...levels, 0) > Math.max(page, levels.length);
}

/** How many nodes stand on each level: one below the lowest that leads there. A circle is entered at its first node. */
function levelsOf(ids: readonly string[], edges: ConceptGraph['edges']): readonly number[] {
  const next = new Map<string, string[]>();
  const open = new Map(ids.map((id) => [id, 0]));
  for (const { from, to } of edges) {
    if (from === to) continue;
    getOrSet(next, from, () => []).push(to);
    open.set(to, open.get(to)! + 1);
  }
  const level = new Map<string, number>();
  const ready = ids.filter((id) => open.get(id) === 0);
  const counts: number[] = [];
  const visit = (id: string): void => {
    if (!open.delete(id)) return;
    const own = level.get(id) ?? 0;
    counts[own] = (counts[own] ?? 0) + 1;
    for (const to of next.get(id) ?? []) {
      const left = open.get(to);
      if (left === undefined) continue;
      level.set(to, Math.max(level.get(to) ?? 0, own + 1));
      open.set(to, left - 1);
      if (left === 1) ready.push(to);
    }
  };
  for (const first of ids) {
    for (let id = ready.pop(); id !== undefined; id = ready.pop()) visit(id);
    visit(first);
  }
  return counts;
}
