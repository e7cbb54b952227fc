import { say } from '../../src/core/l10n/say';
import { svgElement } from '../dom';
import type { FoldKey } from './foldable';
import type { Box } from './neighbour';
import type { Size } from './viewport';

/** The sign at a frame or node by which it is folded and unfolded. */
export interface FoldHandle {
  readonly key: FoldKey;
  /** What it folds, for people. */
  readonly name: string;
  /** Where the sign lies: at the right end of a branch's node, in the right corner of a frame. */
  readonly box: Box;
  readonly kind: 'branch' | 'group';
  /** How much it hides; undefined where it is unfolded. */
  readonly hides: number | undefined;
}

const height = 18;
const letter = 7.5;

/** A layer over the picture with the signs of all that can be folded: buttons, reached by pointer and keyboard. */
export class FoldLayer {
  readonly element = svgElement('svg', { class: 'marks folds', role: 'group', 'aria-label': say`Branches and groups` });
  readonly #toggle: (key: FoldKey) => void;
  readonly #leave: () => void;
  readonly #handles = new Map<FoldKey, SVGGElement>();

  /** @param leave gives the keyboard back to the stage */
  constructor(toggle: (key: FoldKey) => void, leave: () => void) {
    this.#toggle = toggle;
    this.#leave = leave;
    this.element.addEventListener('click', (event) => this.#press(event));
    this.element.addEventListener('keydown', (event) => this.#key(event));
    this.element.addEventListener('focusin', (event) => {
      const key = this.keyAt(event.target);
      if (key !== undefined) this.#makeTabStop(key);
    });
  }

  resize(size: Size): void {
    this.element.setAttribute('width', String(size.width));
    this.element.setAttribute('height', String(size.height));
  }

  /** Shows these and no others; the one that has the keyboard keeps it. */
  show(handles: readonly FoldHandle[]): void {
    const focused = this.keyAt(document.activeElement);
    this.#handles.clear();
    for (const handle of handles) this.#handles.set(handle.key, handleOf(handle));
    this.element.replaceChildren(...this.#handles.values());
    this.element.toggleAttribute('hidden', handles.length === 0);
    const stop = focused !== undefined && this.#handles.has(focused) ? focused : handles[0]?.key;
    if (stop !== undefined) this.#makeTabStop(stop);
    if (focused !== undefined && stop !== undefined) this.focus(stop);
    else if (focused !== undefined) this.#leave();
  }

  focus(key: FoldKey): void {
    this.#handles.get(key)?.focus({ preventScroll: true });
  }

  /** What the sign of a shape, or of anything inside it, folds. */
  keyAt(target: EventTarget | null): FoldKey | undefined {
    return target instanceof Element ? target.closest<SVGGElement>('[data-fold]')?.dataset.fold : undefined;
  }

  #makeTabStop(key: FoldKey): void {
    for (const [other, handle] of this.#handles) handle.setAttribute('tabindex', other === key ? '0' : '-1');
  }

  #press(event: Event): void {
    const key = this.keyAt(event.target);
    if (key === undefined) return;
    event.stopPropagation();
    this.#toggle(key);
  }

  #key(event: KeyboardEvent): void {
    const key = this.keyAt(event.target);
    if (key === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter' || event.key === ' ' || event.key === 'c') this.#toggle(key);
    else if (event.key === 'Escape') this.#leave();
    else if (step !== undefined) {
      const keys = [...this.#handles.keys()];
      this.focus(keys[(keys.indexOf(key) + step + keys.length) % keys.length]!);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

function handleOf({ key, name, box, kind, hides }: FoldHandle): SVGGElement {
  const text = hides === undefined ? '−' : `+${hides}`;
  const width = Math.max(height, text.length * letter + 8);
  const x = kind === 'group' ? box.x + box.width - width - 6 : box.x + box.width - width / 2;
  const y = kind === 'group' ? box.y + 6 : box.y + box.height - height / 2;
  return svgElement(
    'g',
    {
      class: hides === undefined ? 'fold' : 'fold folded-here',
      role: 'button',
      'data-fold': key,
      'aria-expanded': String(hides === undefined),
      'aria-label': hides === undefined ? say`Collapse ${name}` : say`Expand ${name}, ${hides} hidden`,
      transform: `translate(${x} ${y})`,
    },
    svgElement('rect', { width, height, rx: height / 2 }),
    svgElement('text', { x: width / 2, y: height / 2, 'aria-hidden': 'true' }, text),
  );
}
