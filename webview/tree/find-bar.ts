import { say } from '../../src/core/l10n/say';
import type { SearchAnswer, SearchEntry } from '../../src/protocol';
import { iconButton } from '../controls';
import { element } from '../dom';
import { FindResults, type Found } from './find-results';

export interface FindBarHost {
  /** The nodes of the diagram that match, in order. */
  search(query: string): readonly { readonly node: string; readonly text: string }[];
  /** What matches elsewhere in the course. */
  elsewhere(query: string): Promise<SearchAnswer>;
  /** Shows all nodes that match, by their ids, and the one that is chosen. */
  show(matches: readonly string[], current: string | undefined): void;
  /** Goes to something elsewhere in the course. */
  open(entry: SearchEntry): void;
  /** The search is over; the node that was chosen last. */
  closed(current: string | undefined): void;
}

const none: SearchAnswer = { hits: [], total: 0 };

/**
 * Looks for nodes of the diagram, and for terms, headings and other diagrams of the course: arrow keys step through all
 * that is found, Enter to the diagram's next node or to what is chosen elsewhere, Escape leaves for the node that was found.
 */
export class FindBar {
  readonly element: HTMLElement;
  readonly #host: FindBarHost;
  readonly #input = element('input', {
    type: 'text',
    role: 'combobox',
    'aria-label': say`Find in the diagram and the course`,
    'aria-controls': 'find-results',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    placeholder: say`Find in diagram and course`,
    spellcheck: 'false',
  });
  readonly #count = element('span', { class: 'count', role: 'status' });
  readonly #results = new FindResults((index) => {
    this.#current = index;
    this.#show();
    this.#openChosen();
  });
  #here: readonly { readonly node: string; readonly text: string }[] = [];
  #elsewhere = none;
  #asked = '';
  #current = 0;

  constructor(host: FindBarHost) {
    this.#host = host;
    this.element = element(
      'div',
      { class: 'find-bar', role: 'search', hidden: true },
      this.#input,
      this.#count,
      iconButton('up', say`Previous match`, () => this.#step(-1)),
      iconButton('down', say`Next match`, () => this.#step(1)),
      iconButton('close', say`Close`, () => this.close()),
      this.#results.element,
    );
    this.#input.addEventListener('input', () => this.refresh(0));
    this.element.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === 'Escape') this.close();
      else if (event.target !== this.#input) return;
      else if (step !== undefined) this.#step(step);
      else if (event.key !== 'Enter') return;
      else if (!this.#openChosen()) this.#stepHere(event.shiftKey ? -1 : 1);
      event.preventDefault();
    });
  }

  get open(): boolean {
    return !this.element.hidden;
  }

  start(): void {
    this.element.hidden = false;
    this.#input.focus();
    this.#input.select();
    this.refresh(0);
  }

  /** Searches again, in another picture or for other words. */
  refresh(current = this.#current): void {
    if (!this.open) return;
    const query = this.#input.value.trim();
    this.#here = this.#host.search(query);
    if (query !== this.#asked) void this.#askElsewhere(query);
    this.#current = current;
    this.#list();
  }

  close(): void {
    if (!this.open) return;
    const chosen = this.#here[this.#current]?.node;
    this.element.hidden = true;
    this.#host.show([], undefined);
    this.#host.closed(chosen);
  }

  /** What is found for words that are no longer asked for is not shown; what was found before stays until then. */
  async #askElsewhere(query: string): Promise<void> {
    this.#asked = query;
    const answer = query === '' ? none : await this.#host.elsewhere(query).catch(() => none);
    if (this.#asked !== query) return;
    this.#elsewhere = answer;
    if (this.open) this.#list();
  }

  get #found(): readonly Found[] {
    const others = this.#elsewhere.hits.map((elsewhere) => ({ elsewhere, text: elsewhere.text }));
    return [...this.#here, ...others];
  }

  /** Says whether something elsewhere was chosen, to which it goes. */
  #openChosen(): boolean {
    const chosen = this.#found[this.#current];
    if (!chosen || 'node' in chosen) return false;
    this.close();
    this.#host.open(chosen.elsewhere);
    return true;
  }

  #step(by: number): void {
    const total = this.#found.length;
    if (total === 0) return;
    this.#current = (this.#current + by + total) % total;
    this.#show();
  }

  #stepHere(by: 1 | -1): void {
    const total = this.#here.length;
    if (total === 0) return;
    this.#current = (this.#current + by + total) % total;
    this.#show();
  }

  #list(): void {
    const found = this.#found;
    this.#current = Math.min(this.#current, Math.max(0, found.length - 1));
    this.#results.show(found, this.#elsewhere.total - this.#elsewhere.hits.length);
    this.#input.setAttribute('aria-expanded', String(found.length > 0));
    this.#show();
  }

  #show(): void {
    const found = this.#found.length;
    const total = this.#here.length + this.#elsewhere.total;
    const asked = this.#input.value.trim() !== '';
    this.#count.textContent = found > 0 ? say`${this.#current + 1} of ${total}` : asked ? say`No match` : '';
    this.element.classList.toggle('empty', asked && found === 0);
    const option = this.#results.choose(found > 0 ? this.#current : undefined);
    if (option) this.#input.setAttribute('aria-activedescendant', option);
    else this.#input.removeAttribute('aria-activedescendant');
    this.#host.show(
      this.#here.map(({ node }) => node),
      this.#here[this.#current]?.node,
    );
  }
}
