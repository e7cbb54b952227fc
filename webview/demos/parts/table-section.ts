import { say } from '../../../src/core/l10n/say';
import { menuButton } from '../../controls';
import { element } from '../../dom';
import type { DemoViewHost, Table } from '../demo-view';
import { inWords } from './in-words';

/** A table under its heading; its numbers are saved from the menu beside it. */
export class TableSection {
  readonly element: HTMLElement;
  readonly #title: string;
  readonly #scroller: HTMLElement;
  #table: Table = { columns: [], rows: [] };

  /** @param above stands between the heading and the table. */
  constructor(title: string, host: Pick<DemoViewHost, 'save'>, ...above: HTMLElement[]) {
    this.#title = title;
    const saved = { title, picture: () => undefined, table: () => this.#table };
    const menu = menuButton('more', say`Save: ${title}`, [
      { label: say`Save Numbers as CSV…`, choose: () => host.save('csv', saved) },
      { label: say`Copy Numbers`, choose: () => host.save('numbers', saved) },
    ]);
    this.#scroller = element('div', { class: 'scroller', tabindex: 0, role: 'group', 'aria-label': title });
    this.element = element(
      'section',
      { class: 'view-section' },
      element('header', { class: 'figure-head' }, element('h2', {}, title), menu),
      ...above,
      this.#scroller,
    );
  }

  /** @param mark a word for a row that stands out. */
  update(table: Table, mark: (row: number) => string | undefined = () => undefined): void {
    this.#table = table;
    const long = table.columns.map((_, column) => column > 0 && table.rows.some((row) => isLong(row[column])));
    const head = table.columns.map((name, column) =>
      element('th', { scope: 'col', class: long[column] ? 'long' : undefined }, name),
    );
    const body = table.rows.flatMap((row, index) => {
      const [first, ...rest] = row;
      const word = mark(index);
      const marked = word ? 'marked' : '';
      const name = element('th', { scope: 'row' }, cell(first), word ? element('strong', { class: 'mark' }, word) : '');
      const values = rest.map((value, i) =>
        element('td', { class: long[i + 1] ? 'long' : isWords(value) ? 'words' : undefined }, cell(value)),
      );
      const below = long.flatMap((is, column) =>
        is && cell(row[column]) !== '' ? [element('div', {}, `${table.columns[column]}: ${cell(row[column])}`)] : [],
      );
      const across = element('td', { colspan: long.filter((is) => !is).length }, ...below);
      return [
        element('tr', { class: marked }, name, ...values),
        ...(below.length > 0 ? [element('tr', { class: `below ${marked}` }, across)] : []),
      ];
    });
    this.#scroller.replaceChildren(
      element(
        'table',
        { class: 'numbers' },
        element('caption', { class: 'visually-hidden' }, this.#title),
        element('thead', {}, element('tr', {}, ...head)),
        element('tbody', {}, ...body),
      ),
    );
  }
}

const cell = (value: string | number | null | undefined): string =>
  value === null ? '' : typeof value === 'string' ? value : inWords(value);

const isWords = (value: string | number | null | undefined): boolean => typeof value === 'string' && value.length > 16;

/** Sentences go on in a second line and, where there is little room, stand in a row of their own below. */
const isLong = (value: string | number | null | undefined): boolean => typeof value === 'string' && value.length > 32;
