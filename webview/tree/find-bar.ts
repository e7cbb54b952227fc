import { iconButton } from '../controls';
import { element } from '../dom';

export interface FindBarHost {
  /** The ids that match, in order. */
  search(query: string): readonly string[];
  /** Shows all matches and the one that is chosen. */
  show(matches: readonly string[], current: number | undefined): void;
  /** The search is over; what was chosen last. */
  closed(current: string | undefined): void;
}

/** Looks for nodes by name: Enter to the next, Shift+Enter back, Escape to leave for the node that was found. */
export class FindBar {
  readonly element: HTMLElement;
  readonly #host: FindBarHost;
  readonly #input = element('input', {
    type: 'text',
    'aria-label': 'Find a node',
    placeholder: 'Find a node',
    spellcheck: 'false',
  });
  readonly #count = element('span', { class: 'count', role: 'status' });
  #matches: readonly string[] = [];
  #current = 0;

  constructor(host: FindBarHost) {
    this.#host = host;
    this.element = element(
      'div',
      { class: 'find-bar', role: 'search', hidden: true },
      this.#input,
      this.#count,
      iconButton('up', 'Previous match', () => this.#step(-1)),
      iconButton('down', 'Next match', () => this.#step(1)),
      iconButton('close', 'Close', () => this.close()),
    );
    this.#input.addEventListener('input', () => this.refresh(0));
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
      else if (event.key === 'Enter' && event.target === this.#input) this.#step(event.shiftKey ? -1 : 1);
      else return;
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
    this.#matches = this.#host.search(this.#input.value);
    this.#current = Math.min(current, Math.max(0, this.#matches.length - 1));
    this.#show();
  }

  close(): void {
    if (!this.open) return;
    this.element.hidden = true;
    this.#host.show([], undefined);
    this.#host.closed(this.#matches[this.#current]);
  }

  #step(by: 1 | -1): void {
    const total = this.#matches.length;
    if (total === 0) return;
    this.#current = (this.#current + by + total) % total;
    this.#show();
  }

  #show(): void {
    const total = this.#matches.length;
    const asked = this.#input.value.trim() !== '';
    this.#count.textContent = total > 0 ? `${this.#current + 1} of ${total}` : asked ? 'No match' : '';
    this.element.classList.toggle('empty', asked && total === 0);
    this.#host.show(this.#matches, total > 0 ? this.#current : undefined);
  }
}
