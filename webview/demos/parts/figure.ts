import { say } from '../../../src/core/l10n/say';
import { menuButton } from '../../controls';
import { element } from '../../dom';
import type { DemoViewHost, SavedAs, Table } from '../demo-view';
import { NumberTable } from './number-table';

/** What draws a picture: its part of the page, and the picture as it is saved. */
export interface Pictured {
  readonly element: Element;
  picture(): SVGSVGElement | undefined;
}

/** What stands with a picture. */
export interface FigureParts {
  /** Beside the heading. */
  readonly controls?: readonly HTMLElement[];
  /** Below the picture, so that it comes first. */
  readonly words?: readonly HTMLElement[];
}

/** A picture under its heading, with the table behind it; both are saved from the menu beside the heading. */
export class Figure {
  readonly element: HTMLElement;
  readonly #pictured: Pictured;
  readonly #title = element('h2');
  readonly #numbers = new NumberTable();
  readonly #menu: HTMLElement;
  #table: () => Table = () => ({ columns: [], rows: [] });

  constructor(pictured: Pictured, host: Pick<DemoViewHost, 'save'>, { controls = [], words = [] }: FigureParts = {}) {
    this.#pictured = pictured;
    const save = (what: SavedAs) => () =>
      host.save(what, {
        title: this.#title.textContent,
        picture: () => pictured.picture(),
        table: () => this.#table(),
      });
    this.#menu = menuButton('more', say`Save`, [
      { label: say`Save Picture as SVG…`, choose: save('svg') },
      { label: say`Save Picture as PNG…`, choose: save('png') },
      { label: say`Save Numbers as CSV…`, choose: save('csv') },
      { label: say`Copy Numbers`, choose: save('numbers') },
    ]);
    this.element = element(
      'section',
      { class: 'view-section figure', role: 'group' },
      element('header', { class: 'figure-head' }, this.#title, ...controls, this.#menu),
    );
    this.element.append(pictured.element, ...words, this.#numbers.element);
  }

  /** @param table makes the numbers behind the picture, when they are asked for. */
  update(title: string, table: () => Table): void {
    this.#title.textContent = title;
    this.element.setAttribute('aria-label', title);
    this.#table = table;
    for (const part of this.#menu.querySelectorAll('.icon-button, .menu')) {
      part.setAttribute('aria-label', say`Save: ${title}`);
      if (part instanceof HTMLButtonElement) part.title = say`Save: ${title}`;
    }
    this.#numbers.update(say`Numbers: ${title}`, table);
  }

  picture(): SVGSVGElement | undefined {
    return this.#pictured.picture();
  }
}
