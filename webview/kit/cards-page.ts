import { say } from '../../src/core/l10n/say';
import type { Card, RecallStates } from '../../src/protocol';
import { element } from '../dom';
import { dateOf, dayOf, dueCards, graded, nextDay } from './recall';

export interface CardsHost {
  reveal(card: Card): void;
  keep(id: string, state: RecallStates[string]): void;
}

/**
 * Asks the cards of today one after another: Space shows the answer, 1 says that it was not known, 2 that it was. All of
 * it works by keyboard alone.
 */
export class CardsPage {
  readonly root = element('section', { class: 'cards', 'aria-label': say`Flash cards` });
  readonly #host: CardsHost;
  readonly #cards: readonly Card[];
  readonly #states: Record<string, RecallStates[string]>;
  #queue: Card[];
  #open = false;

  constructor(host: CardsHost, cards: readonly Card[], states: RecallStates) {
    this.#host = host;
    this.#cards = cards;
    this.#states = { ...states };
    this.#queue = dueCards(cards, states, today());
    this.root.addEventListener('keydown', (event) => this.#key(event));
    this.#render();
  }

  /** Gives the keyboard to what comes next. */
  focus(): void {
    this.root.querySelector<HTMLElement>('[data-next]')?.focus();
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || this.#queue.length === 0) return;
    if (this.#open && (event.key === '1' || event.key === '2')) {
      event.preventDefault();
      this.#grade(event.key === '2');
    } else if (!this.#open && event.key === ' ') {
      event.preventDefault();
      this.#show();
    }
  }

  #show(): void {
    this.#open = true;
    this.#render();
    this.focus();
  }

  #grade(knew: boolean): void {
    const [card, ...rest] = this.#queue;
    if (!card) return;
    const state = graded(this.#states[card.id], knew, today());
    this.#states[card.id] = state;
    this.#host.keep(card.id, state);
    this.#queue = knew ? rest : [...rest, card];
    this.#open = false;
    this.#render();
    this.focus();
  }

  #render(): void {
    const [card] = this.#queue;
    const title = element('h1', { class: 'visually-hidden' }, say`Flash cards`);
    this.root.replaceChildren(title, ...(card ? this.#asked(card) : this.#done()));
  }

  #asked(card: Card): HTMLElement[] {
    const left = element('p', { class: 'cards-left' }, say`${this.#queue.length} of ${this.#cards.length} to go`);
    const front = element('p', { class: 'card-front', 'aria-live': 'polite' }, card.front);
    if (!this.#open) {
      return [
        left,
        element('div', { class: 'card' }, front),
        button(say`Show the answer`, say`Space`, () => this.#show(), true),
      ];
    }
    const back = element(
      'div',
      { class: 'card-back', 'aria-live': 'polite' },
      card.back !== '' && element('p', { class: 'card-name' }, card.back),
      card.shown !== '' && element('p', {}, card.shown),
    );
    return [
      left,
      element('div', { class: 'card' }, front, back),
      element(
        'div',
        { class: 'card-answers' },
        button(say`Not yet`, '1', () => this.#grade(false)),
        button(say`Knew it`, '2', () => this.#grade(true), true),
        button(say`Show its source`, undefined, () => this.#host.reveal(card)),
      ),
    ];
  }

  #done(): HTMLElement[] {
    const next = nextDay(this.#cards, this.#states, today());
    const when = next === undefined ? '' : say` The next one comes on ${dateOf(next)}.`;
    const again = button(
      say`Ask all of them again`,
      undefined,
      () => {
        this.#queue = [...this.#cards];
        this.#render();
        this.focus();
      },
      true,
    );
    return [element('p', { class: 'cards-done', role: 'status' }, say`Nothing is due today.${when}`), again];
  }
}

const today = (): number => dayOf(new Date());

function button(label: string, key: string | undefined, press: () => void, next = false): HTMLButtonElement {
  const made = element(
    'button',
    { type: 'button', class: 'card-button', 'data-next': next, 'aria-keyshortcuts': key },
    label,
    key !== undefined && element('kbd', { 'aria-hidden': 'true' }, key),
  );
  made.addEventListener('click', press);
  return made;
}
