import { element, svgElement } from '../../dom';
import type { PanelTheme } from '../../theme';
import { Room } from './room';

/** What a picture does when it is read. Places are in the picture's own measures. */
export interface Reader {
  /** Draws again, as the room is another. */
  redraw(): void;
  /** What is pointed at. */
  point(x: number, y: number): void;
  /** What a key does; false where it does nothing. */
  key(name: string): boolean;
  /** A click, after `point`. */
  press?(): void;
  /** The keyboard has come. */
  entered?(): void;
}

/**
 * A picture as wide as its place, read piece by piece: by mouse, by arrow keys, or as the words that it says. What is
 * read stands below it and is spoken.
 */
export class ReadablePicture {
  readonly element: HTMLElement;
  readonly svg: SVGSVGElement = svgElement('svg', { 'aria-hidden': 'true' });
  readonly #field: HTMLElement;
  readonly #room: Room;
  readonly #words = element('output', { class: 'cell-words' });

  /**
   * @param kind what it is called when it is spoken of, `heat map`.
   * @param above stands over the picture.
   */
  constructor(kind: string, reader: Reader, ...above: HTMLElement[]) {
    this.#field = element(
      'div',
      { class: 'picture-field', tabindex: 0, role: 'application', 'aria-roledescription': kind },
      this.svg,
    );
    this.element = element('div', { class: kind.replaceAll(' ', '-') }, ...above, this.#field, this.#words);
    this.#room = new Room(this.#field, () => reader.redraw());
    const point = (event: MouseEvent) => {
      const box = this.svg.getBoundingClientRect();
      const scale = this.svg.viewBox.baseVal.width / box.width;
      reader.point((event.clientX - box.left) * scale, (event.clientY - box.top) * scale);
    };
    this.#field.addEventListener('pointermove', point);
    this.#field.addEventListener('click', (event) => {
      point(event);
      reader.press?.();
    });
    this.#field.addEventListener('focus', () => reader.entered?.());
    this.#field.addEventListener('keydown', (event) => {
      if (reader.key(event.key)) event.preventDefault();
    });
  }

  /** The width that it has. */
  width(least: number, most: number): number {
    return this.#room.width(least, most);
  }

  /** Puts a drawing of a size into the picture. `how` says how it is read. */
  draw(
    parts: readonly SVGElement[],
    width: number,
    height: number,
    theme: PanelTheme,
    name: string,
    how: string,
  ): void {
    this.#field.setAttribute('aria-label', [`${name}.`, how].join(' ').trim());
    this.svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.svg.setAttribute('width', String(width));
    this.svg.setAttribute('height', String(height));
    this.svg.setAttribute('font-family', theme.fontFamily);
    this.svg.replaceChildren(...parts);
  }

  say(words: string): void {
    if (this.#words.textContent !== words) this.#words.textContent = words;
  }
}
