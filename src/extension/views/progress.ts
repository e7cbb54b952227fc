import { leavesOf, type SkillNode } from './skill-nodes';

/** Where progress is kept: a workspace's own state is one such. */
export interface ProgressStore {
  get<T>(key: string, otherwise: T): T;
  update(key: string, value: unknown): PromiseLike<void>;
}

const key = 'coursewright.skills.done';

/** Which skills are done. Only what has nothing below it is kept; the rest follows from that. */
export class Progress {
  readonly #store: ProgressStore;
  readonly #done: Set<string>;

  constructor(store: ProgressStore) {
    this.#store = store;
    this.#done = new Set(store.get<readonly string[]>(key, []));
  }

  /** How many of the skills at and below a node are done. */
  of(node: SkillNode): { readonly done: number; readonly total: number } {
    const leaves = leavesOf(node);
    return { done: leaves.filter(({ id }) => this.#done.has(id)).length, total: leaves.length };
  }

  isDone(node: SkillNode): boolean {
    const { done, total } = this.of(node);
    return done === total;
  }

  /** Marks a skill, and all below it, done or not. */
  async mark(node: SkillNode, done: boolean): Promise<void> {
    for (const { id } of leavesOf(node)) {
      if (done) this.#done.add(id);
      else this.#done.delete(id);
    }
    await this.#store.update(key, [...this.#done]);
  }
}
