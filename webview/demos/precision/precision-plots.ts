import { relativeRms } from '../../../src/core/demos/precision/precision-problem';
import type { PrecisionSetup } from '../../../src/core/demos/precision/precision-setup';
import { say } from '../../../src/core/l10n/say';
import {
  type FormatName,
  type NumberFormat,
  numberFormats,
  roundTo,
  smallestExponent,
} from '../../../src/core/reference/precision/number-format';
import type { BarRowsData } from '../parts/bar-rows';
import { inWords } from '../parts/in-words';
import type { PlotPoint, PlotSeries } from '../parts/plot';
import type { PlotWithTable } from '../parts/plot-figure';
import type { PrecisionTrace } from './precision-demo';

export const formatNames = Object.keys(numberFormats) as FormatName[];

const [lowest, highest] = [-30, 20];

/** The most that rounding can take of a value of this size, as a share of it. */
function worstError({ mantissaBits, largest, ...format }: NumberFormat, exponent: number): number {
  const value = 2 ** exponent;
  if (value > largest) return 1 - largest / value;
  const step = 2 ** (Math.max(exponent, smallestExponent({ mantissaBits, largest, ...format })) - mantissaBits);
  return Math.min(1, step / 2 / value);
}

/** What a value loses at most over its size, a line for each format, and the lesson's values. */
export function errorOverSize({ name, format, values, overflow }: PrecisionSetup): PlotWithTable {
  const exponents = Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i);
  const lines = formatNames.map(
    (one, hue): PlotSeries => ({
      ...{ kind: 'line', name: one === name ? say`${one}, this lesson` : one, dash: one !== name, hue },
      points: exponents.map((exponent) => ({ x: 2 ** exponent, y: worstError(numberFormats[one], exponent) })),
    }),
  );
  const dots = values.flatMap((value): PlotPoint[] => {
    const rounded = roundTo(value, format, overflow);
    const off = Math.abs(rounded - value) / Math.abs(value);
    const isShown = off > 0 && Math.abs(value) >= 2 ** lowest && Math.abs(value) <= 2 ** highest;
    return isShown
      ? [
          {
            x: Math.abs(value),
            y: off,
            say: say`${inWords(value)} becomes ${inWords(rounded)}, off by ${percent(off)}`,
          },
        ]
      : [];
  });
  return {
    data: {
      name: say`What rounding takes of a value at most, over its size, by format`,
      ...{ x: { label: say`size of the value`, log: true }, y: { label: say`error, share of the value`, log: true } },
      series: [
        ...lines,
        ...(dots.length > 0 ? [{ kind: 'dots' as const, name: say`values`, hue: 5, points: dots }] : []),
      ],
    },
    table: {
      columns: [say`size`, ...formatNames],
      rows: exponents.map((exponent) => [
        2 ** exponent,
        ...formatNames.map((one) => worstError(numberFormats[one], exponent)),
      ]),
    },
  };
}

/** Values of the tensor by their size, before and after rounding: a column for each power of two, the first for zeros. */
export function tensorBars(
  tensor: ArrayLike<number>,
  back: ArrayLike<number>,
): BarRowsData & { readonly sizes: readonly string[] } {
  const binOf = (value: number) => (value === 0 ? undefined : Math.floor(Math.log2(Math.abs(value))));
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const values of [tensor, back])
    for (let i = 0; i < values.length; i++) {
      const bin = binOf(values[i]!);
      if (bin === undefined || !Number.isFinite(bin)) continue;
      low = Math.min(low, bin);
      high = Math.max(high, bin);
    }
  if (low > high) [low, high] = [0, 0];
  const columns = high - low + 2;
  const counts = (values: ArrayLike<number>) => {
    const found = new Float64Array(columns);
    for (let i = 0; i < values.length; i++) {
      const bin = binOf(values[i]!);
      if (bin === undefined) found[0]!++;
      else if (Number.isFinite(bin)) found[bin - low + 1]!++;
    }
    return found;
  };
  const [before, after] = [counts(tensor), counts(back)];
  const sizes = Array.from({ length: columns }, (_, column) =>
    column === 0 ? say`zero` : say`from 2^${low + column - 1} to 2^${low + column}`,
  );
  return {
    name: say`Values of the tensor by their size, before and after rounding; the first column is zero`,
    columns,
    rows: [
      { name: say`before`, values: before },
      { name: say`after`, values: after, strong: (column) => column === 0 },
    ],
    dividers: [1],
    say: (column) => say`${sizes[column]}: ${before[column]} values before, ${after[column]} after`,
    sizes,
  };
}

/** Errors of the sums over the number of their terms: of rounding the factors, of summing in few bits, and of both. */
export function errorOverTerms({ at, product }: PrecisionTrace, setup: PrecisionSetup): PlotWithTable | undefined {
  const { left, right, kept } = product;
  const bits = setup.accumulate.bits;
  const sums = at.map((terms) => exactSums(left, right, terms));
  const errors = at.map((_, i) => relativeRms(kept[i]!, sums[i]!));
  if (!errors.every(Number.isFinite)) return undefined;
  const points = (values: readonly number[]) => at.flatMap((x, i) => (values[i]! > 0 ? [{ x, y: values[i]! }] : []));
  const every = setup.accumulate.every;
  const how = every === undefined ? say`${bits} bits` : say`${bits} bits, to fp32 every ${every}`;
  const end = errors.at(-1)!;
  return {
    data: {
      name: say`Error of summing over the number of terms`,
      ...{ x: { label: say`terms`, log: true }, y: { label: say`error, share of the sums`, log: true } },
      series: [
        { kind: 'line', name: say`sums of ${how}`, hue: 0, points: points(errors) },
        {
          ...{ kind: 'dots', name: say`all terms`, big: true, hue: 3 },
          points:
            end > 0 ? [{ x: at.at(-1)!, y: end, say: say`After ${at.at(-1)} terms: off by ${percent(end)}` }] : [],
        },
      ],
    },
    table: { columns: [say`terms`, say`error of summing`], rows: at.map((terms, i) => [terms, errors[i]!]) },
  };
}

function exactSums(left: readonly Float64Array[], right: readonly Float64Array[], terms: number): number[] {
  return left.flatMap((row) =>
    right.map((column) => {
      let sum = 0;
      for (let i = 0; i < terms; i++) sum += row[i]! * column[i]!;
      return sum;
    }),
  );
}

export const percent = (share: number): string => `${inWords(100 * share, 3)}%`;
