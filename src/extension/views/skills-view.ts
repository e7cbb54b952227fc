import * as vscode from 'vscode';
import { say } from '../../core/l10n/say';
import type { FileSkills, SkillState } from '../../protocol';
import { CourseView, revealCommand } from './course-view';
import type { SkillBook } from './skill-book';
import { skillDescription } from './skill-description';
import { leavesOf, type SkillNode, shownSkills, skillNodes } from './skill-nodes';

/** The numbered outline of the course, with check marks for what is done, and a word on what is begun and what is next. */
export class SkillsView extends CourseView<FileSkills, SkillNode> {
  readonly #book: SkillBook;
  /** The first skill that is to do behind the last one that is begun, as far as the tree was drawn. */
  #next: string | undefined;

  constructor(book: SkillBook) {
    super('coursewright.skills', { showCollapseAll: true, manageCheckboxStateManually: true });
    this.#book = book;
    book.onDidChange(() => this.redraw());
    this.view.onDidChangeCheckboxState(async ({ items }) => {
      for (const [node, state] of items) {
        await book.mark(node, state === vscode.TreeItemCheckboxState.Checked ? 'done' : 'todo');
      }
    });
  }

  override commands(): vscode.Disposable[] {
    const { registerCommand } = vscode.commands;
    const mark = (state: SkillState) => async (node?: SkillNode) => {
      const marked = node ?? this.view.selection[0];
      if (marked) await this.#book.mark(marked, state);
    };
    return [
      ...super.commands(),
      registerCommand('coursewright.skills.markToDo', mark('todo')),
      registerCommand('coursewright.skills.markDoing', mark('doing')),
      registerCommand('coursewright.skills.markDone', mark('done')),
    ];
  }

  getTreeItem(node: SkillNode): vscode.TreeItem {
    const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
    const made = new vscode.TreeItem(node.label, stateOf(node));
    const { progress } = this.#book;
    const state = progress.stateOf(node);
    const isDone = state === 'done';
    made.id = node.id;
    made.description = skillDescription(node, progress, node.id === this.#next);
    made.checkboxState = {
      state: isDone ? Checked : Unchecked,
      tooltip: isDone ? say`Done` : say`Not done yet`,
      accessibilityInformation: {
        label: isDone ? say`${node.label}, done` : say`${node.label}, not done`,
        role: 'checkbox',
      },
    };
    made.accessibilityInformation = { label: [node.label, made.description].filter(Boolean).join(', ') };
    made.contextValue = node.kind === 'file' ? 'file' : `skill-${state}`;
    made.command = revealCommand(node.uri, node.range);
    if (node.kind === 'file') made.iconPath = new vscode.ThemeIcon('book');
    return made;
  }

  protected async ask(): Promise<readonly FileSkills[]> {
    return this.#book.files();
  }

  protected shown(files: readonly FileSkills[], filter: string): readonly SkillNode[] {
    const nodes = skillNodes(files);
    this.#next = this.#book.progress.nextOf(nodes)?.id;
    return shownSkills(nodes, filter);
  }

  protected below(node: SkillNode): readonly SkillNode[] {
    return node.children;
  }

  protected counted(shown: readonly SkillNode[]): string {
    const count = shown.flatMap(leavesOf).length;
    return count === 1 ? say`1 skill` : say`${count || say`no`} skills`;
  }
}

/** A file is open at first; what lies deeper is a click away. */
function stateOf({ kind, children }: SkillNode): vscode.TreeItemCollapsibleState {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  if (children.length === 0) return None;
  return kind === 'file' ? Expanded : Collapsed;
}
