import type { DiagramSubject, PanelCommand, PanelProblem } from '../../src/protocol';
import { iconButton, menuButton } from '../controls';
import { element } from '../dom';
import type { HostChannel } from '../host-channel';
import type { PanelTheme } from '../theme';
import { BrokenNote } from './broken-note';
import { describe } from './describe';
import type { Picture } from './draw-diagram';
import { fileName, paintPng, standaloneSvg, toBase64 } from './export-picture';
import { FindBar } from './find-bar';
import { findNodes } from './find-nodes';
import { Latest } from './latest';
import { Marks } from './marks';
import { type Direction, neighbour } from './neighbour';
import { NodePicture } from './node-picture';
import { Stage } from './stage';
import type { Viewport } from './viewport';

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export interface TreeViewHost extends Pick<HostChannel, 'post' | 'request'> {
  theme(): PanelTheme;
  /** How a diagram lay when it was last seen. */
  viewport(subject: string): Viewport | undefined;
  saveViewport(subject: string, viewport: Viewport | undefined): void;
  /** Says something that went wrong, or well, in a word. */
  say(message: string): void;
}

/** What was drawn for a subject when its text could last be read. */
interface Drawn {
  readonly text: string;
  readonly theme: PanelTheme;
  readonly nodes: NodePicture;
}

const picturesKept = 24;

/** The skill tree beside its source: drawn while one writes, and tied to the text node by node. */
export class TreeView {
  readonly root: HTMLElement;
  readonly tools: readonly HTMLElement[];
  readonly #host: TreeViewHost;
  readonly #stage: Stage;
  readonly #marks = new Marks();
  readonly #find: FindBar;
  readonly #note: BrokenNote;
  readonly #words = element('section', { class: 'visually-hidden', 'aria-label': 'Diagram in words' });
  readonly #measure = element('div', { class: 'measure', 'aria-hidden': 'true' });
  readonly #queue = new Latest();
  readonly #drawn = new Map<string, Drawn>();
  #subject: DiagramSubject | undefined;
  #shown: Drawn | undefined;
  #lit: string | null = null;

  constructor(host: TreeViewHost) {
    this.#host = host;
    this.#stage = new Stage((viewport) => {
      if (this.#subject) host.saveViewport(keyOf(this.#subject), viewport);
    });
    this.#note = new BrokenNote((range) => {
      if (this.#subject) host.post({ type: 'reveal', uri: this.#subject.uri, range, focus: true });
    });
    this.#find = new FindBar({
      search: (query) => (this.#subject && this.#shown ? this.#reachable(findNodes(this.#subject.nodes, query)) : []),
      show: (matches, current) => this.#showMatches(matches, current),
      closed: (current) => this.#focus(current),
    });
    this.#stage.element.addEventListener('click', (event) => this.#click(event));
    this.#stage.element.addEventListener('keydown', (event) => this.#key(event), { capture: true });
    this.#stage.element.addEventListener('focusin', (event) => this.#focused(event.target));
    this.#stage.element.addEventListener('focusout', () => this.#focused(null));
    this.#stage.element.addEventListener('pointerover', (event) => this.#hover(event.target));
    this.tools = [
      iconButton('find', 'Find a node (Ctrl+F)', () => this.#find.start()),
      iconButton('minus', 'Zoom out (-)', () => this.#stage.zoom(-1)),
      iconButton('plus', 'Zoom in (+)', () => this.#stage.zoom(1)),
      iconButton('fit', 'Show all (0)', () => this.#stage.fit()),
      menuButton('more', 'Save or copy', [
        { label: 'Save as SVG…', choose: () => this.command('exportSvg') },
        { label: 'Save as PNG…', choose: () => this.command('exportPng') },
        { label: 'Copy as PNG', choose: () => this.command('copy') },
        { label: 'Copy as Mermaid Text', choose: () => void this.#copyText() },
      ]),
    ];
    this.root = element(
      'div',
      { class: 'tree' },
      this.#find.element,
      this.#note.element,
      this.#stage.element,
      this.#words,
      this.#measure,
    );
    this.root.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.#find.start();
    });
  }

  /** Shows a diagram; a new text of the one that is shown is drawn when it can be. */
  async show(subject: DiagramSubject): Promise<void> {
    const moved = !this.#subject || keyOf(this.#subject) !== keyOf(subject);
    this.#subject = subject;
    if (moved) {
      this.#note.clear();
      this.#lit = null;
      this.#place(this.#drawn.get(keyOf(subject)), false);
    }
    const theme = this.#host.theme();
    const last = this.#drawn.get(keyOf(subject));
    if (last?.text === subject.text && last.theme === theme) {
      last.nodes.moveTo(subject);
      this.#note.clear();
      this.#describe();
      return;
    }
    await this.#draw(subject, theme);
  }

  /** Lights the node under the cursor; null lights none. */
  light(node: string | null): void {
    this.#lit = node;
    this.#markLit();
    const shape = node === null ? undefined : this.#shown?.nodes.shapesOf(node)[0];
    if (shape) this.#stage.reveal(this.#stage.boxOf(shape));
  }

  problems(problems: readonly PanelProblem[]): void {
    this.#note.problems(problems);
  }

  async retheme(): Promise<void> {
    if (this.#subject) await this.#draw(this.#subject, this.#host.theme());
  }

  command(command: PanelCommand): void {
    if (command === 'fit') this.#stage.fit();
    else if (command === 'zoomIn') this.#stage.zoom(1);
    else if (command === 'zoomOut') this.#stage.zoom(-1);
    else if (command === 'find') this.#find.start();
    else void this.#export(command);
  }

  async #draw(subject: DiagramSubject, theme: PanelTheme): Promise<void> {
    const key = keyOf(subject);
    this.root.setAttribute('aria-busy', 'true');
    try {
      const picture = await this.#queue.run(() => draw(subject.text, theme, this.#measure));
      if (!picture) return;
      const drawn = { text: subject.text, theme, nodes: new NodePicture(picture, subject) };
      this.#keep(key, drawn);
      const now = this.#subject;
      if (!now || keyOf(now) !== key) return;
      if (now.text === subject.text) {
        drawn.nodes.moveTo(now);
        this.#note.clear();
      }
      this.#place(drawn, true);
    } catch (error) {
      if (this.#subject === subject) this.#break(error);
    } finally {
      this.root.removeAttribute('aria-busy');
    }
  }

  #break(error: unknown): void {
    this.#note.show(error instanceof Error ? error.message : String(error), this.#shown !== undefined);
    this.#stage.element.classList.toggle('stale', this.#shown !== undefined);
  }

  /** @param again the same subject, drawn anew: its nodes stay where the eye has them. */
  #place(drawn: Drawn | undefined, again: boolean): void {
    const subject = this.#subject!;
    const before = this.#shown;
    this.#shown = drawn;
    this.#stage.element.classList.remove('stale');
    if (!drawn) {
      this.#stage.clear();
      this.#words.replaceChildren();
      return;
    }
    const anchor = again ? this.#anchor(before) : undefined;
    const focused = before?.nodes.idAt(document.activeElement);
    this.#marks.resize(drawn.nodes.picture.size);
    const { picture } = drawn.nodes;
    this.#stage.place([picture.svg, this.#marks.element], picture.size, this.#host.viewport(keyOf(subject)));
    if (anchor) this.#returnTo(anchor);
    this.#describe();
    this.#markLit();
    this.#marks.mark('focused', []);
    if (focused !== undefined && again) this.#focus(focused);
    this.#find.refresh();
  }

  #keep(key: string, drawn: Drawn): void {
    this.#drawn.delete(key);
    this.#drawn.set(key, drawn);
    const oldest = this.#drawn.keys().next().value;
    if (this.#drawn.size > picturesKept && oldest !== undefined) this.#drawn.delete(oldest);
  }

  /** The node nearest to the middle of the frame, and where it is on the screen. */
  #anchor(drawn: Drawn | undefined): { id: string; left: number; top: number } | undefined {
    const frame = this.#stage.element.getBoundingClientRect();
    const middle = { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 };
    let nearest: { id: string; left: number; top: number } | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const id of drawn?.nodes.ids ?? []) {
      const rect = drawn!.nodes.shapesOf(id)[0]!.getBoundingClientRect();
      const distance = Math.hypot(rect.left + rect.width / 2 - middle.x, rect.top + rect.height / 2 - middle.y);
      if (distance >= least) continue;
      least = distance;
      nearest = { id, left: rect.left, top: rect.top };
    }
    return nearest;
  }

  #returnTo(anchor: { id: string; left: number; top: number }): void {
    const rect = this.#shown?.nodes.shapesOf(anchor.id)[0]?.getBoundingClientRect();
    if (rect) this.#stage.shift(anchor.left - rect.left, anchor.top - rect.top);
  }

  #describe(): void {
    const words = describe(this.#subject!);
    this.#words.replaceChildren(
      element('p', {}, words.summary),
      element('ul', {}, ...words.nodes.map((node) => element('li', {}, node.text))),
    );
  }

  #boxesOf(id: string) {
    return (this.#shown?.nodes.shapesOf(id) ?? []).map((shape) => this.#stage.boxOf(shape));
  }

  #markLit(): void {
    this.#marks.mark('lit', this.#lit === null ? [] : this.#boxesOf(this.#lit));
    this.#shown?.nodes.lightEdges(this.#lit ?? undefined);
  }

  #reachable(ids: readonly string[]): readonly string[] {
    return ids.filter((id) => this.#shown!.nodes.shapesOf(id).length > 0);
  }

  #showMatches(matches: readonly string[], current: number | undefined): void {
    const chosen = current === undefined ? undefined : matches[current];
    this.#marks.mark(
      'found',
      matches.filter((id) => id !== chosen).flatMap((id) => this.#boxesOf(id)),
    );
    this.#marks.mark('current', chosen === undefined ? [] : this.#boxesOf(chosen));
    const [box] = chosen === undefined ? [] : this.#boxesOf(chosen);
    if (box) this.#stage.reveal(box);
  }

  #focus(id: string | undefined): void {
    const shape = id === undefined ? undefined : this.#shown?.nodes.makeTabStop(id);
    (shape ?? this.#stage.element).focus({ preventScroll: true });
  }

  #focused(target: EventTarget | null): void {
    const id = this.#shown?.nodes.idAt(target);
    this.#marks.mark('focused', id === undefined ? [] : this.#boxesOf(id).slice(0, 1));
  }

  #hover(target: EventTarget | null): void {
    this.#shown?.nodes.lightEdges(this.#shown.nodes.idAt(target) ?? this.#lit ?? undefined);
  }

  #click(event: MouseEvent): void {
    if (this.#stage.dragged || !this.#subject) return;
    const range = this.#shown?.nodes.placeAt(event.target);
    if (!range) return;
    const id = this.#shown?.nodes.idAt(event.target);
    if (id !== undefined) this.#focus(id);
    this.#host.post({ type: 'reveal', uri: this.#subject.uri, range, focus: event.detail > 1 });
  }

  #key(event: KeyboardEvent): void {
    const nodes = this.#shown?.nodes;
    const id = nodes?.idAt(event.target);
    if (!nodes || id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = this.#destination(nodes, id, event.key);
    if (next !== undefined) {
      this.#focus(next);
      const [box] = this.#boxesOf(next);
      if (box) this.#stage.reveal(box);
    } else if (event.key === 'Enter' || event.key === ' ') {
      const range = nodes.placeOf(id);
      if (range) this.#host.post({ type: 'reveal', uri: this.#subject!.uri, range, focus: event.key === 'Enter' });
    } else if (event.key === 'Escape') this.#stage.element.focus();
    else if (!(event.key in directions)) return;
    event.preventDefault();
  }

  #destination(nodes: NodePicture, from: string, key: string): string | undefined {
    const { ids } = nodes;
    if (key === 'Home') return ids[0];
    if (key === 'End') return ids.at(-1);
    const direction = directions[key];
    if (!direction) return undefined;
    const boxes = ids.map((id) => this.#stage.boxOf(nodes.shapesOf(id)[0]!));
    const next = neighbour(boxes, ids.indexOf(from), direction);
    return next === undefined ? undefined : ids[next];
  }

  async #copyText(): Promise<void> {
    if (!this.#subject) return;
    await this.#host.request('copyText', this.#subject.text);
    this.#host.say('Copied.');
  }

  async #export(command: 'exportSvg' | 'exportPng' | 'copy'): Promise<void> {
    const drawn = this.#shown;
    const subject = this.#subject;
    if (!drawn || !subject) return;
    const name = fileName(subject.title, subject.type || 'diagram');
    const theme = this.#host.theme();
    try {
      if (command === 'exportSvg') {
        const portable = await this.#queue.run(() => draw(drawn.text, theme, this.#measure, true));
        if (!portable) return;
        const svg = standaloneSvg(portable, theme, subject.title ?? name);
        const base64 = await toBase64(new Blob([svg]));
        await this.#host.request('saveFile', { name: `${name}.svg`, base64, kind: 'svg' });
        return;
      }
      const png = await paintPng(standaloneSvg(drawn.nodes.picture, theme, subject.title ?? name));
      if (command === 'copy') {
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
        this.#host.say('Copied.');
      } else await this.#host.request('saveFile', { name: `${name}.png`, base64: await toBase64(png), kind: 'png' });
    } catch (error) {
      this.#host.say(`The picture could not be saved: ${error instanceof Error ? error.message : error}`);
    }
  }
}

const keyOf = (subject: DiagramSubject): string => `${subject.uri}#${subject.index}`;

/** Mermaid is loaded with the first diagram, not with the page. */
async function draw(...how: Parameters<typeof import('./draw-diagram').drawDiagram>): Promise<Picture> {
  const { drawDiagram } = await import('./draw-diagram');
  return drawDiagram(...how);
}
