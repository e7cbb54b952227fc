import type { Range } from 'vscode-languageserver-types';
import type { Marks } from './marks';
import { type Box, type Direction, neighbour } from './neighbour';
import type { NodePicture } from './node-picture';
import type { Stage } from './stage';

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/**
 * What a person does with the nodes on the stage: click, point at, walk through with the keyboard, find; and what the
 * cursor in the source does: light one.
 */
export class NodeInteraction {
  readonly #stage: Stage;
  readonly #marks: Marks;
  readonly #reveal: (range: Range, focus: boolean) => void;
  #nodes: NodePicture | undefined;
  #lit: string | null = null;

  /** @param reveal shows a place in the source; with focus the keyboard goes along. */
  constructor(stage: Stage, marks: Marks, reveal: (range: Range, focus: boolean) => void) {
    this.#stage = stage;
    this.#marks = marks;
    this.#reveal = reveal;
    stage.element.addEventListener('click', (event) => this.#click(event));
    stage.element.addEventListener('keydown', (event) => this.#key(event), { capture: true });
    stage.element.addEventListener('focusin', (event) => this.#focused(event.target));
    stage.element.addEventListener('focusout', () => this.#focused(null));
    stage.element.addEventListener('pointerover', (event) => this.#point(event.target));
  }

  /** The node that has the keyboard. */
  get focusedId(): string | undefined {
    return this.#nodes?.idAt(document.activeElement);
  }

  /** Another picture lies on the stage. */
  attach(nodes: NodePicture | undefined): void {
    this.#nodes = nodes;
    this.#marks.mark('focused', []);
    this.#markLit();
  }

  /** Lights the node under the cursor, without moving the picture. */
  setLit(id: string | null): void {
    this.#lit = id;
    this.#markLit();
  }

  /** Brings a node into the frame. */
  show(id: string): void {
    const [box] = this.#boxesOf(id);
    if (box) this.#stage.reveal(box);
  }

  /** Gives the keyboard to a node; to the stage where there is no such node. */
  focus(id: string | undefined): void {
    const shape = id === undefined ? undefined : this.#nodes?.makeTabStop(id);
    (shape ?? this.#stage.element).focus({ preventScroll: true });
  }

  /** Of these, the nodes that the picture shows. */
  shown(ids: readonly string[]): readonly string[] {
    return ids.filter((id) => (this.#nodes?.shapesOf(id).length ?? 0) > 0);
  }

  showMatches(matches: readonly string[], current: number | undefined): void {
    const chosen = current === undefined ? undefined : matches[current];
    const others = matches.filter((id) => id !== chosen);
    this.#marks.mark(
      'found',
      others.flatMap((id) => this.#boxesOf(id)),
    );
    this.#marks.mark('current', chosen === undefined ? [] : this.#boxesOf(chosen));
    if (chosen !== undefined) this.show(chosen);
  }

  #boxesOf(id: string): Box[] {
    return (this.#nodes?.shapesOf(id) ?? []).map((shape) => this.#stage.boxOf(shape));
  }

  #markLit(): void {
    this.#marks.mark('lit', this.#lit === null ? [] : this.#boxesOf(this.#lit));
    this.#nodes?.lightEdges(this.#lit ?? undefined);
  }

  #focused(target: EventTarget | null): void {
    const id = this.#nodes?.idAt(target);
    this.#marks.mark('focused', id === undefined ? [] : this.#boxesOf(id).slice(0, 1));
  }

  #point(target: EventTarget | null): void {
    this.#nodes?.lightEdges(this.#nodes.idAt(target) ?? this.#lit ?? undefined);
  }

  #click(event: MouseEvent): void {
    const range = this.#stage.dragged ? undefined : this.#nodes?.placeAt(event.target);
    if (!range) return;
    const id = this.#nodes?.idAt(event.target);
    if (id !== undefined) this.focus(id);
    this.#reveal(range, event.detail > 1);
  }

  #key(event: KeyboardEvent): void {
    const nodes = this.#nodes;
    const id = nodes?.idAt(event.target);
    if (!nodes || id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = this.#destination(nodes, id, event.key);
    if (next !== undefined) {
      this.focus(next);
      this.show(next);
    } else if (event.key === 'Enter' || event.key === ' ') {
      const range = nodes.placeOf(id);
      if (range) this.#reveal(range, event.key === 'Enter');
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
}
