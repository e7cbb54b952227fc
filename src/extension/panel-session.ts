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
import { courseLanguages } from './course-files';
import { DataWatch } from './data-watch';
import { problemsIn } from './panel-problems';
import { isInside, partAt } from './part-at';
import { plain, toRange } from './plain-range';
import { applyFix } from './preferred-fix';
import { RecallStore } from './recall-store';
import { saveFile } from './save-file';
import { ShownInPlace } from './shown-in-place';
import { SourceReveal } from './source-reveal';
import type { SkillBook } from './views/skill-book';
import { writeEdits } from './write-edits';

type Found = ServerRequests['coursewright/panelSubject']['result'];
type Choice = { readonly position: vscode.Position } | { readonly index: number };

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
  #document: vscode.TextDocument | undefined;
  #position = new vscode.Position(0, 0);
  #readOnly = false;
  /** An editor can be read-only although its file is not, and nothing but a refused edit tells. */
  #refused = false;
  /** What the server last said of the document: the page is told it, and decides what it shows. */
  #found: Found = { subject: null, contents: [] };
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
    this.#subscriptions = [
      this.#source,
      skills.onDidChange(() => void this.#sendProgress()),
      // The demo that is shown may read it: the page asks for it again.
      new DataWatch(() => this.#post({ type: 'data' })),
      webview.onDidReceiveMessage((message: unknown) => this.#take(message)),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && this.follow(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#moved(textEditor)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document !== this.#document || contentChanges.length === 0) return;
        this.#refused = false;
        this.#refreshSoon(pause.typing);
      }),
      vscode.workspace.onDidSaveTextDocument(async () => {
        if (await this.#inPlace.refresh()) this.#sendInPlace(true);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.#document) this.#document = undefined;
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('coursewright.panel.mermaid')) this.#sendLook();
      }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => uri.toString() === this.#uri)) void this.#sendProblems();
      }),
    ];
  }

  /** Follows an editor, if it holds course text. */
  follow(editor: vscode.TextEditor): void {
    if (!courseLanguages.includes(editor.document.languageId)) return;
    const same = editor.document === this.#document;
    this.#position = editor.selection.active;
    if (same) {
      this.#forgive();
      this.#moved(editor);
    } else void this.#open(editor.document).then(() => this.#refresh({ position: this.#position }));
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
      await this.#open(await vscode.workspace.openTextDocument(uri));
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
    await this.#open(document);
    await this.#refresh({ position });
  }

  /** The document that is followed. */
  get document(): vscode.TextDocument | undefined {
    return this.#document;
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

  async #open(document: vscode.TextDocument): Promise<void> {
    this.#document = document;
    this.#refused = false;
    this.#readOnly = vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false;
    try {
      const { permissions } = await vscode.workspace.fs.stat(document.uri);
      if (permissions === vscode.FilePermission.Readonly) this.#readOnly = true;
    } catch {
      // Not on a disk, as an untitled text is: it can be written.
    }
  }

  #moved(editor: vscode.TextEditor): void {
    if (editor.document !== this.#document) return;
    this.#position = editor.selection.active;
    const { subject } = this.#found;
    const own = subject?.uri === this.#uri ? subject : null;
    // While a newer text waits to be read, places of the old one mean nothing.
    if (own && own.version !== this.#document.version) return;
    if (own && isInside(own.range, this.#position)) this.#sendLight();
    else this.#refreshSoon(pause.moving);
  }

  #refreshSoon(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh({ position: this.#position }), delay);
  }

  /** Asks what to show; an answer that another question has overtaken, or a later text, is not used. */
  async #refresh(choice: Choice): Promise<void> {
    clearTimeout(this.#timer);
    const document = this.#document;
    const uri = this.#uri;
    if (!document || uri === undefined) return;
    const question = ++this.#question;
    const where = 'index' in choice ? choice : { position: plain(choice.position) };
    let found: Found;
    try {
      found = await this.#ask('coursewright/panelSubject', { uri, ...where });
    } catch {
      // The server says elsewhere what ails it; the panel keeps what it shows.
      return;
    }
    if (question !== this.#question) return;
    if (found.subject && found.subject.version < document.version) {
      this.#refreshSoon(pause.typing);
      return;
    }
    this.#found = found;
    this.#sendAll();
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
        if (!this.#document && message.state) await this.restore(message.state);
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
        if (this.#document) await applyFix(this.#document.uri, toRange(message.range));
        break;
      case 'drawing':
        this.#drawing(message.what);
        break;
      case 'go':
        await this.#go(message.index);
        break;
      case 'request':
        this.#post(await answer<PanelRequests>(this.#handlers, message));
        break;
    }
  }

  /** Whoever comes back to an editor that refused an edit may have made it writable. */
  #forgive(): void {
    if (!this.#refused) return;
    this.#refused = false;
    this.#sendAll();
  }

  /** Another subject of the same document: the cursor goes there too, so that the two stay together. */
  async #go(index: number): Promise<void> {
    const place = this.#found.contents[index]?.range.start;
    await this.#refresh({ index });
    if (place && this.#document) await this.#source.reveal(this.#document.uri, { start: place, end: place }, false);
  }

  readonly #handlers: Handlers<PanelRequests> = {
    saveFile: (params) => saveFile(params, this.#document?.uri),
    search: async (query) =>
      this.#uri === undefined ? { hits: [], total: 0 } : this.#ask('coursewright/search', { uri: this.#uri, query }),
    explain: async (ranges) =>
      this.#uri === undefined ? [] : (await this.#ask('coursewright/explain', { uri: this.#uri, ranges })).terms,
    copyText: async (text) => {
      await vscode.env.clipboard.writeText(text);
      return null;
    },
    keepRecall: async ({ id, ...state }) => {
      await this.#recall.keep(id, state);
      return null;
    },
    markSkill: async ({ name, state }) => {
      await this.#skills.markName(name, state);
      return null;
    },
    lesson: async (params) => (await this.#ask('coursewright/panelLesson', params)).demos,
    picture: async (params) => (await this.#ask('coursewright/picture', params)).picture,
    readData: async (params) => (await this.#ask('coursewright/demoData', params)).file,
    editDemo: async ({ uri, version, index, set }) => {
      const document = this.#document;
      if (document?.uri.toString() !== uri || document.version !== version || this.#readOnly) return false;
      const { edits } = await this.#ask('coursewright/demoEdit', { uri, version, index, set });
      if (document.version !== version) return false;
      const changes = edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(range), newText));
      const outcome = await writeEdits(document, changes);
      if (outcome === 'refused') {
        this.#refused = true;
        this.#sendAll();
      }
      return outcome === 'written';
    },
  };

  #sendInPlace(again = false): void {
    const { what } = this.#inPlace;
    if (what?.type === 'kit') this.#post({ ...what, recall: this.#recall.states, again });
    else if (what) this.#post(what);
  }

  get #uri(): string | undefined {
    return this.#document?.uri.toString();
  }

  #sendAll(): void {
    const document = this.#document;
    if (!document) return;
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    this.#post({
      type: 'subject',
      ...this.#found,
      document: name,
      readOnly: this.#readOnly || this.#refused,
    });
    void this.#sendProblems();
    void this.#sendProgress();
    this.#sendLight();
  }

  /** Nothing of them, where there is another subject by the time that they are known. */
  async #sendProblems(): Promise<void> {
    const { subject } = this.#found;
    if (!subject || !this.#document) return;
    const problems = await problemsIn(this.#document.uri, toRange(subject.range));
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
