import * as vscode from 'vscode';
import { spokenLanguage } from '../core/l10n/say';
import type { Ask, InPlace, PanelCommand, PanelState } from '../protocol';
import { LargeDrawing } from './large-drawing';
import { panelPage } from './panel-page';
import { PanelSession } from './panel-session';
import type { SkillBook } from './views/skill-book';

export const panelViewType = 'coursewright.panel';

/** The one panel: opened beside the source, brought to the front when it is open already, restored after a reload. */
export class PanelHost implements vscode.WebviewPanelSerializer<PanelState>, vscode.Disposable {
  readonly #media: vscode.Uri;
  readonly #ask: Ask;
  readonly #memory: vscode.Memento;
  readonly #skills: SkillBook;
  readonly #registration: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #session: PanelSession | undefined;

  /**
   * @param ask puts a question to the language server, starting it where need be
   * @param memory what is kept for this workspace
   * @param skills how far a learner is
   */
  constructor(extension: vscode.Uri, ask: Ask, memory: vscode.Memento, skills: SkillBook) {
    this.#media = vscode.Uri.joinPath(extension, 'dist', 'media');
    this.#ask = ask;
    this.#memory = memory;
    this.#skills = skills;
    this.#registration = vscode.window.registerWebviewPanelSerializer(panelViewType, this);
  }

  /** Shows the panel beside an editor, by default the active one, and follows that editor from then on. */
  open(editor = vscode.window.activeTextEditor): void {
    if (this.#panel) this.#panel.reveal(undefined, true);
    else {
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      this.#take(vscode.window.createWebviewPanel(panelViewType, 'Coursewright', column));
    }
    if (editor) this.#session?.follow(editor);
  }

  /** Shows something in place of the document's subject. */
  showInPlace(what: InPlace, again?: () => Promise<InPlace | undefined>): void {
    this.open();
    this.#session?.showInPlace(what, again);
  }

  /** Passes a command on to the page; nothing happens without one. */
  command(command: PanelCommand): void {
    this.#session?.command(command);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: PanelState | undefined): Promise<void> {
    this.#panel?.dispose();
    this.#take(panel);
    if (state) await this.#session?.restore(state);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#session?.dispose();
    this.#panel?.dispose();
  }

  /** A page that draws cannot be stopped, but left: another takes its place. */
  async #giveUp(panel: vscode.WebviewPanel, session: PanelSession): Promise<void> {
    const { viewColumn = vscode.ViewColumn.Beside } = panel;
    panel.dispose();
    this.#take(vscode.window.createWebviewPanel(panelViewType, 'Coursewright', { viewColumn, preserveFocus: true }));
    await this.#session?.takeOver(session);
  }

  #take(panel: vscode.WebviewPanel): void {
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [this.#media] };
    const drawing = new LargeDrawing(() => void this.#giveUp(panel, session));
    const session = new PanelSession(webview, this.#ask, this.#memory, this.#skills, (what) => drawing.tell(what));
    this.#panel = panel;
    this.#session = session;
    // A hidden panel has no page.
    panel.onDidChangeViewState(() => panel.visible || drawing.tell(null));
    panel.onDidDispose(() => {
      session.dispose();
      drawing.tell(null);
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#session = undefined;
    });
    const address = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(this.#media, name)).toString();
    webview.html = panelPage({
      script: address('panel.js'),
      style: address('panel.css'),
      cspSource: webview.cspSource,
      language: spokenLanguage(),
      nonce: crypto.randomUUID(),
    });
  }
}
