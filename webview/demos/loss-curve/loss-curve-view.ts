import type { LossCurveTrace } from '../../../src/core/demos/loss-curve/loss-curve-problem';
import { say } from '../../../src/core/l10n/say';
import { element } from '../../dom';
import type { DemoView, DemoViewHost, Shown, Table } from '../demo-view';
import { inWords } from '../parts/in-words';
import { Plot } from '../parts/plot';
import { PlotFigure } from '../parts/plot-figure';
import { lossOverSteps, normsOverSteps } from './curve-plots';

type ShownLossCurve = Shown<'loss-curve', LossCurveTrace>;

/** The curve with its spikes, gradient norm and Z-loss beside it, and what each response cost. */
export class LossCurveView implements DemoView<'loss-curve', LossCurveTrace> {
  readonly root: HTMLElement;
  readonly #losses: PlotFigure;
  readonly #norms: PlotFigure;
  readonly #sums = element('ul', { class: 'sums' });
  #shown: ShownLossCurve | undefined;

  constructor(host: DemoViewHost) {
    this.#losses = new PlotFigure(say`Loss`, host, new Plot());
    this.#norms = new PlotFigure(say`Gradient norm and Z-loss`, host, new Plot());
    const sums = element(
      'section',
      { class: 'view-section' },
      element('h2', {}, say`Spikes and their cost`),
      this.#sums,
    );
    this.root = element('div', { class: 'loss-curve' }, this.#losses.element, sums, this.#norms.element);
  }

  update(shown: ShownLossCurve): void {
    this.#shown = shown;
    this.#losses.show(lossOverSteps(shown.trace), shown.theme);
    this.#norms.show(normsOverSteps(shown.trace), shown.theme);
    this.#sums.replaceChildren(...sumsOf(shown).map((line) => element('li', {}, line)));
  }

  picture(): SVGSVGElement | undefined {
    return this.#losses.picture();
  }

  table(): Table {
    return this.#shown ? lossOverSteps(this.#shown.trace).table : { columns: [], rows: [] };
  }
}

const inSentence: Readonly<Record<string, string>> = {
  wait: say`nothing is done`,
  skip: say`bad batches are left out`,
  'roll-back': say`the run goes back to a checkpoint`,
  'lower-rate': say`the rate is lowered`,
};

function sumsOf({ results, trace }: ShownLossCurve): string[] {
  const { fast_spikes: fast, slow_spikes: slow, steps_in_spikes: steps } = results;
  return [
    say`Spikes: ${fast} fast, ${slow} slow, ${steps} ${steps === 1 ? say`step` : say`steps`} in all`,
    say`Loss at the end: ${inWords(results.final_loss)} nats`,
    ...trace.played.map(({ response, cost }) => say`Steps lost where ${inSentence[response]}: ${cost}`),
  ];
}
