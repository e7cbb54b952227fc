import { checkClaims } from '../../src/core/demos/claims/check-claims';
import type { Demo, DemoProblem } from '../../src/core/demos/demo';
import { demoDefinitions } from '../../src/core/demos/demo-definitions';
import { demoHost } from '../../src/core/demos/demo-host';
import { demoJob } from '../../src/core/demos/demo-job';
import type { DemoKind } from '../../src/core/demos/demo-kind';
import { readDemo } from '../../src/core/demos/read-demo';
import { jsonReady } from '../../src/core/demos/result';
import { filesOf, type Prepared, prepareDemo, remarksOn, valuesInForce } from '../../src/core/demos/run-demo';
import { resultNotes } from '../../src/core/demos/schema/find-key';
import type { ValuesByPath } from '../../src/core/demos/values-by-path';
import { finishPolitely } from '../../src/core/demos/work';
import { say } from '../../src/core/l10n/say';
import type { DemoSubject, PanelCommand } from '../../src/protocol';
import { menuButton } from '../controls';
import { element } from '../dom';
import type { PanelTheme } from '../theme';
import { ClaimList } from './claim-list';
import type { DemoModule, DemoView, SavedAs, SavedPicture, Shown } from './demo-view';
import { theEngine } from './engine';
import { FenceWriter, type ReadOnlyWords } from './fence-writer';
import { KnobPanel } from './knob-panel';
import { withKnobs } from './knob-text';
import { models } from './models';
import { ProofBadge } from './proof-badge';
import { demoModules } from './registry';
import { copyResults, type SaveHost, savePicture } from './save-demo';
import { takingTurns } from './turns';

export interface DemoPanelHost extends SaveHost {
  theme(): PanelTheme;
  /** What is said of knobs that are not written, where it is not that the document cannot be. */
  readonly readOnlyWords?: ReadOnlyWords;
}

interface Mounted {
  readonly kind: DemoSubject['demo'];
  readonly module: DemoModule;
  readonly view: DemoView;
  readonly knobs: KnobPanel;
}

/** Milliseconds without a change before the GPU is asked: a drag is not held up by the proof. */
const proofDelay = 120;

/** Milliseconds that a computation is left to finish while knobs move on, so that the picture follows a drag. */
const patience = 400;

/** A demo beside its fence: its title with the proof of its numbers, claims, the picture, and the knobs in sight of it. */
export class DemoPanel {
  readonly root = element('div', { class: 'demo' });
  readonly tools: readonly HTMLElement[];
  readonly #host: DemoPanelHost;
  readonly #writer: FenceWriter;
  readonly #heading = element('h1', {});
  readonly #summary = element('p', { class: 'summary' });
  readonly #notice = element('p', { class: 'notice', role: 'status' });
  readonly #problems = element('ul', { class: 'problems', 'aria-label': say`Problems`, hidden: true });
  readonly #claims = new ClaimList();
  readonly #badge = new ProofBadge();
  readonly #stage = element('div', { class: 'demo-view' });
  readonly #side = element('div', { class: 'demo-side' });
  #subject: DemoSubject | undefined;
  #mounted: Mounted | undefined;
  #shown: Shown | undefined;
  #running = new AbortController();
  /** When the computation under way began; undefined when none is. */
  #since: number | undefined;
  #again = false;
  #frame = 0;

  constructor(host: DemoPanelHost) {
    this.#host = host;
    const events = { changed: () => this.#soon(), notice: (words: string) => this.#say(words) };
    this.#writer = new FenceWriter(host, events, host.readOnlyWords);
    this.tools = [
      menuButton('more', say`Save or copy`, [
        { label: say`Save Numbers as CSV…`, choose: () => this.#save('csv') },
        { label: say`Copy Numbers`, choose: () => this.#save('numbers') },
        { label: say`Save Picture as SVG…`, choose: () => this.#save('svg') },
        { label: say`Save Picture as PNG…`, choose: () => this.#save('png') },
      ]),
    ];
    this.root.append(
      element(
        'header',
        { class: 'demo-head' },
        element('div', { class: 'demo-title' }, this.#heading, this.#badge.element),
        this.#claims.element,
        this.#notice,
        this.#problems,
      ),
      element('div', { class: 'demo-body' }, this.#stage, this.#side),
      this.#summary,
    );
  }

  /** Shows a demo; typing in its fence moves the knobs, and what the reader has chosen in the picture stays. */
  async show(subject: DemoSubject, readOnly: boolean): Promise<void> {
    const before = this.#subject;
    const other = before?.uri !== subject.uri || before.index !== subject.index || before.demo !== subject.demo;
    this.#subject = subject;
    this.#writer.follow(subject, readOnly);
    if (other) await this.#mount(subject.demo);
    if (other || before.text !== subject.text || before.title !== subject.title) this.#soon();
  }

  /** Says what will be shown, before it is. */
  announce(subject: DemoSubject): void {
    if (!this.#subject) this.#heading.textContent = subject.title ?? subject.demo;
  }

  /** Gives up what is still being computed. */
  dispose(): void {
    this.#running.abort();
    this.#mounted?.view.dispose?.();
  }

  /** Computes anew what reads a file. */
  dataChanged(): void {
    const { demo, text } = this.#subject ?? {};
    if (demo !== undefined && text !== undefined && filesOf(readDemo<DemoKind>(demo, text)).length > 0) this.#soon();
  }

  retheme(): void {
    if (!this.#shown || !this.#mounted) return;
    this.#shown = { ...this.#shown, theme: this.#host.theme() };
    this.#mounted.view.update(this.#shown);
  }

  command(command: PanelCommand): void {
    if (command === 'exportSvg') this.#save('svg');
    if (command === 'exportPng') this.#save('png');
    if (command === 'copy') this.#save('numbers');
  }

  async #mount(kind: DemoSubject['demo']): Promise<void> {
    this.#running.abort();
    this.#since = undefined;
    this.root.setAttribute('aria-busy', 'true');
    const module = await demoModules[kind]();
    if (this.#subject?.demo !== kind) return;
    this.#mounted?.view.dispose?.();
    const knobs = new KnobPanel(kind, module, {
      turning: (path, value) => this.#writer.try({ [path]: value }),
      turned: (path, value) => this.#writer.set({ [path]: value }),
    });
    const view = module.createView({
      theme: this.#host.theme,
      set: (values: ValuesByPath) => this.#writer.set(values),
      say: this.#host.say,
      save: (what, picture) => this.#savePicture(what, picture),
    });
    this.#shown = undefined;
    this.#mounted = { kind, module, view, knobs };
    this.#side.replaceChildren(knobs.element);
    this.#stage.replaceChildren(view.root);
    this.root.dataset.demo = kind;
  }

  /** However often a knob moves, one computation a frame. */
  #soon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => void this.#compute());
  }

  async #compute(): Promise<void> {
    const [subject, mounted] = [this.#subject, this.#mounted];
    if (!subject || !mounted || mounted.kind !== subject.demo) return;
    if (this.#since !== undefined && performance.now() - this.#since < patience) {
      this.#again = true;
      return;
    }
    this.#again = false;
    this.#since = performance.now();
    this.#running.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    const demo: Demo = readDemo(subject.demo, withKnobs(subject.demo, subject.text, this.#writer.trying));
    this.#heading.textContent = demo.values.title ?? subject.title ?? subject.demo;
    this.#summary.textContent = demoDefinitions[subject.demo].summary;
    this.root.setAttribute('aria-busy', 'true');
    try {
      mounted.knobs.show(valuesInForce(demo), demo);
      await this.#run(demo, mounted, signal);
    } catch (error) {
      if (!signal.aborted) this.#cannot([error instanceof Error ? error.message : String(error)]);
    } finally {
      if (!signal.aborted) this.#finished();
    }
  }

  #finished(): void {
    this.#since = undefined;
    if (this.#again) this.#soon();
    else this.root.removeAttribute('aria-busy');
  }

  async #run(demo: Demo, { module, view }: Mounted, signal: AbortSignal): Promise<void> {
    const pause = takingTurns();
    const { uri } = this.#subject!;
    const readData = async (path: string) => (await this.#host.request('readData', { uri, path })) ?? undefined;
    const { data } = await demoJob(demo, readData);
    const { prepared, problems } = await prepareDemo(demo, demoHost(data, models, pause));
    if (signal.aborted) return;
    if (!prepared) {
      this.#cannot(problems.map(({ message }) => message));
      return;
    }
    const start = performance.now();
    const solved = await finishPolitely(module.solve(prepared), signal, pause);
    if (!solved || signal.aborted) return;
    const milliseconds = performance.now() - start;
    const results = jsonReady(solved.results);
    this.#shown = { demo, prepared, results, trace: solved.trace, theme: this.#host.theme() };
    this.#tell([...problems, ...remarksOn(demo, prepared, results)]);
    this.root.classList.remove('stale');
    this.#stage.hidden = false;
    this.#claims.update(checkClaims(demo.claims, results, resultNotes(demo)), demo.text);
    view.update(this.#shown);
    void this.#prove(prepared, this.#shown, module, milliseconds, signal);
  }

  async #prove(
    prepared: Prepared<DemoKind>,
    shown: Shown,
    module: DemoModule,
    milliseconds: number,
    signal: AbortSignal,
  ): Promise<void> {
    this.#badge.computing(milliseconds);
    await new Promise((resolve) => setTimeout(resolve, proofDelay));
    if (signal.aborted) return;
    try {
      const proof = await module.prove(prepared, shown, await theEngine(), signal);
      if (signal.aborted) return;
      if (proof) this.#badge.proven(proof);
      else this.#badge.reference(milliseconds);
    } catch (error) {
      if (!signal.aborted) this.#badge.failed(error instanceof Error ? error.message : String(error));
    }
  }

  /** The last picture stays, paled, while its demo cannot be run. */
  #cannot(reasons: readonly string[]): void {
    this.root.classList.add('stale');
    this.#stage.hidden = !this.#shown;
    this.#problems.hidden = false;
    this.#problems.replaceChildren(...reasons.map((words) => element('li', {}, words)));
  }

  #tell(problems: readonly DemoProblem[]): void {
    this.#problems.hidden = problems.length === 0;
    this.#problems.replaceChildren(...problems.map(({ message }) => element('li', {}, message)));
  }

  #say(words: string): void {
    if (this.#notice.textContent !== words) this.#notice.textContent = words;
  }

  /** Saves what the demo shows first, or copies all that it gives. */
  #save(what: SavedAs): void {
    if (!this.#shown || !this.#mounted) return;
    const { view } = this.#mounted;
    if (what === 'numbers') void copyResults(this.#shown.results, this.#host);
    else this.#savePicture(what, { title: '', picture: () => view.picture?.(), table: () => view.table() });
  }

  #savePicture(what: SavedAs, { title, ...picture }: SavedPicture): void {
    const whole = [this.#heading.textContent, title].filter(Boolean).join(', ');
    void savePicture(what, { title: whole, ...picture }, this.#host.theme(), this.#subject!, this.#host);
  }
}
