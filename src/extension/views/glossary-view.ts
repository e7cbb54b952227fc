import * as vscode from 'vscode';
import { plainText } from '../../core/course/inline/plain-text';
import { say } from '../../core/l10n/say';
import type { Ask, GlossaryItem } from '../../protocol';
import { CourseView, revealCommand } from './course-view';
import { descriptionOf, type GlossaryOrder, labelOf, markOf, shownTerms, tooltipOf } from './glossary-items';

type Definition = GlossaryItem['definitions'][number];
/** A term, or one of several places that define it. */
type Node = { readonly item: GlossaryItem; readonly place?: Definition };

const orderKey = 'coursewright.glossary.order';

/** The terms of the course. */
export class GlossaryView extends CourseView<GlossaryItem, Node> {
  readonly #ask: Ask;
  readonly #state: vscode.Memento;
  #order: GlossaryOrder;

  constructor(ask: Ask, state: vscode.Memento) {
    super('coursewright.glossary', { showCollapseAll: false });
    this.#ask = ask;
    this.#state = state;
    this.#order = state.get<GlossaryOrder>(orderKey, 'name');
    this.#tellOrder();
  }

  override commands(): vscode.Disposable[] {
    const { registerCommand } = vscode.commands;
    return [
      ...super.commands(),
      registerCommand('coursewright.glossary.sortByName', () => this.#sort('name')),
      registerCommand('coursewright.glossary.sortByPlace', () => this.#sort('place')),
    ];
  }

  getTreeItem({ item, place }: Node): vscode.TreeItem {
    return place ? placeItem(place) : termItem(item);
  }

  protected async ask(): Promise<readonly GlossaryItem[]> {
    return (await this.#ask('coursewright/glossary', {})).terms;
  }

  protected shown(items: readonly GlossaryItem[], filter: string): Node[] {
    return shownTerms(items, filter, this.#order).map((item) => ({ item }));
  }

  protected below({ item, place }: Node): Node[] {
    return place || item.definitions.length < 2 ? [] : item.definitions.map((one) => ({ item, place: one }));
  }

  protected counted(shown: readonly Node[]): string {
    return shown.length === 1 ? say`1 term` : say`${shown.length || say`no`} terms`;
  }

  #sort(order: GlossaryOrder): void {
    this.#order = order;
    void this.#state.update(orderKey, order);
    this.#tellOrder();
    this.redraw();
  }

  #tellOrder(): void {
    void vscode.commands.executeCommand('setContext', orderKey, this.#order);
  }
}

function termItem(item: GlossaryItem): vscode.TreeItem {
  const { None, Collapsed } = vscode.TreeItemCollapsibleState;
  const made = new vscode.TreeItem(labelOf(item), item.definitions.length > 1 ? Collapsed : None);
  const first = item.definitions[0]!;
  made.description = descriptionOf(item);
  made.tooltip = new vscode.MarkdownString(tooltipOf(item, pathOf));
  made.command = revealCommand(first.uri, first.range);
  const icon = iconOf(item);
  if (icon) made.iconPath = icon;
  made.accessibilityInformation = { label: [item.term, made.description].filter(Boolean).join(', ') };
  made.contextValue = markOf(item) ? 'marked' : 'term';
  return made;
}

function placeItem({ uri, range, definition }: Definition): vscode.TreeItem {
  const made = new vscode.TreeItem(`${pathOf(uri)}:${range.start.line + 1}`);
  made.description = definition ? plainText(definition) : '';
  made.iconPath = vscode.ThemeIcon.File;
  made.resourceUri = vscode.Uri.parse(uri);
  made.command = revealCommand(uri, range);
  return made;
}

/** Only what is marked: an icon before every term would hide the marks. */
function iconOf({ conflict, unused }: GlossaryItem): vscode.ThemeIcon | undefined {
  if (conflict) return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  if (unused) return new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('disabledForeground'));
  return undefined;
}

const pathOf = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
