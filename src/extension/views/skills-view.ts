import * as vscode from 'vscode';
import type { Ask, FileSkills } from '../../protocol';
import { CourseView, revealCommand } from './course-view';
import { Progress } from './progress';
import { leavesOf, type SkillNode, shownSkills, skillNodes } from './skill-nodes';

/** The numbered outline of the course, with check marks for what is done. */
export class SkillsView extends CourseView<FileSkills, SkillNode> {
  readonly #ask: Ask;
  readonly #progress: Progress;

  constructor(ask: Ask, state: vscode.Memento) {
    super('coursewright.skills', { showCollapseAll: true, manageCheckboxStateManually: true });
    this.#ask = ask;
    this.#progress = new Progress(state);
    this.view.onDidChangeCheckboxState(async ({ items }) => {
      for (const [node, state] of items) {
        await this.#progress.mark(node, state === vscode.TreeItemCheckboxState.Checked);
      }
      this.redraw();
    });
  }

  getTreeItem(node: SkillNode): vscode.TreeItem {
    const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
    const made = new vscode.TreeItem(node.label, stateOf(node));
    const { done, total } = this.#progress.of(node);
    const isDone = done === total;
    const count = node.children.length > 0 ? `${done} of ${total}` : undefined;
    made.id = node.id;
    made.description = [node.detail, count].filter(Boolean).join(' · ');
    made.checkboxState = {
      state: isDone ? Checked : Unchecked,
      tooltip: isDone ? 'Done' : 'Not done yet',
      accessibilityInformation: { label: `${node.label}, ${isDone ? 'done' : 'not done'}`, role: 'checkbox' },
    };
    made.accessibilityInformation = { label: [node.label, made.description].filter(Boolean).join(', ') };
    made.command = revealCommand(node.uri, node.range);
    if (node.kind === 'file') made.iconPath = new vscode.ThemeIcon('book');
    return made;
  }

  protected async ask(): Promise<readonly FileSkills[]> {
    return (await this.#ask('coursewright/skills', {})).files;
  }

  protected shown(files: readonly FileSkills[], filter: string): readonly SkillNode[] {
    return shownSkills(skillNodes(files), filter);
  }

  protected below(node: SkillNode): readonly SkillNode[] {
    return node.children;
  }

  protected counted(shown: readonly SkillNode[]): string {
    const count = shown.flatMap(leavesOf).length;
    return count === 1 ? '1 skill' : `${count || 'no'} skills`;
  }
}

/** A file is open at first; what lies deeper is a click away. */
function stateOf({ kind, children }: SkillNode): vscode.TreeItemCollapsibleState {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  if (children.length === 0) return None;
  return kind === 'file' ? Expanded : Collapsed;
}
