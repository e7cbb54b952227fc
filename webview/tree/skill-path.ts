import type { SkillState, SubjectEdge } from '../../src/protocol';

/** The way through a diagram: nodes by id, connections by their place in the subject. */
export interface SkillPath {
  /** What can be learnt next: all that leads to it is done. */
  readonly next: ReadonlySet<string>;
  /** Connections between what is done. */
  readonly travelled: ReadonlySet<number>;
}

/** Nothing is next in a diagram in which nothing has been begun: it is read, not followed. */
export function skillPath(
  ids: readonly string[],
  edges: readonly Pick<SubjectEdge, 'from' | 'to'>[],
  states: ReadonlyMap<string, SkillState>,
): SkillPath {
  const isDone = (id: string) => states.get(id) === 'done';
  const isBegun = ids.some((id) => (states.get(id) ?? 'todo') !== 'todo');
  const waiting = new Set(edges.filter(({ from, to }) => from !== to && !isDone(from)).map(({ to }) => to));
  return {
    next: new Set(isBegun ? ids.filter((id) => (states.get(id) ?? 'todo') === 'todo' && !waiting.has(id)) : []),
    travelled: new Set(edges.flatMap(({ from, to }, index) => (isDone(from) && isDone(to) ? [index] : []))),
  };
}
