import { yearOf } from '../../../src/core/demos/growth/growth-problem';
import type { GrowthSetup } from '../../../src/core/demos/growth/growth-setup';
import { say } from '../../../src/core/l10n/say';
import { yearlyFactor } from '../../../src/core/reference/growth/growth';
import { element } from '../../dom';
import type { DemoView, DemoViewHost, Shown, Table } from '../demo-view';
import { inWords } from '../parts/in-words';
import { Plot } from '../parts/plot';
import { PlotFigure } from '../parts/plot-figure';
import { TableSection } from '../parts/table-section';
import { growthOverYears, headOf, yearWords } from './growth-plot';

type ShownGrowth = Shown<'growth', undefined>;

/** The quantities over the years, which limit is met when, and the lesson's own table of rates with their sources. */
export class GrowthView implements DemoView<'growth', undefined> {
  readonly root: HTMLElement;
  readonly #growth: PlotFigure;
  readonly #met = element('ul', { class: 'sums' });
  readonly #rates: TableSection;
  readonly #limits: TableSection;
  #shown: ShownGrowth | undefined;

  constructor(host: DemoViewHost) {
    this.#growth = new PlotFigure(say`Growth`, host, new Plot());
    this.#rates = new TableSection(say`Rates, and where they are from`, host);
    this.#limits = new TableSection(say`Limits, and where they are from`, host);
    this.root = element(
      'div',
      { class: 'growth' },
      this.#growth.element,
      element('section', { class: 'view-section' }, element('h2', {}, say`What is met first`), this.#met),
      this.#rates.element,
      this.#limits.element,
    );
  }

  update(shown: ShownGrowth): void {
    this.#shown = shown;
    const { problem } = shown.prepared;
    this.#growth.show(growthOverYears(problem), shown.theme);
    this.#met.replaceChildren(...metWords(problem).map((line) => element('li', {}, line)));
    this.#rates.update(rateTable(problem));
    this.#limits.element.hidden = problem.limits.length === 0;
    const first = problem.limits.findIndex(({ name }) => name === shown.results.first);
    this.#limits.update(limitTable(problem), (row) => (row === first ? say`first` : undefined));
  }

  picture(): SVGSVGElement | undefined {
    return this.#growth.picture();
  }

  table(): Table {
    return this.#shown ? rateTable(this.#shown.prepared.problem) : { columns: [], rows: [] };
  }
}

/** The limits by the year in which they are met, those that never are last. */
function metWords(setup: GrowthSetup): string[] {
  if (setup.limits.length === 0) return [say`The lesson states no limit.`];
  const years = setup.limits.map((limit) => ({ limit, year: yearOf(setup, limit) }));
  const order = (year: number | undefined) => year ?? Number.POSITIVE_INFINITY;
  return years
    .sort((a, b) => order(a.year) - order(b.year))
    .map(({ limit: { name, quantity }, year }) => {
      if (year === undefined) return say`${name}: never met, ${quantity.name} grows no faster`;
      if (year === setup.from) return say`${name}: met from the start by ${quantity.name}`;
      return say`${name}: met by ${quantity.name} in ${yearWords(year)}, ${inWords(year - setup.from, 3)} years on`;
    });
}

const rateTable = ({ quantities, from }: GrowthSetup): Table => ({
  columns: [say`quantity`, say`in ${inWords(from)}`, say`times`, say`in years`, say`times a year`, say`source`],
  rows: quantities.map((quantity) => [
    ...[headOf(quantity), quantity.start, quantity.times, quantity.years, yearlyFactor(quantity), quantity.source],
  ]),
});

const limitTable = (setup: GrowthSetup): Table => ({
  columns: [say`limit`, say`of`, say`value at the start`, say`times a year`, say`met in`, say`source`],
  rows: setup.limits.map((limit) => {
    const { name, quantity, value, source } = limit;
    const year = yearOf(setup, limit);
    return [
      name,
      quantity.name,
      value.start,
      yearlyFactor(value),
      year === undefined ? 'never' : yearWords(year),
      source,
    ];
  }),
});
