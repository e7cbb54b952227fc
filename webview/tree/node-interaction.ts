import type { Range } from 'vscode-languageserver-types';
import { say } from '../../src/core/l10n/say';
import type { DiagramPart } from '../../src/protocol';
import type { Marks } from './marks';
import { NearFocus } from './near-focus';
import { type Box, type Direction, neighbour } from './neighbour';
import type { NodePicture } from './node-picture';
import type { Stage } from './stage';

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export interface NodeInteractionHost {
  /** Shows a place in the source; with focus the keyboard goes along. */
  reveal(range: Range, focus: boolean): void;
  /** Says something in a word. */
  say(message: string): void;
  /** Marks how far a learner is with a node: the next of to do, doing and done. */
  mark(id: string): void;
  /** Folds or unfolds the branch of a node or the group around it, or unfolds everything. */
  fold(id: string, what: 'branch' | 'group' | 'none'): void;
  /** Other nodes are in sight now. */
  inSight(): void;
  /** Hears which node a person chose; undefined when none is chosen any more. */
  selected(id: string | undefined): void;
}

/**
 * What a person does with the nodes on the stage: click, point at, walk through with the keyboard, find; and what the
 * cursor in the source does: light one.
 */
export class NodeInteraction {
  readonly #stage: Stage;
  readonly #marks: Marks;
  readonly #host: NodeInteractionHost;
  #nodes: NodePicture | undefined;
  #lit: DiagramPart | null = null;
  #selected: string | undefined;
  readonly #near: NearFocus;
  /** What was chosen when a press began: the press itself gives the keyboard to another node. */
  #pressedAt: string | undefined;
  /** The part whose source was shown last, and which of its places. */
  #shown: { readonly part: DiagramPart; readonly turn: number } | undefined;

  constructor(stage: Stage, marks: Marks, host: NodeInteractionHost) {
    this.#stage = stage;
    this.#marks = marks;
    this.#host = host;
    this.#near = new NearFocus(
      (message) => host.say(message),
      () => host.inSight(),
    );
    stage.element.addEventListener('click', (event) => this.#click(event));
    stage.element.addEventListener(
      'pointerdown',
      () => {
        this.#pressedAt = this.#selected;
      },
      { capture: true },
    );
    stage.element.addEventListener('keydown', (event) => this.#key(event), { capture: true });
    stage.element.addEventListener('focusin', (event) => this.#focused(event.target));
    stage.element.addEventListener('focusout', () => this.#focused(null));
    stage.element.addEventListener('pointerover', (event) => this.#point(event.target));
  }

  /** The node that has the keyboard. */
  get focusedId(): string | undefined {
    return this.#nodes?.idAt(document.activeElement);
  }

  /** Another picture lies on the stage. @param selected the node that was chosen in it last */
  attach(nodes: NodePicture | undefined, selected?: string): void {
    this.#nodes = nodes;
    this.#selected = selected;
    if (selected !== undefined) nodes?.makeTabStop(selected);
    this.#marks.mark('focused', []);
    this.#markSelected();
    this.#markLit();
    this.#near.attach(nodes);
  }

  /** Lights what stands under the cursor, without moving the picture; says whether it is another part than before. */
  setLit(part: DiagramPart | null): boolean {
    const another = part !== null && !isSame(part, this.#lit ?? undefined);
    if (part && !isSame(part, this.#shown?.part)) this.#shown = undefined;
    this.#lit = part;
    this.#markLit();
    return another;
  }

  /** Brings a part into the frame: of a line its label, where it has one. */
  show(part: DiagramPart): void {
    const shapes = this.#shapesOf(part);
    const shape = 'edge' in part ? shapes.at(-1) : shapes[0];
    if (shape) this.#stage.reveal(this.#stage.boxOf(shape));
  }

  /** Puts a node before the eye of an audience, and rings it. */
  present(id: string): void {
    const [box] = this.#boxesOf(id);
    this.#marks.mark('current', box ? [box] : []);
    if (box) this.#stage.present(box);
  }

  endPresenting(): void {
    this.#marks.mark('current', []);
  }

  /** The node that was chosen last. */
  get chosen(): string | undefined {
    return this.#selected;
  }

  /** Gives the keyboard to a node; to the stage where there is no such node. */
  focus(id: string | undefined): void {
    const shape = id === undefined ? undefined : this.#nodes?.makeTabStop(id);
    (shape ?? this.#stage.element).focus({ preventScroll: true });
  }

  /** Of these, the nodes that the picture shows, or would if nothing were folded. */
  shown(ids: readonly string[]): readonly string[] {
    return ids.filter((id) => (this.#nodes?.shapesOf(id).length ?? 0) > 0);
  }

  /** Of these, the nodes that are in sight. */
  inSight(ids: readonly string[]): readonly string[] {
    const seen = new Set(this.#nodes?.inSight);
    return ids.filter((id) => seen.has(id));
  }

  showMatches(matches: readonly string[], chosen: string | undefined): void {
    const others = matches.filter((id) => id !== chosen);
    this.#marks.mark(
      'found',
      others.flatMap((id) => this.#boxesOf(id)),
    );
    this.#marks.mark('current', chosen === undefined ? [] : this.#boxesOf(chosen));
    if (chosen !== undefined) this.show({ node: chosen });
  }

  /** Leaves in sight what is near the chosen node: one step, two, then everything. */
  focusNear(): void {
    this.#near.widen(this.#selected);
  }

  /** Rings again what is ringed: what was hidden is in sight now, or the other way round. */
  refresh(): void {
    this.#markSelected();
    this.#markLit();
  }

  #shapesOf(part: DiagramPart): readonly SVGElement[] {
    return ('node' in part ? this.#nodes?.seenAs(part.node) : this.#nodes?.shapesOfPart(part)) ?? [];
  }

  #boxesOf(id: string): Box[] {
    return (this.#nodes?.seenAs(id) ?? []).map((shape) => this.#stage.boxOf(shape));
  }

  #markLit(): void {
    const lit = this.#lit;
    const shapes = lit && !('edge' in lit) ? this.#shapesOf(lit) : [];
    this.#marks.mark(
      'lit',
      shapes.map((shape) => this.#stage.boxOf(shape)),
    );
    this.#nodes?.lightEdges(lit ?? undefined);
  }

  #focused(target: EventTarget | null): void {
    const id = this.#nodes?.idAt(target);
    this.#marks.mark('focused', id === undefined ? [] : this.#boxesOf(id).slice(0, 1));
    if (id !== undefined) this.#select(id);
    this.#markSelected(id);
  }

  #select(id: string | undefined): void {
    if (id === this.#selected) return;
    this.#selected = id;
    this.#host.selected(id);
  }

  /** A node that has the keyboard bears the keyboard's own ring. */
  #markSelected(focused = this.focusedId): void {
    const id = this.#selected;
    this.#marks.mark('selected', id === undefined || id === focused ? [] : this.#boxesOf(id).slice(0, 1));
  }

  #point(target: EventTarget | null): void {
    this.#nodes?.lightEdges(this.#nodes.partAt(target) ?? this.#lit ?? undefined);
  }

  #click(event: MouseEvent): void {
    const part = this.#stage.dragged ? undefined : this.#nodes?.partAt(event.target);
    if (!part) return;
    const before = this.#pressedAt;
    if ('node' in part) this.focus(part.node);
    if (event.shiftKey && 'node' in part && before !== undefined && before !== part.node) {
      this.#near.showWay(before, part.node);
      return;
    }
    this.#reveal(part, event.detail > 1);
  }

  /** Shows the source of a part; asked again for the same, its next place. The keyboard goes to the place that is seen. */
  #reveal(part: DiagramPart, focus: boolean): void {
    const places = this.#nodes?.placesOf(part) ?? [];
    const last = isSame(part, this.#shown?.part) ? this.#shown : undefined;
    const turn = last ? (last.turn + (focus ? 0 : 1)) % Math.max(1, places.length) : 0;
    const place = places[turn];
    if (!place) return;
    this.#shown = { part, turn };
    this.#host.reveal(place, focus);
    if (places.length > 1 && !focus) this.#host.say(say`Place ${turn + 1} of ${places.length}`);
  }

  #key(event: KeyboardEvent): void {
    const nodes = this.#nodes;
    const id = nodes?.idAt(event.target);
    if (!nodes || id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = this.#destination(nodes, id, event.key);
    if (next !== undefined) {
      this.focus(next);
      this.show({ node: next });
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.#reveal({ node: id }, event.key === 'Enter');
    } else if (event.key === 'n' || event.key === 'N') this.focusNear();
    else if (event.key === 'p' || event.key === 'P') this.#near.end(id);
    else if (event.key === 'd' || event.key === 'D') this.#host.mark(id);
    else if (event.key === 'c') this.#host.fold(id, 'branch');
    else if (event.key === 'C') this.#host.fold(id, 'none');
    else if (event.key === 'g' || event.key === 'G') this.#host.fold(id, 'group');
    else if (event.key === 'Escape' && this.#near.isOn) this.#near.showAll();
    else if (event.key === 'Escape') {
      this.#select(undefined);
      this.#stage.element.focus();
    } else if (!(event.key in directions)) return;
    event.preventDefault();
  }

  #destination(nodes: NodePicture, from: string, key: string): string | undefined {
    const ids = nodes.inSight;
    if (key === 'Home') return ids[0];
    if (key === 'End') return ids.at(-1);
    const direction = directions[key];
    if (!direction) return undefined;
    const boxes = ids.map((id) => this.#stage.boxOf(nodes.shapesOf(id)[0]!));
    const next = neighbour(boxes, ids.indexOf(from), direction);
    return next === undefined ? undefined : ids[next];
  }
}

const isSame = (one: DiagramPart, other: DiagramPart | undefined): boolean =>
  other !== undefined && JSON.stringify(one) === JSON.stringify(other);
