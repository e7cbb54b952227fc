import { say } from '../../src/core/l10n/say';
import type { SearchEntry } from '../../src/protocol';
import { element } from '../dom';

/** A node of the diagram that is shown, or something elsewhere in the course. */
export type Found =
  | { readonly node: string; readonly text: string }
  | { readonly elsewhere: SearchEntry; readonly text: string };

const kinds: Readonly<Record<SearchEntry['kind'], string>> = {
  term: say`Term`,
  heading: say`Heading`,
  label: say`Diagram`,
};

/** What a search has found, as a list under its field: the diagram's own nodes, then the rest of the course. */
export class FindResults {
  readonly element = element('div', {
    class: 'find-results',
    role: 'listbox',
    id: 'find-results',
    'aria-label': say`Found`,
    hidden: true,
  });
  #options: readonly HTMLElement[] = [];

  /** @param choose hears which line was clicked. */
  constructor(choose: (index: number) => void) {
    // Not a click: the field would have lost the keyboard by then.
    this.element.addEventListener('pointerdown', (event) => {
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="option"]') : null;
      if (!option) return;
      event.preventDefault();
      choose(this.#options.indexOf(option));
    });
  }

  /** @param more how many there are beyond those that are listed */
  show(found: readonly Found[], more: number): void {
    this.#options = found.map((one, index) =>
      element(
        'div',
        { class: 'find-option', role: 'option', id: `find-option-${index}`, 'aria-selected': 'false' },
        element('span', { class: 'find-text' }, one.text),
        element('span', { class: 'find-place' }, 'node' in one ? say`Here` : placeOf(one.elsewhere)),
      ),
    );
    const rest = more > 0 ? element('div', { class: 'find-more', role: 'presentation' }, say`and ${more} more`) : '';
    this.element.replaceChildren(...this.#options, rest);
    this.element.hidden = found.length === 0;
  }

  /** Marks the line that is chosen; gives its id. */
  choose(current: number | undefined): string | undefined {
    for (const [index, option] of this.#options.entries()) {
      option.setAttribute('aria-selected', String(index === current));
    }
    const chosen = current === undefined ? undefined : this.#options[current];
    chosen?.scrollIntoView({ block: 'nearest' });
    return chosen?.id;
  }
}

const placeOf = ({ kind, path, range }: SearchEntry): string => `${kinds[kind]} · ${path}:${range.start.line + 1}`;
