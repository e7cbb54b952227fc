import * as vscode from 'vscode';
import type { Ask, FileSkills, SkillState } from '../../protocol';
import { Progress, progressKey } from './progress';
import { progressText } from './progress-text';
import { type SkillNode, skillNodes } from './skill-nodes';

/** The skills of the courses and how far a learner is with them, for whoever shows them: the view and the panel. */
export class SkillBook implements vscode.Disposable {
  readonly progress: Progress;
  readonly #ask: Ask;
  readonly #changed = new vscode.EventEmitter<void>();
  #nodes: Promise<readonly SkillNode[]> | undefined;

  /** Settings Sync takes what is kept along to other machines, where a person lets it; a window without a name keeps it here. */
  constructor(
    ask: Ask,
    { workspaceState, globalState }: Pick<vscode.ExtensionContext, 'workspaceState' | 'globalState'>,
  ) {
    this.#ask = ask;
    globalState.setKeysForSync([progressKey]);
    const course = vscode.workspace.name;
    this.progress = new Progress(workspaceState, course === undefined ? undefined : { store: globalState, course });
  }

  /** Some skill is marked otherwise now. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  async files(): Promise<readonly FileSkills[]> {
    return (await this.#ask('coursewright/skills', {})).files;
  }

  /** What was asked may be stale, and another machine may have marked something. */
  refresh(): void {
    this.#nodes = undefined;
    this.progress.read();
  }

  async mark(node: SkillNode, state: SkillState): Promise<void> {
    await this.progress.mark(node, state);
    this.#changed.fire();
  }

  /** Marks what a diagram calls by a name. */
  async markName(name: string, state: SkillState): Promise<void> {
    await this.progress.markName(name, await this.#asked(), state);
    this.#changed.fire();
  }

  /** How far a learner is with what diagrams call by these names; nothing is asked where nothing was ever marked. */
  async statesOf(names: readonly string[]): Promise<readonly SkillState[]> {
    if (this.progress.isEmpty) return names.map(() => 'todo');
    const skills = await this.#asked();
    return names.map((name) => this.progress.ofName(name, skills));
  }

  /** Opens progress as check boxes of markdown. */
  async write(): Promise<void> {
    const content = progressText(await this.#asked(), this.progress);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #asked(): Promise<readonly SkillNode[]> {
    if (this.#nodes) return this.#nodes;
    const asked = this.files().then(skillNodes);
    this.#nodes = asked;
    asked.catch(() => {
      if (this.#nodes === asked) this.#nodes = undefined;
    });
    return asked;
  }
}
