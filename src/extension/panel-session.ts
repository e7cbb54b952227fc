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
  type ServerRequests,
  soundFromPanel,
  type ToPanel,
} from '../protocol';
import { afterAnswer } from './after-answer';
import { courseLanguages } from './course-files';
import { DataWatch } from './data-watch';
import { FollowedDocument } from './followed-document';
import { panelAnswers } from './panel-answers';
import { problemsIn } from './panel-problems';
import { isInside, partAt } from './part-at';
import { plain, toRange } from './plain-range';
import { applyFix } from './preferred-fix';
import { RecallStore } from './recall-store';
import { ShownInPlace } from './shown-in-place';
import { SourceReveal } from './source-reveal';
import type { SkillBook } from './views/skill-book';

type Found = ServerRequests['coursewright/panelSubject']['result'];
type Choice = ({ readonly position: vscode.Position } | { readonly index: number }) & { readonly patient?: boolean };

/** A pause in typing and in moving the cursor, after which the panel catches up; in milliseconds. */
const pause = { typing: 120, moving: 30 };

/**
 * One open panel and the document it follows. The page may come and go (a hidden tab has none); whenever it says that it
 * is ready it is told all there is to know.
 */
export class PanelSession implements vscode.Disposable {
  readonly #webview: vscode.Webview;
  readonly #ask: Ask;
  readonly #drawing: (what: string | null) => void;
  readonly #recall: RecallStore;
  readonly #skills: SkillBook;
  readonly #source = new SourceReveal();
  readonly #inPlace = new ShownInPlace();
  readonly #subscriptions: vscode.Disposable[];
  readonly #followed = new FollowedDocument();
  readonly #answers: Handlers<PanelRequests>;
  #position = new vscode.Position(0, 0);
  /** What the server last said of the document: the page is told it, and decides what it shows. */
  #found: Found = { subject: null, contents: [], unread: null };
  #question = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

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
    this.#webview = webview;
    this.#ask = ask;
    this.#recall = new RecallStore(memory);
    this.#skills = skills;
    this.#answers = panelAnswers({
      ask,
      followed: this.#followed,
      recall: this.#recall,
      skills,
      writableChanged: () => this.#sendAll(),
    });
    this.#subscriptions = [
      this.#source,
      skills.onDidChange(() => void this.#sendProgress()),
      // The demo that is shown may read it: the page asks for it again.
      new DataWatch(() => this.#post({ type: 'data' })),
      webview.onDidReceiveMessage((message: unknown) => this.#take(message)),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && this.follow(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#moved(textEditor)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document !== this.#followed.document || contentChanges.length === 0) return;
        this.#followed.forgive();
        this.#refreshSoon(pause.typing);
      }),
      vscode.workspace.onDidSaveTextDocument(async () => {
        if (await this.#inPlace.refresh()) this.#sendInPlace(true);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.#followed.document) this.#followed.leave();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('coursewright.panel.mermaid')) this.#sendLook();
      }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => uri.toString() === this.#followed.uri)) void this.#sendProblems();
      }),
    ];
  }

  /** Follows an editor, if it holds course text. */
  follow(editor: vscode.TextEditor): void {
    if (!courseLanguages.includes(editor.document.languageId)) return;
    const same = editor.document === this.#followed.document;
    this.#position = editor.selection.active;
    if (same) this.#moved(editor);
    else void this.#followed.open(editor.document).then(() => this.#refresh({ position: this.#position }));
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
      await this.#refresh({ index: state.index });
    } catch {
      // The file is gone; the panel waits for another.
    }
  }

  /** Follows what another session did. */
  async takeOver(other: PanelSession): Promise<void> {
    const { document, position } = other;
    this.#inPlace.takeOver(other.#inPlace);
    if (!document) return;
    this.#position = position;
    await this.#followed.open(document);
    await this.#refresh({ position });
  }

  /** The document that is followed. */
  get document(): vscode.TextDocument | undefined {
    return this.#followed.document;
  }

  /** Where its cursor stands. */
  get position(): vscode.Position {
    return this.#position;
  }

  /**
   * Shows something in place of the document's subject.
   * @param again makes it anew, for when a file has been saved
   */
  showInPlace(what: InPlace, again?: () => Promise<InPlace | undefined>): void {
    this.#inPlace.show(what, again);
    this.#sendInPlace();
  }

  command(command: PanelCommand): void {
    this.#post({ type: 'command', command });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#question++;
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #moved(editor: vscode.TextEditor): void {
    if (editor.document !== this.#followed.document) return;
    this.#forgive();
    this.#position = editor.selection.active;
    const { subject } = this.#found;
    const own = subject?.uri === this.#followed.uri ? subject : null;
    // While a newer text waits to be read, places of the old one mean nothing.
    if (own && own.version !== this.#followed.document.version) return;
    if (own && isInside(own.range, this.#position)) this.#sendLight();
    else this.#refreshSoon(pause.moving);
  }

  /** @param choice what is asked for; what stands under the cursor by then, where none is given */
  #refreshSoon(delay: number, choice?: Choice, patient = false): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh({ ...(choice ?? { position: this.#position }), patient }), delay);
  }

  /** Asks what to show; an answer that another question has overtaken, or a later text, is not used. */
  async #refresh(choice: Choice): Promise<void> {
    clearTimeout(this.#timer);
    const document = this.#followed.document;
    const uri = this.#followed.uri;
    if (!document || uri === undefined) return;
    const question = ++this.#question;
    const { patient = false } = choice;
    const where = 'index' in choice ? { index: choice.index } : { position: plain(choice.position) };
    let found: Found;
    try {
      found = await this.#ask('coursewright/panelSubject', { uri, patient, ...where });
    } catch {
      // The server says elsewhere what ails it; the panel keeps what it shows.
      return;
    }
    if (question !== this.#question) return;
    const { shows, asksAgain } = afterAnswer(found, this.#found, uri, document.version);
    if (shows) {
      this.#found = found;
      this.#sendAll();
    }
    const isRead = found.unread === 'reading';
    if (asksAgain) this.#refreshSoon(isRead ? 0 : pause.typing, 'index' in choice ? choice : undefined, isRead);
  }

  /** The page draws texts of anybody, so what it sends is looked at first; what is no message changes nothing. */
  #take(sent: unknown): void {
    const message = soundFromPanel(sent);
    const refusal = refusalOf(sent);
    if (message) this.#receive(message).catch(() => this.#sendAll());
    else if (refusal) this.#post({ type: 'reply', ...refusal });
  }

  async #receive(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#sendLook();
        if (!this.#followed.document && message.state) await this.restore(message.state);
        else this.#sendAll();
        this.#sendInPlace();
        break;
      case 'closeInPlace':
        this.#inPlace.close();
        break;
      case 'reveal':
        await this.#source.reveal(vscode.Uri.parse(message.uri), message.range, message.focus);
        break;
      case 'fix':
        if (this.#followed.document) await applyFix(this.#followed.document.uri, toRange(message.range));
        break;
      case 'drawing':
        this.#drawing(message.what);
        break;
      case 'go':
        await this.#go(message.index);
        break;
      case 'request':
        this.#post(await answer<PanelRequests>(this.#answers, message));
        break;
    }
  }

  /** Whoever comes back to an editor that refused an edit, or moves in it, may have made it writable. */
  #forgive(): void {
    if (this.#followed.forgive()) this.#sendAll();
  }

  /** Another subject of the same document: the cursor goes there too, so that the two stay together. */
  async #go(index: number): Promise<void> {
    const place = this.#found.contents[index]?.range.start;
    await this.#refresh({ index });
    if (place && this.#followed.document)
      await this.#source.reveal(this.#followed.document.uri, { start: place, end: place }, false);
  }

  #sendInPlace(again = false): void {
    const { what } = this.#inPlace;
    if (what?.type === 'kit') this.#post({ ...what, recall: this.#recall.states, again });
    else if (what) this.#post(what);
  }

  #sendAll(): void {
    const document = this.#followed.document;
    if (!document) return;
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    this.#post({
      type: 'subject',
      ...this.#found,
      document: name,
      readOnly: this.#followed.readOnly,
    });
    void this.#sendProblems();
    void this.#sendProgress();
    this.#sendLight();
  }

  /** Nothing of them, where there is another subject by the time that they are known. */
  async #sendProblems(): Promise<void> {
    const { subject } = this.#found;
    if (!subject || !this.#followed.document) return;
    const problems = await problemsIn(this.#followed.document.uri, toRange(subject.range));
    if (this.#found.subject === subject) this.#post({ type: 'problems', problems });
  }

  async #sendProgress(): Promise<void> {
    const { subject } = this.#found;
    if (subject?.kind !== 'diagram') return;
    const found = await this.#skills.statesOf(subject.nodes.map(({ label }) => label)).catch(() => []);
    if (this.#found.subject !== subject) return;
    const states = subject.nodes.flatMap(({ id }, i) =>
      found[i] && found[i] !== 'todo' ? [[id, found[i]] as const] : [],
    );
    this.#post({ type: 'progress', states: Object.fromEntries(states) });
  }

  #sendLook(): void {
    const look = vscode.workspace.getConfiguration('coursewright').get('panel.mermaid', '11') as string;
    this.#post({ type: 'look', mermaid: look === '12' ? '12' : '11' });
  }

  #sendLight(): void {
    const { subject } = this.#found;
    if (subject?.kind !== 'diagram') return;
    const inside = isInside(subject.range, this.#position);
    this.#post({ type: 'light', part: inside ? partAt(subject, this.#position) : null });
  }

  #post(message: ToPanel): void {
    void this.#webview.postMessage(message);
  }
}
