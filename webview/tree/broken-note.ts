import type { Range } from 'vscode-languageserver-types';
import { say } from '../../src/core/l10n/say';
import type { PanelProblem } from '../../src/protocol';
import { element } from '../dom';
import { icon } from '../icons';

export interface BrokenNoteHost {
  /** Shows a place in the source. */
  go(range: Range): void;
  /** Mends the problem at a place. */
  fix(range: Range): void;
  /** The text is said to be broken from now on. @param hasPicture whether the last good one stays */
  said(hasPicture: boolean): void;
}

/** Milliseconds that a text stays broken before that is said beside a picture: while one types, most texts are. */
const patience = 300;

/** Says, above the picture, why the text cannot be drawn just now, leads to the place and offers the mend. */
export class BrokenNote {
  readonly element = element('div', { class: 'note', role: 'status', hidden: true });
  readonly #host: BrokenNoteHost;
  #problem: PanelProblem | undefined;
  #message: string | undefined;
  #hasPicture = false;
  #unsaid: ReturnType<typeof setTimeout> | undefined;

  constructor(host: BrokenNoteHost) {
    this.#host = host;
  }

  /** @param message Mermaid's own words, used until our checks have said it better. */
  show(message: string, hasPicture: boolean): void {
    this.hold();
    const say = () => {
      this.#message = message;
      this.#hasPicture = hasPicture;
      this.#render();
      this.#host.said(hasPicture);
    };
    if (hasPicture && this.element.hidden) this.#unsaid = setTimeout(say, patience);
    else say();
  }

  /** Another text is on its way: what was not said yet of the last one stays unsaid. */
  hold(): void {
    clearTimeout(this.#unsaid);
  }

  problems(problems: readonly PanelProblem[]): void {
    this.#problem = problems.find((problem) => problem.severity === 'error');
    this.#render();
  }

  clear(): void {
    this.hold();
    this.#message = undefined;
    this.#render();
  }

  #render(): void {
    this.element.hidden = this.#message === undefined;
    if (this.#message === undefined) return;
    const problem = this.#problem;
    const kept = this.#hasPicture
      ? say`The last good picture stays while the text is broken.`
      : say`This diagram is broken.`;
    this.element.replaceChildren(
      icon('warning'),
      element(
        'span',
        {},
        element('strong', {}, kept),
        ` ${problem?.message ?? firstLine(this.#message)} `,
        problem && linkButton(say`Go to line ${problem.range.start.line + 1}`, () => this.#host.go(problem.range)),
        problem?.fix !== undefined && ' · ',
        problem?.fix !== undefined && linkButton(problem.fix, () => this.#host.fix(problem.range)),
      ),
    );
  }
}

function linkButton(label: string, press: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'link' }, label);
  button.addEventListener('click', press);
  return button;
}

/** The first line with words in it: what follows is a drawing of the text and a list of tokens. */
const firstLine = (message: string): string =>
  (message.split('\n').find((line) => line.trim() !== '') ?? message).trim().replace(/:$/, '.');
