import { element, svgElement } from '../../dom';

export interface Reading {
  /** What it is, in a word or two: `heat map`. */
  readonly kind: string;
  /** The class of the field around the picture. */
  readonly field: string;
  /** The pointer is over a place, in the picture's own units. */
  point(x: number, y: number): void;
  /** A key was pressed; says whether it means something here. */
  press(key: string): boolean;
}

/** A picture of values that is read by mouse, by arrow keys, or as the words it says. */
export class ReadByKeys {
  readonly svg: SVGSVGElement = svgElement('svg', { 'aria-hidden': 'true' });
  /** What takes the focus: the picture inside it is hidden from screen readers, which hear the words. */
  readonly field: HTMLElement;
  readonly words = element('output', { class: 'cell-words' });

  constructor({ kind, field, point, press }: Reading) {
    this.field = element(
      'div',
      { class: field, tabindex: 0, role: 'application', 'aria-roledescription': kind },
      this.svg,
    );
    const pointed = (event: MouseEvent): void => {
      const box = this.svg.getBoundingClientRect();
      const scale = this.svg.viewBox.baseVal.width / box.width;
      point((event.clientX - box.left) * scale, (event.clientY - box.top) * scale);
    };
    this.field.addEventListener('pointermove', pointed);
    this.field.addEventListener('click', pointed);
    this.field.addEventListener('keydown', (event) => {
      if (press(event.key)) event.preventDefault();
    });
  }

  /** What the picture shows, and how it is read, for whoever cannot see it. */
  name(label: string): void {
    this.field.setAttribute('aria-label', label);
  }

  /** The same words are not said twice. */
  say(words: string): void {
    if (this.words.textContent !== words) this.words.textContent = words;
  }
}
