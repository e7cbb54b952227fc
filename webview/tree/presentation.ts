import { say } from '../../src/core/l10n/say';
import { iconButton } from '../controls';
import { element } from '../dom';

export interface PresentationHost {
  /** The nodes in the order in which they are told. */
  order(): readonly string[];
  /** What is said of a node. */
  words(id: string): string;
  /** Brings a node before the eye. */
  show(id: string): void;
  ended(): void;
}

/** Walks a diagram node by node before an audience: arrow keys lead on and back, Escape ends it. */
export class Presentation {
  readonly element: HTMLElement;
  readonly #host: PresentationHost;
  readonly #words = element('p', { class: 'presented', 'aria-live': 'polite' });
  readonly #count = element('span', { class: 'count' });
  #order: readonly string[] = [];
  #at = 0;

  constructor(host: PresentationHost) {
    this.#host = host;
    this.element = element(
      'section',
      { class: 'presentation', 'aria-label': say`Presentation`, tabindex: -1, hidden: true },
      this.#words,
      this.#count,
      iconButton('up', say`Back (Left)`, () => this.#step(-1)),
      iconButton('down', say`On (Right)`, () => this.#step(1)),
      iconButton('close', say`End (Escape)`, () => this.end()),
    );
    this.element.addEventListener('keydown', (event) => {
      const by = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }[event.key];
      if (event.key === 'Escape') this.end();
      else if (by !== undefined) this.#step(by);
      else if (event.key === 'Home') this.#go(0);
      else if (event.key === 'End') this.#go(this.#order.length - 1);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  get isOn(): boolean {
    return !this.element.hidden;
  }

  /** Begins with a node, or with the first. */
  start(id: string | undefined): void {
    this.#order = this.#host.order();
    if (this.#order.length === 0) return;
    this.element.hidden = false;
    this.#go(Math.max(0, id === undefined ? 0 : this.#order.indexOf(id)));
    this.element.focus();
  }

  /** Another picture has come: it goes on where it was, if the node is there still. */
  refresh(): void {
    if (!this.isOn) return;
    const id = this.#order[this.#at];
    this.#order = this.#host.order();
    if (this.#order.length === 0) this.end();
    else this.#go(Math.max(0, this.#order.indexOf(id ?? '')));
  }

  end(): void {
    if (!this.isOn) return;
    this.element.hidden = true;
    this.#host.ended();
  }

  #step(by: number): void {
    this.#go(Math.min(this.#order.length - 1, Math.max(0, this.#at + by)));
  }

  #go(at: number): void {
    this.#at = at;
    const id = this.#order[at]!;
    this.#words.textContent = this.#host.words(id);
    this.#count.textContent = say`${at + 1} of ${this.#order.length}`;
    this.#host.show(id);
  }
}
