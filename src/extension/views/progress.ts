import { plainLabel } from '../../core/text/plain-label';
import type { SkillState } from '../../protocol';
import { leavesOf, type SkillNode } from './skill-nodes';

/** Where progress is kept: a workspace's own state is one such. */
export interface ProgressStore {
  get<T>(key: string, otherwise: T): T;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** A store that may be synchronised over machines, and the name of the course in it. */
export interface SharedStore {
  readonly store: ProgressStore;
  readonly course: string;
}

/** What is kept of a skill, and when it was marked, in milliseconds since 1970: of two that differ the later counts. */
type Mark = readonly [state: SkillState, at: number];
type Marks = Readonly<Record<string, Mark>>;

export const progressKey = 'coursewright.progress';

/**
 * How far a learner is with each skill: to do, doing or done. Only what has nothing below it is kept; the rest follows from
 * that. A node of a diagram is the skill that is called like it, else one of its own.
 */
export class Progress {
  readonly #own: ProgressStore;
  readonly #shared: SharedStore | undefined;
  #marks: Marks = {};

  constructor(own: ProgressStore, shared?: SharedStore) {
    this.#own = own;
    this.#shared = shared;
    this.read();
  }

  /** Takes in what has come from another machine meanwhile. */
  read(): void {
    this.#marks = later(later(this.#sharedMarks, this.#own.get<Marks>(progressKey, {})), this.#marks);
  }

  /** How many of the skills at and below a node are done. */
  of(node: SkillNode): { readonly done: number; readonly total: number } {
    const leaves = leavesOf(node);
    return { done: leaves.filter(({ key }) => this.#stateOf(key) === 'done').length, total: leaves.length };
  }

  /** Of what has skills below it: done when all are, doing when any is begun. */
  stateOf(node: SkillNode): SkillState {
    const states = leavesOf(node).map(({ key }) => this.#stateOf(key));
    if (states.every((state) => state === 'done')) return 'done';
    return states.some((state) => state !== 'todo') ? 'doing' : 'todo';
  }

  /** Whether a node, or anything below it, is being done just now. */
  isUnderWay(node: SkillNode): boolean {
    return leavesOf(node).some(({ key }) => this.#stateOf(key) === 'doing');
  }

  /** The first skill that is to do behind the last that is begun or done; none where nothing is begun. */
  nextOf(skills: readonly SkillNode[]): SkillNode | undefined {
    const leaves = skills.flatMap(leavesOf);
    const last = leaves.findLastIndex((leaf) => this.stateOf(leaf) !== 'todo');
    return last < 0 ? undefined : leaves.slice(last + 1).find((leaf) => this.stateOf(leaf) === 'todo');
  }

  /** The state of what a diagram calls by a name. @param skills the trees of all files */
  ofName(name: string, skills: readonly SkillNode[]): SkillState {
    const named = skillNamed(name, skills);
    return named ? this.stateOf(named) : this.#stateOf(keyOf(name));
  }

  /** Marks a skill, and all below it. */
  mark(node: SkillNode, state: SkillState): Promise<void> {
    return this.#mark(
      leavesOf(node).map(({ key }) => key),
      state,
    );
  }

  async markName(name: string, skills: readonly SkillNode[], state: SkillState): Promise<void> {
    const named = skillNamed(name, skills);
    // What an area is called for short is the area: it is no further from done than that.
    const marked = named && [named, ...skillsNamed(name, skills).filter(({ kind }) => kind === 'mnemonic')];
    await this.#mark(marked ? marked.flatMap(leavesOf).map(({ key }) => key) : [keyOf(name)], state);
  }

  get isEmpty(): boolean {
    return Object.keys(this.#marks).length === 0;
  }

  /** What is marked of diagrams alone, by name. */
  get names(): readonly (readonly [name: string, state: SkillState])[] {
    return Object.entries(this.#marks).flatMap(([key, [state]]) =>
      key.startsWith(ofDiagrams) && state !== 'todo' ? [[key.slice(ofDiagrams.length), state] as const] : [],
    );
  }

  async #mark(keys: readonly string[], state: SkillState): Promise<void> {
    const at = Date.now();
    this.#marks = { ...this.#marks, ...Object.fromEntries(keys.map((key) => [key, [state, at] as const])) };
    await this.#own.update(progressKey, this.#marks);
    const shared = this.#shared;
    if (!shared) return;
    const courses = shared.store.get<Readonly<Record<string, Marks>>>(progressKey, {});
    const marks = later(courses[shared.course] ?? {}, this.#marks);
    await shared.store.update(progressKey, { ...courses, [shared.course]: marks });
  }

  get #sharedMarks(): Marks {
    const shared = this.#shared;
    return shared?.store.get<Readonly<Record<string, Marks>>>(progressKey, {})[shared.course] ?? {};
  }

  #stateOf(key: string): SkillState {
    return this.#marks[key]?.[0] ?? 'todo';
  }
}

const ofDiagrams = 'node\t';
const keyOf = (name: string): string => `${ofDiagrams}${nameOf(name)}`;

/** What two names of one skill have in common: emoji, markup, case and a number before it are set aside. */
const nameOf = (name: string): string => plainLabel(name).replace(/^\d+(?:\.\d+)*[.)]?\s+/, '') || name.trim();

const known = new WeakMap<readonly SkillNode[], ReadonlyMap<string, readonly SkillNode[]>>();

/**
 * The one skill that is called so, rather than the line that gives it its mnemonic; of several, as two files have an
 * “Exercises”, none is meant.
 */
function skillNamed(name: string, skills: readonly SkillNode[]): SkillNode | undefined {
  const found = skillsNamed(name, skills);
  const own = found.filter(({ kind }) => kind !== 'mnemonic');
  const meant = own.length > 0 ? own : found;
  return meant.length === 1 ? meant[0] : undefined;
}

function skillsNamed(name: string, skills: readonly SkillNode[]): readonly SkillNode[] {
  let byName = known.get(skills);
  if (!byName) {
    byName = namesOf(skills);
    known.set(skills, byName);
  }
  return byName.get(nameOf(name)) ?? [];
}

function namesOf(skills: readonly SkillNode[]): ReadonlyMap<string, readonly SkillNode[]> {
  const names = new Map<string, SkillNode[]>();
  const look = (nodes: readonly SkillNode[]): void => {
    for (const node of nodes) {
      const name = nameOf(node.label);
      if (node.kind !== 'file') names.set(name, [...(names.get(name) ?? []), node]);
      look(node.children);
    }
  };
  look(skills);
  return names;
}

function later(one: Marks, other: Marks): Marks {
  const marks: Record<string, Mark> = { ...one };
  for (const [key, mark] of Object.entries(other)) if (!marks[key] || marks[key][1] <= mark[1]) marks[key] = mark;
  return marks;
}
