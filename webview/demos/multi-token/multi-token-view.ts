import type { MeasuredProblem } from '../../../src/core/demos/multi-token/multi-token-problem';
import { say } from '../../../src/core/l10n/say';
import type { Pass } from '../../../src/core/reference/speculative/speculative';
import { element } from '../../dom';
import type { DemoView, DemoViewHost, Shown, Table } from '../demo-view';
import { inWords } from '../parts/in-words';
import { Plot } from '../parts/plot';
import { PlotFigure } from '../parts/plot-figure';
import { inSeconds } from '../parts/units';
import { gainOverDraft } from './draft-plot';
import type { MultiTokenTrace } from './multi-token-demo';

type ShownMultiToken = Shown<'multi-token', MultiTokenTrace>;

/** The gain over the length of the draft, the sums, and a run of passes with what was accepted and what refused. */
export class MultiTokenView implements DemoView<'multi-token', MultiTokenTrace> {
  readonly root: HTMLElement;
  readonly #gain: PlotFigure;
  readonly #sums = element('ul', { class: 'sums' });
  readonly #passes = element('ol', { class: 'passes' });
  readonly #text = element('p', { class: 'drafted-text' });
  readonly #written: HTMLElement;
  readonly #played: HTMLElement;
  #shown: ShownMultiToken | undefined;

  constructor(host: DemoViewHost) {
    this.#gain = new PlotFigure(say`Longer drafts`, host, new Plot());
    this.#written = section(
      say`What was written`,
      element(
        'p',
        {},
        say`Drafted and accepted is underlined, refused is struck through, all else is the model’s own.`,
      ),
      this.#text,
    );
    this.#played = section(
      say`A run, pass by pass`,
      element('p', {}, say`✓ accepted, ✗ refused, · behind a refused one, ● the model’s own token.`),
      this.#passes,
    );
    this.root = element(
      'div',
      { class: 'multi-token' },
      this.#gain.element,
      section(say`What it gains`, this.#sums),
      this.#written,
      this.#played,
    );
  }

  update(shown: ShownMultiToken): void {
    this.#shown = shown;
    const { measured, played } = shown.trace;
    this.#gain.show(gainOverDraft(measured), shown.theme);
    this.#sums.replaceChildren(...sumsOf(shown).map((line) => element('li', {}, line)));
    this.#written.hidden = measured.passes === undefined;
    this.#text.replaceChildren(...writtenText(measured));
    const passes =
      measured.passes?.slice(1).map(({ drafted, accepted }) => ({ drafted: drafted.length, accepted })) ?? played;
    this.#passes.replaceChildren(...passes.map(passItem));
  }

  picture(): SVGSVGElement | undefined {
    return this.#gain.picture();
  }

  table(): Table {
    return this.#shown ? gainOverDraft(this.#shown.trace.measured).table : { columns: [], rows: [] };
  }
}

function sumsOf({ trace, results }: ShownMultiToken): string[] {
  const { tokens, chances } = trace.measured;
  const { tokens_per_pass: perPass, speed_up: times, best_draft: best, best_speed_up: bestTimes } = results;
  const share = results.accepted_share;
  return [
    say`Tokens a pass: ${inWords(perPass)}, of a draft of ${chances.length}${share === null ? '' : say`, of which ${inWords(100 * share)}% are accepted`}`,
    say`Times as fast: ${inWords(times)}`,
    say`${inWords(tokens)} tokens: ${inWords(results.passes)} passes, ${inSeconds(results.seconds!)}`,
    ...measuredWords(results),
    ...(best === null ? [] : [say`Fastest draft: ${best}, ${inWords(bestTimes)} times as fast`]),
  ];
}

function measuredWords(results: ShownMultiToken['results']): string[] {
  const { measured_acceptance: share, measured_tokens_per_pass: found, measured_passes: passes } = results;
  if (share === null) return [];
  return [
    say`Measured: ${inWords(100 * share, 3)}% of the drafted tokens that were looked at are accepted, ${inWords(found)} tokens a pass over ${passes} passes; the formula says ${inWords(results.tokens_per_pass)}`,
  ];
}

/** The text with the fate of each token; lines and words tell it, so that no colour has to. */
function writtenText({ writing, passes }: MeasuredProblem): Node[] {
  if (!writing || !passes) return [];
  const words = (ids: readonly number[]) => ids.map((id) => writing.by.vocabulary[id]!).join('');
  return [
    element('span', { class: 'given' }, words(writing.ids)),
    ...passes.flatMap(({ drafted, accepted, own }) => [
      ...(accepted > 0 ? [element('ins', { title: say`accepted` }, words(drafted.slice(0, accepted)))] : []),
      ...(accepted < drafted.length ? [element('del', { title: say`refused` }, words([drafted[accepted]!]))] : []),
      document.createTextNode(words([own])),
    ]),
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
