import { svgElement } from '../dom';
import type { Box } from './neighbour';
import type { Size } from './viewport';

/** Why a node is marked: the cursor is on it, the keyboard is or was on it, the search found it. */
export type MarkKind = 'lit' | 'focused' | 'selected' | 'found' | 'current';

const gap = 5;

/** A layer over the picture in which nodes are ringed, so that the picture itself stays as it was drawn. */
export class Marks {
  readonly element = svgElement('svg', { class: 'marks', 'aria-hidden': 'true' });
  readonly #rings = new Map<MarkKind, SVGElement[]>();

  resize(size: Size): void {
    this.element.setAttribute('width', String(size.width));
    this.element.setAttribute('height', String(size.height));
  }

  /** Rings these boxes for a reason, and no others for it. */
  mark(kind: MarkKind, boxes: readonly Box[]): void {
    for (const ring of this.#rings.get(kind) ?? []) ring.remove();
    const rings = boxes.map((box) =>
      svgElement('rect', {
        class: `ring ${kind}`,
        x: box.x - gap,
        y: box.y - gap,
        width: box.width + 2 * gap,
        height: box.height + 2 * gap,
        rx: 9,
      }),
    );
    this.#rings.set(kind, rings);
    this.element.append(...rings);
  }
}
