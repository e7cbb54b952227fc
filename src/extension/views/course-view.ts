import * as vscode from 'vscode';
import type { Range } from 'vscode-languageserver-types';
import { say } from '../../core/l10n/say';
import { askFilter } from './ask-filter';

/**
 * A tree in the side bar over something the server knows. It is asked for when the view is seen, and again when the
 * course has changed; a filter only chooses from what is there.
 */
export abstract class CourseView<Item, Node> implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  protected readonly view: vscode.TreeView<Node>;
  readonly #id: string;
  readonly #changed = new vscode.EventEmitter<void>();
  #items: Promise<readonly Item[]> | undefined;
  #drawn: string | undefined;
  #filter = '';

  /** @param id the view's, which its commands begin with. */
  constructor(id: string, options: Partial<vscode.TreeViewOptions<Node>> = {}) {
    this.#id = id;
    this.view = vscode.window.createTreeView(id, { ...options, treeDataProvider: this });
    this.view.onDidChangeVisibility(({ visible }) => {
      if (visible && !this.#items) this.redraw();
    });
  }

  get onDidChangeTreeData(): vscode.Event<void> {
    return this.#changed.event;
  }

  /** The commands that every such view has. */
  commands(): vscode.Disposable[] {
    const { registerCommand, executeCommand } = vscode.commands;
    return [
      registerCommand(`${this.#id}.search`, async () => {
        await executeCommand(`${this.#id}.focus`);
        askFilter(say`Search the ${this.view.title}`, this.#filter, (filter) => this.#setFilter(filter));
      }),
      registerCommand(`${this.#id}.clearSearch`, () => this.#setFilter('')),
    ];
  }

  /** What was asked may be stale. An unseen view asks when it is seen again. */
  refresh(): void {
    this.#items = undefined;
    if (this.view.visible) void this.#renew();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node !== undefined) return [...this.below(node)];
    const items = await this.#asked();
    this.#drawn = JSON.stringify(items);
    const shown = this.shown(items, this.#filter);
    const filtered = this.#filter.trim() !== '';
    this.view.message = filtered ? `“${this.#filter.trim()}”: ${this.counted(shown)}` : '';
    void vscode.commands.executeCommand('setContext', `${this.#id}.filtered`, filtered);
    return [...shown];
  }

  abstract getTreeItem(node: Node): vscode.TreeItem;

  dispose(): void {
    this.view.dispose();
    this.#changed.dispose();
  }

  protected redraw(): void {
    this.#changed.fire();
  }

  /** Asks the server. */
  protected abstract ask(): Promise<readonly Item[]>;
  /** The top of the tree. */
  protected abstract shown(items: readonly Item[], filter: string): readonly Node[];
  /** What stands below a node. */
  protected abstract below(node: Node): readonly Node[];
  /** How much a filter has found, in words. */
  protected abstract counted(shown: readonly Node[]): string;

  /** Draws again only what differs: a click on a line that is just being drawn would be lost. */
  async #renew(): Promise<void> {
    const items = await this.#asked().catch(() => undefined);
    if (items && JSON.stringify(items) !== this.#drawn) this.redraw();
  }

  #asked(): Promise<readonly Item[]> {
    if (this.#items) return this.#items;
    const asked = this.ask();
    this.#items = asked;
    asked.catch(() => {
      if (this.#items === asked) this.#items = undefined;
    });
    return asked;
  }

  #setFilter(filter: string): void {
    if (filter === this.#filter) return;
    this.#filter = filter;
    this.redraw();
  }
}

/** Opens a file with a place selected. */
export function revealCommand(uri: string, range?: Range): vscode.Command {
  const selection =
    range && new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
  return {
    command: 'vscode.open',
    title: say`Open`,
    arguments: [vscode.Uri.parse(uri), selection ? { selection } : {}],
  };
}
