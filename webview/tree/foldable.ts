import type { DiagramSubject } from '../../src/protocol';
import { isFlowchart } from './is-flowchart';

/** What of a subject tells what can be folded. */
export type FoldableSubject = Pick<DiagramSubject, 'type' | 'nodes' | 'edges' | 'groups'>;

/** What a fold is kept by: it finds its branch or group again in an edited text. */
export type FoldKey = string;

/** What folds put out of sight. */
export interface FoldedAway {
  /** Per hidden node the fold that stands for it. */
  readonly nodes: ReadonlyMap<string, FoldKey>;
  readonly edges: ReadonlySet<number>;
  readonly groups: ReadonlySet<number>;
  /** Groups whose frames are in sight and empty. */
  readonly emptied: ReadonlySet<number>;
  /** How much each fold hides: nodes, in a sequence diagram messages. A fold that hides nothing is not here. */
  readonly counts: ReadonlyMap<FoldKey, number>;
}

export const branchKey = (node: string): FoldKey => `node:${node}`;

/** The node whose branch a fold hides. */
export const branchOf = (key: FoldKey): string | undefined => (key.startsWith('node:') ? key.slice(5) : undefined);

/**
 * The branches and groups of a diagram, which can be folded away. A branch is what is reached through a node alone: what
 * another way leads to stays. A group is what its frame holds; lines that cross the frame stay.
 */
export class Foldable {
  /** Per group its key. */
  readonly groupKeys: readonly FoldKey[];
  readonly #subject: FoldableSubject;
  /** Per node the innermost group that it is drawn in. */
  readonly #groupOf: ReadonlyMap<string, number>;
  readonly #next = new Map<string, string[]>();
  readonly #starts: readonly string[];
  readonly #members: readonly number[];

  constructor(subject: FoldableSubject) {
    this.#subject = subject;
    this.groupKeys = keysOf(subject);
    this.#groupOf = subject.type === 'sequence' ? new Map() : groupsOf(subject);
    this.#starts = this.#lead();
    this.#members = this.#countMembers();
  }

  /** Whether a group holds something that can be hidden. */
  hasMembers(group: number): boolean {
    return (this.#members[group] ?? 0) > 0;
  }

  /** The innermost group around a node. */
  groupOf(node: string): number | undefined {
    return this.#groupOf.get(node);
  }

  /** The group that a node is the frame of, where it holds something. */
  groupNamed(node: string): number | undefined {
    const index = this.#subject.groups.findIndex(({ id }) => id === node);
    return index >= 0 && this.hasMembers(index) ? index : undefined;
  }

  /** How many nodes a branch would hide, were it the only fold. */
  branchSize(node: string): number {
    return this.foldedAway([branchKey(node)]).counts.get(branchKey(node)) ?? 0;
  }

  foldedAway(folds: Iterable<FoldKey>): FoldedAway {
    const keys = new Set(folds);
    const outermost = this.#outermost(keys);
    const nodes = new Map<string, FoldKey>();
    this.#hideBranches(keys, nodes);
    const byBranch = new Set(nodes.keys());
    for (const [node, group] of this.#groupOf) {
      const fold = outermost[group];
      if (fold !== undefined && !nodes.has(node)) nodes.set(node, this.groupKeys[fold]!);
    }
    const counts = new Map<FoldKey, number>();
    for (const key of nodes.values()) counts.set(key, (counts.get(key) ?? 0) + 1);
    const groups = this.#hiddenGroups(outermost, byBranch);
    const emptied = new Set(outermost.filter((group) => group !== undefined && !groups.has(group)) as number[]);
    return { nodes, edges: this.#hiddenEdges(outermost, nodes, byBranch, counts), groups, emptied, counts };
  }

  /** Fills in where each node leads to, a frame to what it holds; answers where walks begin. */
  #lead(): readonly string[] {
    const { type, nodes, edges, groups } = this.#subject;
    if (type === 'sequence') return [];
    const known = new Set(nodes.map(({ id }) => id));
    const reached = new Set<string>();
    const lead = (from: string, to: string) => {
      if (from === to || !known.has(from) || !known.has(to)) return;
      const targets = this.#next.get(from);
      if (targets) targets.push(to);
      else this.#next.set(from, [to]);
      reached.add(to);
    };
    for (const { from, to } of edges) lead(from, to);
    // Whoever leads to a frame leads to what it holds.
    const reachedFrames = new Set(reached);
    for (const [node, group] of this.#groupOf) {
      const frame = groups[group]?.id;
      if (frame !== undefined && reachedFrames.has(frame)) lead(frame, node);
    }
    const starts: string[] = [];
    const seen = new Set<string>();
    const start = (id: string) => {
      starts.push(id);
      this.#walk([id], seen, () => false);
    };
    for (const { id } of nodes) if (!reached.has(id)) start(id);
    // What is left goes in circles: the text's first is where each begins.
    for (const { id } of nodes) if (!seen.has(id)) start(id);
    return starts;
  }

  #walk(from: readonly string[], seen: Set<string>, isClosed: (id: string) => boolean): void {
    const stack = from.filter((id) => !seen.has(id));
    for (const id of stack) seen.add(id);
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (isClosed(id)) continue;
      for (const target of this.#next.get(id) ?? []) {
        if (seen.has(target)) continue;
        seen.add(target);
        stack.push(target);
      }
    }
  }

  #hideBranches(keys: ReadonlySet<FoldKey>, hidden: Map<string, FoldKey>): void {
    const folded = [...keys].flatMap((key) => branchOf(key) ?? []).filter((id) => this.#next.has(id));
    if (folded.length === 0) return;
    const closed = new Set(folded);
    const visible = new Set<string>();
    this.#walk(this.#starts, visible, (id) => closed.has(id));
    for (const id of folded) {
      if (!visible.has(id)) continue;
      const own = new Set([...visible, ...hidden.keys()]);
      const before = own.size;
      this.#walk(this.#next.get(id) ?? [], own, () => false);
      for (const node of [...own].slice(before)) hidden.set(node, branchKey(id));
    }
  }

  /** Per group the outermost folded one around it, itself included. */
  #outermost(keys: ReadonlySet<FoldKey>): readonly (number | undefined)[] {
    return this.#subject.groups.map((_, index) => {
      let found: number | undefined;
      for (const group of this.#around(index)) if (keys.has(this.groupKeys[group]!)) found = group;
      return found;
    });
  }

  /** A group and those around it, from within. */
  *#around(group: number): Generator<number> {
    const seen = new Set<number>();
    for (let at: number | undefined = group; at !== undefined && !seen.has(at); ) {
      seen.add(at);
      yield at;
      at = this.#subject.groups[at]?.parent;
    }
  }

  #countMembers(): readonly number[] {
    const { type, groups, edges } = this.#subject;
    const counts = groups.map(() => 0);
    if (type === 'sequence')
      return groups.map(({ range }) => edges.filter((edge) => isWithin(edge.range, range)).length);
    for (const group of this.#groupOf.values()) for (const around of this.#around(group)) counts[around]!++;
    return counts;
  }

  #hiddenGroups(outermost: readonly (number | undefined)[], byBranch: ReadonlySet<string>): ReadonlySet<number> {
    const left = [...this.#members];
    for (const [node, group] of this.#groupOf)
      if (byBranch.has(node)) for (const around of this.#around(group)) left[around]!--;
    const ends = new Set(this.#subject.edges.flatMap(({ from, to }) => [from, to]));
    return new Set(
      this.#subject.groups.flatMap(({ id }, index) => {
        const inside = outermost[index] !== undefined && outermost[index] !== index;
        const isEnd = id !== undefined && ends.has(id);
        const emptied = this.hasMembers(index) && left[index] === 0 && !isEnd;
        return inside || emptied || (id !== undefined && byBranch.has(id)) ? [index] : [];
      }),
    );
  }

  #hiddenEdges(
    outermost: readonly (number | undefined)[],
    nodes: ReadonlyMap<string, FoldKey>,
    byBranch: ReadonlySet<string>,
    counts: Map<FoldKey, number>,
  ): ReadonlySet<number> {
    const { type, edges, groups } = this.#subject;
    const hidden = new Set<number>();
    const folded = [...new Set(outermost.filter((group) => group !== undefined))].map((group) => ({
      key: this.groupKeys[group]!,
      range: groups[group]!.range,
    }));
    const known = new Set(this.#subject.nodes.map(({ id }) => id));
    for (const [index, { from, to, range }] of edges.entries()) {
      const written = () => folded.find((group) => isWithin(range, group.range));
      if (type === 'sequence') {
        const group = written();
        if (!group) continue;
        hidden.add(index);
        counts.set(group.key, (counts.get(group.key) ?? 0) + 1);
      } else if (nodes.has(from) || nodes.has(to)) {
        // The start and the end of states are no nodes: such a line lies where it is written.
        const isOpen = !known.has(from) || !known.has(to);
        const crosses = !isOpen && !byBranch.has(from) && !byBranch.has(to) && nodes.get(from) !== nodes.get(to);
        if (!crosses) hidden.add(index);
      } else if ((!known.has(from) || !known.has(to)) && written()) hidden.add(index);
    }
    return hidden;
  }
}

type Range = DiagramSubject['range'];

const isBefore = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);
const isWithin = (inner: Range, outer: Range): boolean =>
  isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);

/** By id, else by title; those that would be called alike are numbered. */
function keysOf({ groups }: FoldableSubject): readonly FoldKey[] {
  const taken = new Map<string, number>();
  return groups.map(({ id, label, kind }) => {
    const name = `group:${id ?? label ?? kind}`;
    const nth = taken.get(name) ?? 0;
    taken.set(name, nth + 1);
    return nth === 0 ? name : `${name}\n${nth}`;
  });
}

/** A flowchart's node is drawn in the first subgraph to end that names it, wherever it is declared. */
function groupsOf(subject: FoldableSubject): ReadonlyMap<string, number> {
  const { nodes, groups } = subject;
  const found = new Map<string, number>();
  const ended = isFlowchart(subject)
    ? [...groups.keys()].sort((a, b) => (isBefore(groups[a]!.range.end, groups[b]!.range.end) ? -1 : 1))
    : [];
  for (const { id, group, places } of nodes) {
    const named = ended.find(
      (index) => groups[index]!.id !== id && places.some((at) => isWithin(at, groups[index]!.range)),
    );
    const own = named ?? group;
    const frame = own === undefined ? undefined : groups[own];
    // A frame lies in what is around it.
    const around = frame?.id === id ? frame?.parent : own;
    if (around !== undefined) found.set(id, around);
  }
  return found;
}
