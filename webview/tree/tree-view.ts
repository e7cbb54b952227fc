import { say } from '../../src/core/l10n/say';
import type { DiagramPart, DiagramSubject, PanelCommand, PanelProblem, SkillStates } from '../../src/protocol';
import { element } from '../dom';
import type { HostChannel } from '../host-channel';
import type { PanelTheme } from '../theme';
import { anchorOf, driftOf } from './anchor';
import { boxAround } from './box-around';
import { BrokenNote } from './broken-note';
import { describe } from './describe';
import { DiagramDrawer } from './diagram-drawer';
import { type DrawingSize, drawingSize } from './drawing-size';
import { type Drawn, DrawnBefore } from './drawn';
import { FindBar } from './find-bar';
import { elsewhere, findNodes } from './find-nodes';
import type { FoldKey } from './foldable';
import { Folding } from './folding';
import { keepWidths } from './keep-widths';
import { countOf, LargeNote } from './large-note';
import { Marks } from './marks';
import { MiniMap } from './mini-map';
import { NodeInteraction } from './node-interaction';
import { NodePicture } from './node-picture';
import { NodeTip } from './node-tip';
import { Presentation } from './presentation';
import { type SaveHost, savePicture } from './save-picture';
import { SkillMarks } from './skill-marks';
import { Stage } from './stage';
import { treeTools } from './tree-tools';
import type { Viewport } from './viewport';
import { walkOrder } from './walk-order';

export interface TreeViewHost extends Pick<HostChannel, 'post'>, SaveHost {
  theme(): PanelTheme;
  /** How a diagram lay when it was last seen. */
  viewport(subject: string): Viewport | undefined;
  saveViewport(subject: string, viewport: Viewport | undefined): void;
  /** The node that was chosen last in a diagram. */
  selected(subject: string): string | undefined;
  saveSelected(subject: string, node: string | undefined): void;
  /** What of a diagram was folded last. */
  folds(subject: string): readonly FoldKey[];
  saveFolds(subject: string, folds: readonly FoldKey[]): void;
}

/** The skill tree beside its source: drawn while one writes, and tied to the text node by node. */
export class TreeView {
  readonly root: HTMLElement;
  readonly tools: readonly HTMLElement[];
  readonly #host: TreeViewHost;
  readonly #stage: Stage;
  readonly #marks = new Marks();
  readonly #skills: SkillMarks;
  readonly #nodes: NodeInteraction;
  readonly #tip: NodeTip;
  readonly #find: FindBar;
  readonly #note: BrokenNote;
  readonly #presentation: Presentation;
  /** How the picture lay before it was presented. */
  #before: Viewport | undefined;
  readonly #large = new LargeNote();
  readonly #words = element('section', { class: 'visually-hidden', 'aria-label': say`Diagram in words` });
  readonly #measure = element('div', { class: 'measure', 'aria-hidden': 'true' });
  readonly #drawer: DiagramDrawer;
  readonly #drawn = new DrawnBefore();
  readonly #folding: Folding;
  readonly #map: MiniMap;
  #subject: DiagramSubject | undefined;
  /** The picture lies as a person left it, and the cursor has not been heard of since. */
  #cameBack = false;
  #shown: Drawn | undefined;

  constructor(host: TreeViewHost) {
    this.#host = host;
    this.#stage = new Stage((viewport) => {
      if (this.#subject) host.saveViewport(keyOf(this.#subject), viewport);
    });
    const reveal = (range: DiagramSubject['range'], focus: boolean) => {
      if (this.#subject) host.post({ type: 'reveal', uri: this.#subject.uri, range, focus });
    };
    this.#skills = new SkillMarks(this.#stage, host);
    // Before the nodes: Escape closes an explanation first.
    this.#tip = new NodeTip(this.#stage, { explain: (ranges) => host.request('explain', ranges) });
    this.#nodes = new NodeInteraction(this.#stage, this.#marks, {
      reveal,
      say: (message) => host.say(message),
      mark: (id) => this.#skills.mark(id),
      fold: (id, what) => this.#fold(id, what),
      inSight: () => this.#narrow(),
      selected: (id) => this.#subject && host.saveSelected(keyOf(this.#subject), id),
    });
    this.#map = new MiniMap(this.#stage);
    this.#folding = new Folding(this.#stage, {
      say: (message) => host.say(message),
      folded: (keys) => this.#subject && host.saveFolds(keyOf(this.#subject), keys),
      changed: () => {
        this.#nodes.refresh();
        this.#narrow();
        this.#find.refresh();
      },
    });
    this.#note = new BrokenNote({
      go: (range) => reveal(range, true),
      fix: (range) => host.post({ type: 'fix', range }),
      said: (hasPicture) => this.#stage.element.classList.toggle('stale', hasPicture),
    });
    this.#find = new FindBar({
      search: (query) => {
        const labels = new Map(this.#subject?.nodes.map(({ id, label }) => [id, label]));
        const found = this.#nodes.shown(findNodes(this.#subject?.nodes ?? [], query));
        return found.map((node) => ({ node, text: labels.get(node) ?? node }));
      },
      elsewhere: async (query) => elsewhere(await host.request('search', query), this.#subject),
      // A node elsewhere is looked at here; a term and a heading are read where they stand.
      open: ({ uri, range, kind }) => host.post({ type: 'reveal', uri, range, focus: kind !== 'label' }),
      show: (matches, current) => this.#nodes.showMatches(matches, current),
      closed: (current) => {
        if (current !== undefined) this.#folding.reveal(current);
        this.#nodes.focus(current);
      },
    });
    this.#presentation = new Presentation({
      order: () =>
        this.#subject ? this.#nodes.inSight(walkOrder(describe(this.#subject).nodes, this.#subject.edges)) : [],
      words: (id) => describe(this.#subject!).nodes.find((node) => node.id === id)?.text ?? id,
      show: (id) => this.#nodes.present(id),
      ended: () => {
        this.#nodes.endPresenting();
        this.#stage.restore(this.#before);
        this.#stage.element.focus();
      },
    });
    this.tools = treeTools({
      find: () => this.#find.start(),
      focusNear: () => this.#nodes.focusNear(),
      fold: () => this.#folding.toggleNode(this.#nodes.chosen),
      markSkill: () => this.#skills.mark(this.#nodes.chosen),
      present: () => this.#startPresenting(),
      zoom: (direction) => this.#stage.zoom(direction),
      fit: () => this.#stage.fit(),
      save: (command) => void this.#save(command),
      copyText: () => void this.#copyText(),
    });
    this.root = element(
      'div',
      { class: 'tree' },
      this.#find.element,
      this.#note.element,
      this.#large.element,
      this.#stage.element,
      this.#presentation.element,
      this.#words,
      this.#measure,
    );
    this.#drawer = new DiagramDrawer(this.root, this.#measure, host);
    this.root.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.#find.start();
    });
  }

  /** Shows a diagram; a new text of the one that is shown is drawn when it can be. */
  async show(subject: DiagramSubject): Promise<void> {
    const other = !this.#subject || keyOf(this.#subject) !== keyOf(subject);
    const last = this.#drawn.get(keyOf(subject));
    this.#subject = subject;
    this.#note.hold();
    if (other) {
      this.#presentation.end();
      this.#note.clear();
      this.#nodes.setLit(null);
      this.#cameBack = this.#host.viewport(keyOf(subject)) !== undefined;
      this.#skills.forget();
      this.#place(last, false);
    }
    const theme = this.#host.theme();
    this.#large.clear();
    if (last?.text !== subject.text || last.theme !== theme) {
      await this.#drawIfSmall(subject, theme);
      return;
    }
    last.nodes.moveTo(subject);
    if (last.simple) this.#offerMermaid(last.simple, subject, theme);
    this.#stage.element.classList.remove('stale');
    this.#note.clear();
    this.#describe();
  }

  /**
   * Lights what stands under the cursor, and brings it into sight when the cursor has gone there; a picture that has just
   * come back lies as it was left. Null lights nothing.
   */
  light(part: DiagramPart | null): void {
    const another = this.#nodes.setLit(part);
    if (part && another && !this.#cameBack) this.#nodes.show(part);
    this.#cameBack = false;
  }

  /** How far a learner is with the nodes of what is shown. */
  progress(states: SkillStates): void {
    this.#skills.tell(states);
  }

  problems(problems: readonly PanelProblem[]): void {
    this.#note.problems(problems);
  }

  /** Draws again in other colours. */
  async retheme(): Promise<void> {
    if (this.#subject) await this.#drawIfSmall(this.#subject, this.#host.theme());
  }

  command(command: PanelCommand): void {
    if (command === 'fit') this.#stage.fit();
    else if (command === 'zoomIn') this.#stage.zoom(1);
    else if (command === 'zoomOut') this.#stage.zoom(-1);
    else if (command === 'find') this.#find.start();
    else void this.#save(command);
  }

  /** What would take Mermaid long is drawn without it, or waits until it is asked for; the last picture stays, paled. */
  async #drawIfSmall(subject: DiagramSubject, theme: PanelTheme): Promise<void> {
    const size = drawingSize(subject);
    if (size.kind === 'small') {
      await this.#draw(subject, theme);
      return;
    }
    this.#note.clear();
    this.#stage.element.classList.toggle('stale', this.#shown !== undefined);
    this.#large.waiting(size);
    const picture = await this.#drawer.drawSimply(subject.text, theme);
    if (this.#subject !== subject || this.#host.theme() !== theme) return;
    if (picture) {
      const drawn = { text: subject.text, theme, nodes: new NodePicture(picture, subject), simple: size };
      this.#drawn.keep(keyOf(subject), drawn);
      this.#place(drawn, true);
      this.#offerMermaid(size, subject, theme);
    } else this.#large.show(size, () => void this.#drawLarge(subject, theme));
  }

  #offerMermaid(size: DrawingSize, subject: DiagramSubject, theme: PanelTheme): void {
    this.#large.drawn(size, () => void this.#drawLarge(subject, theme));
  }

  async #drawLarge(subject: DiagramSubject, theme: PanelTheme): Promise<void> {
    // Nothing on the page can be pressed while Mermaid draws: the way out is the editor's.
    this.#host.post({ type: 'drawing', what: countOf(drawingSize(subject)) });
    await this.#large.drawing();
    await this.#draw(subject, theme);
    this.#host.post({ type: 'drawing', what: null });
    if (this.#subject?.text === subject.text) this.#large.clear();
  }

  async #draw(subject: DiagramSubject, theme: PanelTheme): Promise<void> {
    const key = keyOf(subject);
    try {
      const picture = await this.#drawer.draw(subject.text, theme);
      if (!picture) return;
      const drawn = { text: subject.text, theme, nodes: new NodePicture(picture, subject) };
      this.#drawn.keep(key, drawn);
      const now = this.#subject;
      if (!now || keyOf(now) !== key) return;
      if (now.text === subject.text) {
        drawn.nodes.moveTo(now);
        this.#note.clear();
      }
      this.#place(drawn, true);
    } catch (error) {
      if (this.#subject !== subject) return;
      this.#note.show(error instanceof Error ? error.message : String(error), this.#shown !== undefined);
    }
  }

  /** @param again the same subject, drawn anew: its nodes stay where the eye has them. */
  #place(drawn: Drawn | undefined, again: boolean): void {
    const before = this.#shown;
    this.#shown = drawn;
    this.#stage.element.classList.remove('stale');
    if (!drawn) {
      this.#stage.clear();
      this.#words.replaceChildren();
      this.#nodes.attach(undefined);
      this.#skills.attach(undefined);
      this.#tip.attach(undefined);
      this.#folding.attach(undefined);
      this.#map.show(0, () => [], { width: 1, height: 1 });
      return;
    }
    // All that is fitted lies where it fits, before and after.
    const anchor =
      again && before && !this.#stage.fitted
        ? anchorOf(before.nodes, this.#stage.element.getBoundingClientRect())
        : undefined;
    const focused = again ? this.#nodes.focusedId : undefined;
    const { picture } = drawn.nodes;
    this.#marks.resize(picture.size);
    this.#skills.resize(picture.size);
    this.#folding.resize(picture.size);
    this.#stage.place(
      [picture.svg, this.#marks.element, this.#skills.element, this.#folding.element],
      picture.size,
      this.#host.viewport(keyOf(this.#subject!)),
    );
    const drift = anchor && driftOf(anchor, drawn.nodes);
    if (drift) this.#stage.shift(drift.dx, drift.dy);
    this.#folding.attach(drawn.nodes, this.#subject, this.#host.folds(keyOf(this.#subject!)));
    this.#describe();
    this.#skills.attach(drawn.nodes);
    this.#tip.attach(drawn.nodes);
    this.#nodes.attach(drawn.nodes, this.#host.selected(keyOf(this.#subject!)));
    this.#narrow();
    if (focused !== undefined) this.#nodes.focus(focused);
    this.#find.refresh();
    this.#presentation.refresh();
  }

  #fold(id: string, what: 'branch' | 'group' | 'none'): void {
    if (what === 'branch') this.#folding.toggleNode(id);
    else if (what === 'group') this.#folding.toggleGroupOf(id);
    else this.#folding.unfoldAll();
  }

  /** What is in sight has changed: a fitted picture shows just that, and so does the map. */
  #narrow(): void {
    const nodes = this.#shown?.nodes;
    if (!nodes) return;
    const { inSight } = nodes;
    const boxes = () => inSight.map((id) => this.#stage.boxOf(nodes.shapesOf(id)[0]!));
    const isAll = inSight.length === nodes.ids.length;
    const frames = isAll ? [] : nodes.framesInSight.map((shape) => this.#stage.boxOf(shape));
    this.#stage.narrow(isAll ? undefined : boxAround([...boxes(), ...frames]));
    this.#map.show(inSight.length, boxes, nodes.picture.size);
  }

  #describe(): void {
    const words = describe(this.#subject!);
    this.#words.replaceChildren(
      element('p', {}, words.summary),
      element('ul', {}, ...words.nodes.map((node) => element('li', {}, node.text))),
    );
  }

  #startPresenting(): void {
    if (!this.#presentation.isOn) this.#before = this.#stage.viewport;
    this.#presentation.start(this.#nodes.chosen);
  }

  async #copyText(): Promise<void> {
    if (!this.#subject) return;
    await this.#host.request('copyText', this.#subject.text);
    this.#host.say(say`Copied.`);
  }

  async #save(command: 'exportSvg' | 'exportPng' | 'copy'): Promise<void> {
    const drawn = this.#shown;
    const subject = this.#subject;
    if (!drawn || !subject) return;
    const { text, theme, nodes, simple } = drawn;
    const portable = async () => {
      if (simple) return nodes.picture;
      const picture = await this.#drawer.draw(text, theme, true);
      if (picture) keepWidths(picture.svg, this.#measure);
      return picture;
    };
    await savePicture(command, { subject, theme, picture: nodes.picture, portable }, this.#host);
  }
}

const keyOf = (subject: DiagramSubject): string => `${subject.uri}#${subject.index}`;
