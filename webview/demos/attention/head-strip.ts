import { say } from '../../../src/core/l10n/say';
import type { Tensor } from '../../../src/core/reference/tensor';
import { element } from '../../dom';
import type { PanelTheme } from '../../theme';
import { shade } from '../parts/heat-map';

/** Every head's weights as a small picture; one of them is chosen. */
export class HeadStrip {
  readonly element = element('div', { class: 'choices heads', role: 'group', 'aria-label': say`Head` });
  readonly #choose: (head: number) => void;
  #drawn: readonly unknown[] = [];

  constructor(choose: (head: number) => void) {
    this.#choose = choose;
  }

  /** @param weights `[heads, queries, keys]`. */
  update(weights: Tensor, chosen: number, theme: PanelTheme): void {
    const heads = weights.size(0);
    while (this.element.children.length > heads) this.element.lastElementChild!.remove();
    while (this.element.children.length < heads) this.element.append(this.#button(this.element.children.length));
    const fresh = this.#drawn[0] !== weights || this.#drawn[1] !== theme;
    this.#drawn = [weights, theme];
    for (const [head, button] of [...this.element.children].entries()) {
      button.setAttribute('aria-pressed', String(head === chosen));
      if (fresh) paint(button.querySelector('canvas')!, weights, head, theme);
    }
  }

  #button(head: number): HTMLButtonElement {
    const canvas = element('canvas', { 'aria-hidden': 'true' });
    const button = element('button', { type: 'button', 'aria-label': say`Head ${head}` }, canvas, `${head}`);
    button.addEventListener('click', () => this.#choose(head));
    return button;
  }
}

/** At most this many pixels an edge: a thumbnail of a long text takes every n-th row. */
const edge = 64;

function paint(canvas: HTMLCanvasElement, weights: Tensor, head: number, theme: PanelTheme): void {
  const [, queries, keys] = weights.shape as [number, number, number];
  const height = Math.min(queries, edge);
  const width = Math.min(keys, edge);
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(width, height);
  for (let y = 0; y < height; y++) {
    const row = weights.row(head, Math.floor((y * queries) / height));
    const high = row.reduce((most, value) => Math.max(most, value), 1e-12);
    for (let x = 0; x < width; x++) {
      const { r, g, b } = shade({ low: 0, high }, theme, row[Math.floor((x * keys) / width)]!);
      image.data.set([r, g, b, 255], 4 * (y * width + x));
    }
  }
  context.putImageData(image, 0, 0);
}
