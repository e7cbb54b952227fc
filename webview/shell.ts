import { say } from '../src/core/l10n/say';
import type { SubjectEntry } from '../src/protocol';
import { element } from './dom';

/** The frame around every view: what is shown, what else there is, and the view's own tools. */
export class Shell {
  readonly #title = element('span', { class: 'title' });
  readonly #picker = element('select', { class: 'picker', 'aria-label': say`Diagram or demo` });
  readonly #whole = element('button', { type: 'button', class: 'whole', hidden: true }, say`Whole lesson`);
  readonly #tools = element('div', { class: 'tools', role: 'toolbar', 'aria-label': say`Panel` });
  readonly #main = element('main', { class: 'view' });
  readonly #announcement = element('div', { class: 'announcement', role: 'status' });
  readonly #progress = element('div', { class: 'progress', 'aria-hidden': 'true' });
  #silence: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param choose shows the subject with a number.
   * @param whole shows all demos of the document, or the one under the cursor again.
   */
  constructor(body: HTMLElement, choose: (index: number) => void, whole: (on: boolean) => void) {
    body.append(
      element('header', { class: 'bar' }, this.#title, this.#picker, this.#whole, this.#tools),
      this.#progress,
      this.#main,
      this.#announcement,
    );
    this.#whole.addEventListener('click', () => whole(this.#whole.getAttribute('aria-pressed') !== 'true'));
    this.#picker.addEventListener('change', () => choose(this.#picker.selectedIndex));
  }

  /** Lists what the document has; with one thing only there is nothing to choose. */
  contents(entries: readonly SubjectEntry[], current: number | undefined, document: string): void {
    const one = entries.length <= 1;
    this.#picker.hidden = one;
    this.#title.hidden = !one;
    this.#title.textContent = (current === undefined ? undefined : plainTitle(entries[current])) ?? document;
    this.#title.title = this.#title.textContent;
    if (one) return;
    const labels = entries.map((entry, index) => `${index + 1} · ${plainTitle(entry) ?? kindName(entry)}`);
    const before = [...this.#picker.options].map((option) => option.text);
    if (labels.join('\n') !== before.join('\n')) {
      this.#picker.replaceChildren(...labels.map((label) => element('option', {}, label)));
    }
    this.#picker.selectedIndex = current ?? -1;
    this.#picker.title = labels[current ?? -1] ?? '';
  }

  /** Offers to show the whole lesson, where it has demos enough. */
  offerWhole(offered: boolean, on: boolean): void {
    this.#whole.hidden = !offered;
    this.#whole.setAttribute('aria-pressed', String(on));
  }

  show(root: Element, tools: readonly Element[]): void {
    if (this.#main.firstElementChild === root) return;
    this.#main.replaceChildren(root);
    this.#tools.replaceChildren(...tools);
  }

  /** A word at the foot of the panel, for a few seconds. */
  say(message: string): void {
    clearTimeout(this.#silence);
    this.#announcement.textContent = message;
    this.#silence = setTimeout(() => {
      this.#announcement.textContent = '';
    }, 5000);
  }
}

/** A heading as one reads it: without the marks of emphasis, code and links. */
function plainTitle(entry: SubjectEntry | undefined): string | undefined {
  const title = entry?.title
    ?.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~]+/g, '')
    .trim();
  return title || undefined;
}

const kindName = (entry: SubjectEntry): string => (entry.kind === 'diagram' ? say`Diagram` : say`Demo: ${entry.kind}`);
