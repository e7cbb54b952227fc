import type { DiagramPart, PanelCommand, PanelProblem, SkillStates } from '../src/protocol';
import type { DemoPanel, DemoPanelHost } from './demos/demo-panel';
import type { LessonView } from './demos/lesson-view';
import { emptyView } from './empty-view';
import type { KitHost, KitView } from './kit/kit-view';
import type { ReadingView } from './kit/reading-view';
import type { Shown } from './page';
import type { Shell } from './shell';
import type { TreeView } from './tree/tree-view';

/** What a view can be told beyond what it shows. */
interface View {
  readonly root: HTMLElement;
  readonly tools: readonly HTMLElement[];
  light?(part: DiagramPart | null): void;
  progress?(states: SkillStates): void;
  problems?(problems: readonly PanelProblem[]): void;
  command?(command: PanelCommand): void;
}

/** The views of the page, of which one is in the shell. Those of demos are loaded when the first demo is shown. */
export class Views {
  readonly #shell: Pick<Shell, 'show'>;
  readonly #tree: TreeView;
  readonly #demoHost: DemoPanelHost & KitHost;
  readonly #closeInPlace: () => void;
  #demo: DemoPanel | undefined;
  #lesson: LessonView | undefined;
  #kit: KitView | undefined;
  #reader: ReadingView | undefined;
  #wanted: Shown | undefined;
  #view: View | undefined;

  /** @param closeInPlace shows the document's subject again in place of the teaching kit */
  constructor(shell: Pick<Shell, 'show'>, tree: TreeView, demoHost: DemoPanelHost & KitHost, closeInPlace: () => void) {
    this.#closeInPlace = closeInPlace;
    this.#shell = shell;
    this.#tree = tree;
    this.#demoHost = demoHost;
  }

  /** Shows what is wanted now; what was wanted while a view was still loading is not shown any more. */
  async show(shown: Shown): Promise<void> {
    this.#wanted = shown;
    if (shown.kind !== 'reading') this.#reader?.stop();
    if (shown.kind !== 'kit') this.#kit?.stop();
    switch (shown.kind) {
      case 'nothing':
        this.#view = undefined;
        this.#shell.show(emptyView(shown.document, shown.unread), []);
        break;
      case 'diagram':
        this.#enter(this.#tree);
        await this.#tree.show(shown.subject);
        break;
      case 'kit': {
        if (!this.#kit) {
          const { KitView } = await import('./kit/kit-view');
          if (this.#wanted !== shown) return;
          this.#kit ??= new KitView(this.#demoHost, this.#closeInPlace);
        }
        this.#enter(this.#kit);
        if (shown.again) this.#kit.refresh(shown.kit, shown.recall);
        else this.#kit.show(shown.kit, shown.page, shown.recall);
        break;
      }
      case 'reading': {
        if (!this.#reader) {
          const { ReadingView } = await import('./kit/reading-view');
          if (this.#wanted !== shown) return;
          this.#reader ??= new ReadingView(this.#demoHost, this.#closeInPlace);
        }
        this.#enter(this.#reader);
        this.#reader.show(shown.reading);
        break;
      }
      case 'demo': {
        // Once there it is told at once: what comes after, as the answer to an edit, must find it told.
        if (!this.#demo) {
          const { DemoPanel } = await import('./demos/demo-panel');
          if (this.#wanted !== shown) return;
          this.#demo ??= new DemoPanel(this.#demoHost);
        }
        this.#enter(this.#demo);
        await this.#demo.show(shown.subject, shown.readOnly);
        break;
      }
      case 'lesson': {
        if (!this.#lesson) {
          const { LessonView } = await import('./demos/lesson-view');
          if (this.#wanted !== shown) return;
          this.#lesson ??= new LessonView(this.#demoHost);
        }
        this.#enter(this.#lesson);
        this.#lesson.show(shown.demos, shown.readOnly);
        this.#lesson.goTo(shown.index);
        break;
      }
    }
  }

  light(part: DiagramPart | null): void {
    this.#view?.light?.(part);
  }

  progress(states: SkillStates): void {
    this.#view?.progress?.(states);
  }

  problems(problems: readonly PanelProblem[]): void {
    this.#view?.problems?.(problems);
  }

  command(command: PanelCommand): void {
    this.#view?.command?.(command);
  }

  /** A file that demos may read is another now. */
  dataChanged(): void {
    this.#demo?.dataChanged();
    this.#lesson?.dataChanged();
  }

  retheme(): void {
    void this.#tree.retheme();
    this.#demo?.retheme();
    this.#lesson?.retheme();
    this.#kit?.retheme();
  }

  #enter(view: View): void {
    this.#view = view;
    this.#shell.show(view.root, view.tools);
  }
}
