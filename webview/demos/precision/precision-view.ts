import { say } from '../../../src/core/l10n/say';
import { bitsOf, numberFormats, roundTo } from '../../../src/core/reference/precision/number-format';
import { element } from '../../dom';
import type { DemoView, DemoViewHost, Shown, Table } from '../demo-view';
import { BarRows } from '../parts/bar-rows';
import { Figure } from '../parts/figure';
import { inWords } from '../parts/in-words';
import { Plot } from '../parts/plot';
import { PlotFigure } from '../parts/plot-figure';
import { TableSection } from '../parts/table-section';
import type { PrecisionTrace } from './precision-demo';
import { errorOverSize, errorOverTerms, formatNames, percent, tensorBars } from './precision-plots';

type ShownPrecision = Shown<'precision', PrecisionTrace>;

/** Errors over size, each value with its bits, the tensor before and after, and the error of sums over their terms. */
export class PrecisionView implements DemoView<'precision', PrecisionTrace> {
  readonly root: HTMLElement;
  readonly #size: PlotFigure;
  readonly #values: TableSection;
  readonly #bars = new BarRows();
  readonly #tensor: Figure;
  readonly #tensorWords = element('p', {});
  readonly #terms: PlotFigure;
  readonly #sums = element('ul', { class: 'sums' });
  #shown: ShownPrecision | undefined;

  constructor(host: DemoViewHost) {
    this.#size = new PlotFigure(say`What a value loses, by its size`, host, new Plot());
    this.#values = new TableSection(say`Value by value`, host);
    this.#tensor = new Figure(this.#bars, host, { words: [this.#tensorWords] });
    this.#terms = new PlotFigure(say`What sums lose, by their length`, host, new Plot());
    this.root = element(
      'div',
      { class: 'precision' },
      this.#size.element,
      this.#values.element,
      this.#tensor.element,
      element('section', { class: 'view-section' }, element('h2', {}, say`The product`), this.#sums),
      this.#terms.element,
    );
  }

  update(shown: ShownPrecision): void {
    this.#shown = shown;
    const { prepared, results, theme, trace } = shown;
    const { setup, tensor } = prepared.problem;
    this.#size.show(errorOverSize(setup), theme);
    this.#values.update(this.table());
    const bars = tensorBars(tensor, trace.back);
    const title = say`The tensor in ${setup.name}, by the size of its values`;
    this.#bars.update(bars, theme);
    this.#tensor.update(title, () => ({
      columns: ['', ...bars.rows.map(({ name }) => name)],
      rows: bars.sizes.map((size, column) => [size, ...bars.rows.map(({ values }) => values[column]!)]),
    }));
    const off = results.tensor_error === null ? say`not finite` : percent(results.tensor_error);
    this.#tensorWords.textContent = say`Off by ${off} in all, an ordinary value by ${results.tensor_typical_error === null ? say`all` : percent(results.tensor_typical_error)}; ${percent(results.tensor_zeros!)} of the values become 0, ${percent(results.tensor_cut!)} are beyond the greatest of the format.`;
    this.#sums.replaceChildren(...productWords(shown).map((line) => element('li', {}, line)));
    this.#terms.show(errorOverTerms(trace, setup), theme);
  }

  picture(): SVGSVGElement | undefined {
    return this.#size.picture();
  }

  table(): Table {
    const setup = this.#shown?.prepared.problem.setup;
    if (!setup) return { columns: [], rows: [] };
    const others = formatNames.filter((name) => name !== setup.name);
    return {
      columns: [say`value`, setup.name, say`off by`, say`bits`, ...others],
      rows: setup.values.map((value) => {
        const rounded = roundTo(value, setup.format, setup.overflow);
        const off = value === 0 ? '0%' : percent(Math.abs(rounded - value) / Math.abs(value));
        return [
          ...[exactly(value), exactly(rounded), off, bitsOf(rounded, setup.format)],
          ...others.map((name) => exactly(roundTo(value, numberFormats[name], setup.overflow))),
        ];
      }),
    };
  }
}

/** A value with up to nine digits, which tell every fp32 apart. */
const exactly = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(9))).replace('e+', 'e') : inWords(value);

function productWords({ prepared, results }: ShownPrecision): string[] {
  const { terms, accumulate } = prepared.problem.setup;
  const share = (value: number | null) => (value === null ? say`not finite` : percent(value));
  const every = accumulate.every === undefined ? '' : say`, added up in fp32 every ${accumulate.every} terms`;
  return [
    say`64 sums of ${terms} terms: off by ${share(results.product_error)}`,
    say`Of it by rounding the factors alone: ${share(results.rounding_error)}`,
    say`By summing in ${accumulate.bits} bits alone${every}: ${share(results.accumulation_error)}`,
  ];
}
