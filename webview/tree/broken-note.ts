import type { Range } from 'vscode-languageserver-types';
import type { PanelProblem } from '../../src/protocol';
import { element } from '../dom';
import { icon } from '../icons';

/** Says, above the picture, why the text cannot be drawn just now, and leads to the place. */
export class BrokenNote {
  readonly element = element('div', { class: 'note', role: 'status', hidden: true });
  readonly #go: (range: Range) => void;
  #problem: PanelProblem | undefined;
  #message: string | undefined;
  #hasPicture = false;

  constructor(go: (range: Range) => void) {
    this.#go = go;
  }

  /** @param message Mermaid's own words, used until our checks have said it better. */
  show(message: string, hasPicture: boolean): void {
    this.#message = message;
    this.#hasPicture = hasPicture;
    this.#render();
  }

  problems(problems: readonly PanelProblem[]): void {
    this.#problem = problems.find((problem) => problem.severity === 'error');
    this.#render();
  }

  clear(): void {
    this.#message = undefined;
    this.#render();
  }

  #render(): void {
    this.element.hidden = this.#message === undefined;
    if (this.#message === undefined) return;
    const problem = this.#problem;
    const reason = problem?.message ?? firstLine(this.#message);
    const kept = this.#hasPicture ? 'The last good picture stays while the text is broken.' : 'This diagram is broken.';
    const button =
      problem && element('button', { type: 'button', class: 'link' }, `Go to line ${problem.range.start.line + 1}`);
    button?.addEventListener('click', () => this.#go(problem!.range));
    this.element.replaceChildren(
      icon('warning'),
      element('span', {}, element('strong', {}, kept), ' ', reason, ' ', button),
    );
  }
}

/** The first line with words in it: what follows is a drawing of the text and a list of tokens. */
const firstLine = (message: string): string => message.split('\n').find((line) => line.trim() !== '') ?? message;
