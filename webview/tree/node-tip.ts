import type { DiagramSubject, ExplainedTerm } from '../../src/protocol';
import { element } from '../dom';
import type { NodePicture } from './node-picture';
import type { Stage } from './stage';

/** How long the pointer or the keyboard rests on a node before it is explained, in milliseconds, as in the editor. */
const rest = 300;
const gap = 6;

export interface NodeTipHost {
  /** What the glossary says of a node's words. */
  explain(ranges: DiagramSubject['nodes'][number]['ranges']): Promise<readonly ExplainedTerm[]>;
}

/**
 * What the glossary says of a node that is pointed at or has the keyboard. It stays while the pointer is on the node or on
 * the words themselves, and goes with Escape.
 */
export class NodeTip {
  readonly element = element('div', { class: 'node-tip', id: 'node-tip', role: 'tooltip', hidden: true });
  readonly #stage: Stage;
  readonly #host: NodeTipHost;
  #nodes: NodePicture | undefined;
  #id: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(stage: Stage, host: NodeTipHost) {
    this.#stage = stage;
    this.#host = host;
    stage.element.append(this.element);
    const of = (event: Event) => this.#rest(event.target);
    stage.element.addEventListener('pointerover', of);
    stage.element.addEventListener('focusin', of);
    stage.element.addEventListener('pointerleave', () => this.#rest(document.activeElement));
    stage.element.addEventListener('focusout', () => this.hide());
    for (const moved of ['pointerdown', 'wheel']) stage.element.addEventListener(moved, () => this.hide());
    stage.element.addEventListener('keydown', (event) => this.#key(event), { capture: true });
  }

  /** Another picture lies on the stage. */
  attach(nodes: NodePicture | undefined): void {
    this.hide();
    this.#nodes = nodes;
  }

  hide(): void {
    clearTimeout(this.#timer);
    if (this.#id !== undefined) this.#nodes?.shapesOf(this.#id)[0]?.removeAttribute('aria-describedby');
    this.#id = undefined;
    this.element.hidden = true;
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.element.hidden) return;
    this.hide();
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  #rest(target: EventTarget | null): void {
    if (target instanceof Node && this.element.contains(target)) return;
    const id = this.#nodes?.idAt(target);
    if (id === this.#id) return;
    this.hide();
    if (id === undefined) return;
    this.#id = id;
    this.#timer = setTimeout(() => void this.#explain(id), rest);
  }

  async #explain(id: string): Promise<void> {
    const ranges = this.#nodes?.rangesOf(id) ?? [];
    const terms = ranges.length === 0 ? [] : await this.#host.explain(ranges).catch(() => []);
    const shape = this.#nodes?.shapesOf(id)[0];
    if (terms.length === 0 || !shape || this.#id !== id) return;
    this.element.replaceChildren(
      ...terms.map(({ name, definition }) => element('p', {}, element('strong', {}, name), ` ${definition}`)),
    );
    this.element.hidden = false;
    this.#lay(shape);
    shape.setAttribute('aria-describedby', this.element.id);
  }

  /** Below the node, above it where there is no room, and within the frame. */
  #lay(shape: Element): void {
    const frame = this.#stage.element.getBoundingClientRect();
    const node = shape.getBoundingClientRect();
    const tip = this.element.getBoundingClientRect();
    const below = node.bottom - frame.top + gap;
    const above = node.top - frame.top - gap - tip.height;
    const top = below + tip.height <= frame.height || above < 0 ? below : above;
    const left = node.left - frame.left + (node.width - tip.width) / 2;
    this.element.style.top = `${Math.max(0, Math.min(top, frame.height - tip.height))}px`;
    this.element.style.left = `${Math.max(0, Math.min(left, frame.width - tip.width))}px`;
  }
}
