import { say } from '../../../src/core/l10n/say';
import { element } from '../../dom';
import type { Table } from '../demo-view';
import { inWords } from './in-words';

const most = 4000;

/** The numbers behind a picture, to be opened by whoever wants to read them: a table, made when it is opened. */
export class NumberTable {
  readonly element: HTMLDetailsElement;
  readonly #summary = element('summary');
  readonly #holder = element('div', { class: 'scroller', tabindex: 0, role: 'group' });
  #table: (() => Table) | undefined;

  constructor() {
    this.element = element('details', { class: 'number-table' }, this.#summary, this.#holder);
    this.element.addEventListener('toggle', () => this.#fill());
  }

  /** Takes another table; it is made only while the details are open. */
  update(name: string, table: () => Table): void {
    this.#summary.textContent = name;
    this.#holder.setAttribute('aria-label', name);
    this.#table = table;
    this.#fill();
  }

  #fill(): void {
    if (!this.element.open || !this.#table) return;
    this.#holder.replaceChildren(...drawn(this.#table(), this.#summary.textContent));
  }
}

/** As many rows as are comfortable, and a word on the others. */
function drawn({ columns, rows }: Table, name: string): HTMLElement[] {
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
    element('caption', { class: 'visually-hidden' }, name),
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...body),
  );
  const left = rows.length - shown.length;
  return [table, ...(left > 0 ? [element('p', {}, say`${left} more rows are in the CSV file.`)] : [])];
}

const text = (value: string | number | null | undefined): string =>
  typeof value === 'string' ? value : inWords(value);
