import { element } from '../../dom';
import type { Table } from '../demo-view';
import { inWords } from './in-words';

const most = 4000;

/** The numbers behind a picture, to be opened by whoever wants to read them: a table, made when it is opened. */
export class NumberTable {
  readonly element: HTMLDetailsElement;
  readonly #name: string;
  readonly #holder = element('div', { class: 'scroller', tabindex: 0, role: 'region' });
  #table: (() => Table) | undefined;

  constructor(name: string) {
    this.#name = name;
    this.#holder.setAttribute('aria-label', name);
    this.element = element('details', { class: 'number-table' }, element('summary', {}, name), this.#holder);
    this.element.addEventListener('toggle', () => this.#fill());
  }

  /** Takes another table; it is made only while the details are open. */
  update(table: () => Table): void {
    this.#table = table;
    this.#fill();
  }

  #fill(): void {
    if (!this.element.open || !this.#table) return;
    const { columns, rows } = this.#table();
    const shown = rows.slice(0, Math.max(1, Math.floor(most / Math.max(1, columns.length))));
    const head = columns.map((name) => (name ? element('th', { scope: 'col' }, name) : element('td')));
    const body = shown.map(([first, ...rest]) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, text(first)),
        ...rest.map((value) => element('td', {}, text(value))),
      ),
    );
    const table = element(
      'table',
      { class: 'numbers' },
      element('caption', { class: 'visually-hidden' }, this.#name),
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...body),
    );
    const left = rows.length - shown.length;
    this.#holder.replaceChildren(
      table,
      ...(left > 0 ? [element('p', {}, `${left} more rows are in the CSV file.`)] : []),
    );
  }
}

const text = (value: string | number | null | undefined): string =>
  typeof value === 'string' ? value : inWords(value);
