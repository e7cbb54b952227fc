import { yearOf } from '../../../src/core/demos/growth/growth-problem';
import type { GrowthSetup, Limit, Quantity } from '../../../src/core/demos/growth/growth-setup';
import { say } from '../../../src/core/l10n/say';
import { valueAfter } from '../../../src/core/reference/growth/growth';
import { inWords } from '../parts/in-words';
import type { PlotSeries } from '../parts/plot';
import type { PlotWithTable } from '../parts/plot-figure';

const count = 61;

/** Every quantity over the years, as a multiple of its start; limits as multiples of the start of what meets them. */
export function growthOverYears(setup: GrowthSetup): PlotWithTable {
  const { quantities, limits, from, until, at } = setup;
  const years = Array.from({ length: count }, (_, i) => from + ((until - from) * i) / (count - 1));
  const line = (of: Limit['value'], start: number) =>
    years.map((year) => ({ x: year, y: valueAfter(of, year - from) / start }));
  const met = limits.flatMap((limit) => {
    const year = yearOf(setup, limit);
    return year === undefined || year > until ? [] : [{ limit, year }];
  });
  const series: PlotSeries[] = [
    ...quantities.map(
      (quantity, hue): PlotSeries => ({
        ...{ kind: 'line', name: quantity.name, hue, points: line(quantity, quantity.start) },
      }),
    ),
    ...limits.map(
      (limit, i): PlotSeries => ({
        ...{ kind: 'line', name: limitName(limit), dash: true, hue: quantities.length + i },
        points: line(limit.value, limit.quantity.start),
      }),
    ),
    ...(met.length > 0
      ? [
          {
            ...{ kind: 'dots' as const, name: say`a limit is met`, big: true, hue: 3 },
            points: met.map(({ limit, year }) => ({
              x: year,
              y: valueAfter(limit.quantity, year - from) / limit.quantity.start,
              say: say`${limit.quantity.name} meets ${limit.name} in ${yearWords(year)}`,
            })),
          },
        ]
      : []),
  ];
  return {
    data: {
      name: say`Growth from ${inWords(from)} to ${inWords(until)}, as multiples of the start`,
      ...{ x: { label: say`year`, log: false }, y: { label: say`times the start`, log: true }, series },
      ...(at > from && at < until && { at }),
    },
    table: {
      columns: [say`year`, ...quantities.map(headOf)],
      rows: years.map((year) => [
        Number(year.toFixed(2)),
        ...quantities.map((quantity) => valueAfter(quantity, year - from)),
      ]),
    },
  };
}

export const headOf = ({ name, unit }: Quantity): string => (unit === undefined ? name : `${name}, ${unit}`);

const limitName = ({ name, quantity }: Limit): string => say`${name}, limit of ${quantity.name}`;

/** A year with its month's worth of digits: 2027.98. */
export const yearWords = (year: number): string => (Number.isInteger(year) ? `${year}` : year.toFixed(2));
