import type * as vscode from 'vscode';
import type { RecallStates } from '../protocol';

const key = 'coursewright.recall';

/** What a learner knows of cards, kept for the workspace. */
export class RecallStore {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  get states(): RecallStates {
    return this.#memory.get<RecallStates>(key, {});
  }

  async keep(id: string, state: RecallStates[string]): Promise<void> {
    await this.#memory.update(key, { ...this.states, [id]: state });
  }
}
