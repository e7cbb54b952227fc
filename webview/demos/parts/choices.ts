import { element } from '../../dom';

/** A row of buttons of which one is pressed; names may change while it stands. */
export class Choices {
  readonly element: HTMLElement;
  readonly #choose: (index: number) => void;
  #names: readonly string[] = [];

  constructor(label: string, choose: (index: number) => void) {
    this.element = element('div', { class: 'choices', role: 'group', 'aria-label': label });
    this.#choose = choose;
  }

  update(names: readonly string[], chosen: number): void {
    if (names.join('\n') !== this.#names.join('\n')) {
      this.#names = names;
      this.element.replaceChildren(...names.map((name, index) => this.#button(name, index)));
    }
    for (const [index, button] of [...this.element.children].entries()) {
      button.setAttribute('aria-pressed', String(index === chosen));
    }
  }

  #button(name: string, index: number): HTMLButtonElement {
    const button = element('button', { type: 'button' }, name);
    button.addEventListener('click', () => this.#choose(index));
    return button;
  }
}
