/** Where a part of the page has no width yet, as while it is not in the page. */
const unknown = 640;

/**
 * The width that a picture has, in pixels, so that it is drawn for its place and not scaled to it.
 *
 * @param redraw is called when the width is another than before.
 */
export class Room {
  readonly #element: Element;
  #last = 0;

  constructor(element: Element, redraw: () => void) {
    this.#element = element;
    new ResizeObserver(() => {
      const { clientWidth } = element;
      if (clientWidth === 0 || clientWidth === this.#last) return;
      this.#last = clientWidth;
      redraw();
    }).observe(element);
  }

  /** Between the ends; a picture wider than its place is scrolled. */
  width(least: number, most: number): number {
    this.#last = this.#element.clientWidth;
    return Math.min(most, Math.max(least, this.#last || unknown));
  }
}
