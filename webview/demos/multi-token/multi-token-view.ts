import { say } from '../../../src/core/l10n/say';
import type { Pass } from '../../../src/core/reference/speculative/speculative';
import { element } from '../../dom';
import type { DemoView, DemoViewHost, Shown, Table } from '../demo-view';
import { inWords } from '../parts/in-words';
import { Plot } from '../parts/plot';
import { PlotFigure } from '../parts/plot-figure';
import { inSeconds } from '../parts/units';
import { gainOverDraft } from './draft-plot';

type ShownMultiToken = Shown<'multi-token', readonly Pass[]>;

/** The gain over the length of the draft, the sums, and a run of passes with what was accepted and what refused. */
export class MultiTokenView implements DemoView<'multi-token', readonly Pass[]> {
  readonly root: HTMLElement;
  readonly #gain: PlotFigure;
  readonly #sums = element('ul', { class: 'sums' });
  readonly #passes = element('ol', { class: 'passes' });
  #shown: ShownMultiToken | undefined;

  constructor(host: DemoViewHost) {
    this.#gain = new PlotFigure(say`Longer drafts`, host, new Plot());
    this.root = element(
      'div',
      { class: 'multi-token' },
      this.#gain.element,
      section(say`What it gains`, this.#sums),
      section(
        say`A run, pass by pass`,
        element('p', {}, say`✓ accepted, ✗ refused, · behind a refused one, ● the model’s own token.`),
        this.#passes,
      ),
    );
  }

  update(shown: ShownMultiToken): void {
    this.#shown = shown;
    this.#gain.show(gainOverDraft(shown.prepared.problem), shown.theme);
    this.#sums.replaceChildren(...sumsOf(shown).map((line) => element('li', {}, line)));
    this.#passes.replaceChildren(...shown.trace.map(passItem));
  }

  picture(): SVGSVGElement | undefined {
    return this.#gain.picture();
  }

  table(): Table {
    return this.#shown ? gainOverDraft(this.#shown.prepared.problem).table : { columns: [], rows: [] };
  }
}

function sumsOf({ prepared, results }: ShownMultiToken): string[] {
  const { tokens, chances } = prepared.problem;
  const { tokens_per_pass: perPass, speed_up: times, best_draft: best, best_speed_up: bestTimes } = results;
  const share = results.accepted_share;
  return [
    say`Tokens a pass: ${inWords(perPass)}, of a draft of ${chances.length}${share === null ? '' : say`, of which ${inWords(100 * share)}% are accepted`}`,
    say`Times as fast: ${inWords(times)}`,
    say`${inWords(tokens)} tokens: ${inWords(results.passes)} passes, ${inSeconds(results.seconds!)}`,
    ...(best === null ? [] : [say`Fastest draft: ${best}, ${inWords(bestTimes)} times as fast`]),
  ];
}

/** Signs tell accepted and refused apart, so that no colour has to. */
function passItem({ drafted, accepted }: Pass): HTMLElement {
  const signs = Array.from({ length: drafted }, (_, i) => (i < accepted ? '✓' : i === accepted ? '✗' : '·'));
  const words = say`${accepted} of ${drafted} accepted, ${accepted + 1} ${accepted === 0 ? say`token` : say`tokens`}`;
  return element(
    'li',
    {},
    element('span', { 'aria-hidden': 'true' }, [...signs, '●'].join(' ')),
    element('span', { class: 'pass-words' }, words),
  );
}

const section = (title: string, ...children: HTMLElement[]): HTMLElement =>
  element('section', { class: 'view-section' }, element('h2', {}, title), ...children);
