import type {
  DemoSubject,
  DiagramPart,
  DiagramSubject,
  KitPage,
  MermaidLook,
  PanelCommand,
  PanelProblem,
  Reading,
  RecallStates,
  SkillStates,
  SubjectEntry,
  TeachingKit,
  ToPanel,
  Unread,
} from '../src/protocol';
import type { HostChannel } from './host-channel';
import {
  foldsOf,
  readState,
  type SavedState,
  selectedOf,
  viewportOf,
  withFolds,
  withSelected,
  withViewport,
} from './state';
import type { Viewport } from './tree/viewport';

/** What the page shows. */
export type Shown =
  | { readonly kind: 'nothing'; readonly document: string; readonly unread: Unread | null }
  | { readonly kind: 'diagram'; readonly subject: DiagramSubject }
  | { readonly kind: 'demo'; readonly subject: DemoSubject; readonly readOnly: boolean }
  /** A page of the course's teaching kit, whatever document is followed. */
  | {
      readonly kind: 'kit';
      readonly kit: TeachingKit;
      readonly page: KitPage;
      readonly recall: RecallStates;
      readonly again?: boolean;
    }
  | { readonly kind: 'reading'; readonly reading: Reading }
  /** All demos of a document; `index` is the subject that the cursor belongs to. */
  | {
      readonly kind: 'lesson';
      readonly demos: readonly DemoSubject[];
      readonly index: number;
      readonly readOnly: boolean;
    };

/** Where the page shows it. */
export interface PageScreen {
  show(shown: Shown): void;
  /** What the document has, and whether the whole lesson is offered and on. */
  list(entries: readonly SubjectEntry[], current: number | undefined, document: string): void;
  offerWhole(offered: boolean, on: boolean): void;
  light(part: DiagramPart | null): void;
  progress(states: SkillStates): void;
  problems(problems: readonly PanelProblem[]): void;
  command(command: PanelCommand): void;
  dataChanged(): void;
  look(mermaid: MermaidLook): void;
}

type SubjectMessage = Extract<ToPanel, { type: 'subject' }>;

/**
 * The panel's page: what it was told last, what it shows of that, and what it keeps over a hidden tab and a reload. The
 * extension tells the subject under the cursor; whether the whole lesson is shown instead is the page's to know.
 */
export class Page {
  readonly #host: Pick<HostChannel, 'post' | 'request' | 'getState' | 'setState'>;
  readonly #screen: PageScreen;
  #saved: SavedState | undefined;
  #told: SubjectMessage | undefined;
  /** Whether something is shown in place of the subject. */
  #inPlace = false;
  #shown: Shown = { kind: 'nothing', document: '', unread: null };

  constructor(host: Pick<HostChannel, 'post' | 'request' | 'getState' | 'setState'>, screen: PageScreen) {
    this.#host = host;
    this.#screen = screen;
    this.#saved = readState(host.getState());
  }

  get shown(): Shown {
    return this.#shown;
  }

  /** Says that the page listens, and what it showed before. */
  start(): void {
    const state = this.#saved && { uri: this.#saved.uri, index: this.#saved.index };
    this.#host.post({ type: 'ready', state: state ?? null });
  }

  receive(message: ToPanel): void {
    switch (message.type) {
      case 'subject':
        this.#tell(message);
        break;
      case 'kit':
        this.#showInPlace(message.kit.title, { ...message, kind: 'kit' });
        break;
      case 'reading':
        this.#showInPlace(message.reading.title, { ...message, kind: 'reading' });
        break;
      case 'problems':
        this.#screen.problems(message.problems);
        break;
      case 'light':
        this.#screen.light(message.part);
        break;
      case 'progress':
        this.#screen.progress(message.states);
        break;
      case 'command':
        this.#screen.command(message.command);
        break;
      case 'look':
        this.#screen.look(message.mermaid);
        break;
      case 'data':
        this.#screen.dataChanged();
        break;
    }
  }

  /** Shows another diagram or demo of the document. */
  go(index: number): void {
    this.#host.post({ type: 'go', index });
  }

  /** Shows all demos of a document instead of the one under the cursor, or that one again. */
  setWhole(whole: boolean): void {
    if (this.#saved) {
      const { whole: _, ...rest } = this.#saved;
      this.#keep(whole ? { ...rest, whole } : rest);
    }
    if (this.#told) this.#tell(this.#told);
  }

  /** Shows the document's subject again. */
  closeInPlace(): void {
    this.#inPlace = false;
    this.#host.post({ type: 'closeInPlace' });
    if (this.#told) this.#tell(this.#told);
    else this.#show({ kind: 'nothing', document: '', unread: null });
  }

  /** How a diagram lay when it was last seen. */
  viewport(subject: string): Viewport | undefined {
    return this.#saved && viewportOf(this.#saved, subject);
  }

  saveViewport(subject: string, viewport: Viewport | undefined): void {
    if (this.#saved) this.#keep(withViewport(this.#saved, subject, viewport));
  }

  /** The node that was chosen last in a diagram. */
  selected(subject: string): string | undefined {
    return this.#saved && selectedOf(this.#saved, subject);
  }

  saveSelected(subject: string, node: string | undefined): void {
    if (this.#saved) this.#keep(withSelected(this.#saved, subject, node));
  }

  /** What a person has folded in a diagram. */
  folds(subject: string): readonly string[] {
    return this.#saved ? foldsOf(this.#saved, subject) : [];
  }

  saveFolds(subject: string, folds: readonly string[]): void {
    if (this.#saved) this.#keep(withFolds(this.#saved, subject, folds));
  }

  #tell(message: SubjectMessage): void {
    const { subject, contents, unread, document, readOnly } = message;
    this.#told = message;
    if (subject) {
      this.#keep({ ...this.#saved, viewports: this.#saved?.viewports ?? [], uri: subject.uri, index: subject.index });
    }
    if (this.#inPlace) return;
    const whole = this.#saved?.whole === true;
    this.#screen.list(contents, subject?.index, document);
    this.#screen.offerWhole(isLesson(contents), whole);
    if (whole && subject && isLesson(contents)) void this.#showLesson(message);
    else if (subject?.kind === 'demo') this.#show({ kind: 'demo', subject, readOnly });
    else if (subject) this.#show({ kind: 'diagram', subject });
    else this.#show({ kind: 'nothing', document, unread });
  }

  /** An answer that another message has overtaken is not used; without one the page keeps what it shows. */
  async #showLesson(message: SubjectMessage): Promise<void> {
    const { subject, readOnly } = message;
    if (!subject) return;
    const { uri, version, index } = subject;
    const same = this.#shown.kind === 'lesson' && isOf(this.#shown.demos, uri, version) ? this.#shown.demos : undefined;
    const demos = same ?? (await this.#host.request('lesson', { uri }).catch(() => undefined));
    if (demos && this.#told === message) this.#show({ kind: 'lesson', demos, index, readOnly });
  }

  #showInPlace(title: string, shown: Shown): void {
    this.#inPlace = true;
    this.#screen.list([], undefined, title);
    this.#screen.offerWhole(false, false);
    this.#show(shown);
  }

  #show(shown: Shown): void {
    this.#shown = shown;
    this.#screen.show(shown);
  }

  #keep(state: SavedState): void {
    this.#saved = state;
    this.#host.setState(state);
  }
}

/** A lesson with one demo alone is shown as that demo. */
const isLesson = (contents: readonly SubjectEntry[]): boolean =>
  contents.filter(({ kind }) => kind !== 'diagram').length > 1;

const isOf = (demos: readonly DemoSubject[], uri: string, version: number): boolean =>
  demos[0]?.uri === uri && demos[0].version === version;
