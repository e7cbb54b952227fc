import * as vscode from 'vscode';
import {
  type Ask,
  answer,
  type FromPanel,
  type Handlers,
  type InPlace,
  type PanelCommand,
  type PanelRequests,
  type PanelState,
  refusalOf,
  soundFromPanel,
} from '../protocol';
import { courseLanguages } from './course-files';
import { DataWatch } from './data-watch';
import { FollowedDocument } from './followed-document';
import { FoundSubject, pause } from './found-subject';
import { PageTeller } from './page-teller';
import { panelAnswers } from './panel-answers';
import { isInside } from './part-at';
import { plain, toRange } from './plain-range';
import { applyFix } from './preferred-fix';
import { RecallStore } from './recall-store';
import { ShownInPlace } from './shown-in-place';
import { SourceReveal } from './source-reveal';
import type { SkillBook } from './views/skill-book';

/**
 * One open panel and the document it follows. The page may come and go (a hidden tab has none); whenever it says that it
 * is ready it is told all there is to know.
 */
export class PanelSession implements vscode.Disposable {
  readonly #drawing: (what: string | null) => void;
  readonly #source = new SourceReveal();
  readonly #inPlace = new ShownInPlace();
  readonly #subscriptions: vscode.Disposable[];
  readonly #followed = new FollowedDocument();
  readonly #subject: FoundSubject;
  readonly #page: PageTeller;
  readonly #answers: Handlers<PanelRequests>;
  #position = new vscode.Position(0, 0);

  /**
   * @param memory what is kept for this workspace
   * @param skills how far a learner is
   * @param drawing hears that the page draws something large and answers nothing meanwhile; null when it does no more
   */
  constructor(
    webview: vscode.Webview,
    ask: Ask,
    memory: vscode.Memento,
    skills: SkillBook,
    drawing: (what: string | null) => void,
  ) {
    this.#drawing = drawing;
    const recall = new RecallStore(memory);
    const [followed, inPlace] = [this.#followed, this.#inPlace];
    const cursor = () => this.#position;
    const subject = new FoundSubject(
      ask,
      followed,
      () => plain(cursor()),
      () => this.#page.tellAll(),
    );
    const page = new PageTeller(webview, { followed, subject, inPlace, recall, skills, cursor });
    this.#subject = subject;
    this.#page = page;
    this.#answers = panelAnswers({ ask, followed, recall, skills, writableChanged: () => page.tellAll() });
    this.#subscriptions = [
      this.#source,
      subject,
      skills.onDidChange(() => void page.tellProgress()),
      // The demo that is shown may read it: the page asks for it again.
      new DataWatch(() => page.post({ type: 'data' })),
      webview.onDidReceiveMessage((message: unknown) => this.#take(message)),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && this.follow(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#moved(textEditor)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document !== followed.document || contentChanges.length === 0) return;
        followed.forgive();
        subject.askSoon(pause.typing);
      }),
      vscode.workspace.onDidSaveTextDocument(async () => {
        if (await inPlace.refresh()) page.tellInPlace(true);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === followed.document) followed.leave();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('coursewright.panel.mermaid')) page.tellLook();
      }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => uri.toString() === followed.uri)) void page.tellProblems();
      }),
    ];
  }

  /** Follows an editor, if it holds course text. */
  follow(editor: vscode.TextEditor): void {
    if (!courseLanguages.includes(editor.document.languageId)) return;
    const same = editor.document === this.#followed.document;
    this.#position = editor.selection.active;
    if (same) this.#moved(editor);
    else void this.#open(editor.document);
  }

  /** Shows again what a page showed before a reload. */
  async restore(state: PanelState): Promise<void> {
    const uri = vscode.Uri.parse(state.uri);
    const editor = vscode.window.visibleTextEditors.find((one) => one.document.uri.toString() === uri.toString());
    if (editor) {
      this.follow(editor);
      return;
    }
    try {
      await this.#followed.open(await vscode.workspace.openTextDocument(uri));
      await this.#subject.ask({ index: state.index });
    } catch {
      // The file is gone; the panel waits for another.
    }
  }

  /** Follows what another session did. */
  async takeOver(other: PanelSession): Promise<void> {
    const { document } = other.#followed;
    this.#inPlace.takeOver(other.#inPlace);
    if (!document) return;
    this.#position = other.#position;
    await this.#open(document);
  }

  /**
   * Shows something in place of the document's subject.
   * @param again makes it anew, for when a file has been saved
   */
  showInPlace(what: InPlace, again?: () => Promise<InPlace | undefined>): void {
    this.#inPlace.show(what, again);
    this.#page.tellInPlace();
  }

  command(command: PanelCommand): void {
    this.#page.post({ type: 'command', command });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #open(document: vscode.TextDocument): Promise<void> {
    await this.#followed.open(document);
    await this.#subject.ask({ position: plain(this.#position) });
  }

  #moved(editor: vscode.TextEditor): void {
    const { document, uri } = this.#followed;
    if (editor.document !== document) return;
    // Whoever comes back to an editor that refused an edit, or moves in it, may have made it writable.
    if (this.#followed.forgive()) this.#page.tellAll();
    this.#position = editor.selection.active;
    const { subject } = this.#subject.found;
    const own = subject?.uri === uri ? subject : null;
    // While a newer text waits to be read, places of the old one mean nothing.
    if (own && own.version !== document.version) return;
    if (own && isInside(own.range, this.#position)) this.#page.tellLight();
    else this.#subject.askSoon(pause.moving);
  }

  /** The page draws texts of anybody, so what it sends is looked at first; what is no message changes nothing. */
  #take(sent: unknown): void {
    const message = soundFromPanel(sent);
    const refusal = refusalOf(sent);
    if (message) this.#receive(message).catch(() => this.#page.tellAll());
    else if (refusal) this.#page.post({ type: 'reply', ...refusal });
  }

  async #receive(message: FromPanel): Promise<void> {
    const { document } = this.#followed;
    switch (message.type) {
      case 'ready':
        this.#page.tellLook();
        if (!document && message.state) await this.restore(message.state);
        else this.#page.tellAll();
        this.#page.tellInPlace();
        break;
      case 'closeInPlace':
        this.#inPlace.close();
        break;
      case 'reveal':
        await this.#source.reveal(vscode.Uri.parse(message.uri), message.range, message.focus);
        break;
      case 'fix':
        if (document) await applyFix(document.uri, toRange(message.range));
        break;
      case 'drawing':
        this.#drawing(message.what);
        break;
      case 'go':
        await this.#go(message.index);
        break;
      case 'request':
        this.#page.post(await answer<PanelRequests>(this.#answers, message));
        break;
    }
  }

  /** Another subject of the same document: the cursor goes there too, so that the two stay together. */
  async #go(index: number): Promise<void> {
    const place = this.#subject.found.contents[index]?.range.start;
    await this.#subject.ask({ index });
    const { document } = this.#followed;
    if (place && document) await this.#source.reveal(document.uri, { start: place, end: place }, false);
  }
}
