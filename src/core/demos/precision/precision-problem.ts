import { accumulated } from '../../reference/precision/accumulate';
import { bitsOf, epsilon, roundTo, smallestNormal, smallestValue } from '../../reference/precision/number-format';
import { dequantised, type Quantised, quantise } from '../../reference/precision/quantise';
import { Random } from '../../reference/random';
import { transformer } from '../../reference/transformer';
import type { DemoHost } from '../demo-definition';
import { tokenise } from '../model/language-model';
import { finite, numbersOf } from '../result';
import type { Work } from '../work';
import type { PrecisionResults } from './precision-keys';
import type { PrecisionSetup } from './precision-setup';

/** What is rounded: a tensor, and two factors of a product of 8 × 8 sums. */
export interface PrecisionProblem {
  readonly setup: PrecisionSetup;
  readonly tensor: Float64Array;
  /** `[8][terms]`. */
  readonly left: readonly Float64Array[];
  readonly right: readonly Float64Array[];
}

/** Rows of each factor. */
const edge = 8;
/** Values of a tensor that is drawn. */
const drawn = 16_384;
/** How often a draw is an outlier. */
const rarity = 1 / 1000;

export async function precisionProblem(setup: PrecisionSetup, { models }: DemoHost): Promise<PrecisionProblem> {
  const { deviation, outliers, mean, terms, seed } = setup;
  const draws = (stream: string, count: number, of: { mean: number; outliers: number }) => {
    const random = new Random(seed, `precision/${stream}`);
    return Float64Array.from({ length: count }, () => {
      const value = deviation * (random.gaussian() + of.mean);
      return random.uniform() < rarity ? value * of.outliers : value;
    });
  };
  const rows = (stream: string, of: number) =>
    Array.from({ length: edge }, (_, row) => draws(`${stream}${row}`, terms, { mean, outliers: of }));
  return {
    setup,
    tensor:
      setup.tensor === 'gaussian' ? draws('tensor', drawn, { mean: 0, outliers }) : await activationsOf(setup, models),
    left: rows('left', outliers),
    right: rows('right', 1),
  };
}

async function activationsOf({ tensor }: PrecisionSetup, models: DemoHost['models']): Promise<Float64Array> {
  const model = await models.load(tensor);
  const read = tokenise(model, model.example);
  const ids = 'ids' in read ? read.ids : [0];
  return transformer(model.network, ids).blocks.at(-1)!.output.data;
}

export interface RoundedProduct {
  /** The rounded factors, `[8][terms]` each. */
  readonly left: readonly Float64Array[];
  readonly right: readonly Float64Array[];
  /** `[8 · 8]`. */
  readonly exact: Float64Array;
  /** The same of the rounded factors, summed exactly. */
  readonly rounded: Float64Array;
  /** `[sums kept][8 · 8]`, after each of the asked numbers of terms. */
  readonly kept: readonly Float64Array[];
}

export function* solvePrecision(problem: PrecisionProblem): Work<PrecisionResults> {
  const product = yield* roundedProduct(problem, [problem.setup.terms]);
  return precisionResultsOf(problem, product);
}

/** The tensor as the format has it. */
export const roundedTensor = ({ setup, tensor }: PrecisionProblem): Quantised =>
  quantise(tensor, setup.format, setup.scaling, setup.overflow);

/** @param product whose last kept sums are those of all terms */
export function precisionResultsOf(problem: PrecisionProblem, product: RoundedProduct): PrecisionResults {
  const { setup, tensor } = problem;
  const { format, overflow } = setup;
  const rounded = setup.values.map((value) => roundTo(value, format, overflow));
  const quantised = roundedTensor(problem);
  const sums = product.kept.at(-1)!;
  return {
    rounded: numbersOf(rounded),
    bits: rounded.map((value) => bitsOf(value, format)),
    relative_errors: rounded.map((value, i) => relativeError(value, setup.values[i]!)),
    ...{ epsilon: epsilon(format), largest: format.largest },
    ...{ smallest_normal: smallestNormal(format), smallest: smallestValue(format) },
    tensor_error: finite(relativeRms(dequantised(quantised), tensor)),
    tensor_typical_error: median(dequantised(quantised), tensor),
    tensor_zeros: share(tensor, (value, i) => value !== 0 && quantised.codes[i] === 0),
    tensor_cut: share(tensor, (value, i) => isCut(value, i, quantised, format.largest)),
    product_error: finite(relativeRms(sums, product.exact)),
    rounding_error: finite(relativeRms(product.rounded, product.exact)),
    accumulation_error: finite(relativeRms(sums, product.rounded)),
  };
}

/** The product of the factors, exact and as it is rounded and summed, after each of some numbers of terms. */
export function* roundedProduct(problem: PrecisionProblem, at: readonly number[]): Work<RoundedProduct> {
  const { setup, left, right } = problem;
  const [a, b] = [left, right].map((rows) => rows.map((row) => quantisedRow(row, rows, setup)));
  const [leftBack, rightBack] = [a!.map(dequantised), b!.map(dequantised)];
  const last = at.at(-1)!;
  const [exact, rounded] = [new Float64Array(edge * edge), new Float64Array(edge * edge)];
  const kept = at.map(() => new Float64Array(edge * edge));
  for (let row = 0; row < edge; row++)
    for (let column = 0; column < edge; column++) {
      yield;
      const [x, y] = [a![row]!, b![column]!];
      const index = row * edge + column;
      exact[index] = dot(left[row]!, right[column]!, last);
      rounded[index] = dot(leftBack[row]!, rightBack[column]!, last);
      const every = setup.accumulate.every ?? last;
      const scale = (interval: number) => {
        const block = Math.floor((interval * every) / x.block);
        return x.scales[block]! * y.scales[block]!;
      };
      for (const [i, sum] of accumulated(x.codes, y.codes, setup.accumulate, at, scale).entries())
        kept[i]![index] = sum;
    }
  return { left: leftBack, right: rightBack, exact, rounded, kept };
}

/** A factor's row in the format. One scale for all is that of all rows together. */
function quantisedRow(row: Float64Array, rows: readonly Float64Array[], setup: PrecisionSetup): Quantised {
  const { format, scaling, overflow, scalingKind } = setup;
  if (scalingKind !== 'tensor') return quantise(row, format, scaling, overflow);
  const most = rows.reduce((greatest, one) => (greatestOf(one) > greatestOf(greatest) ? one : greatest));
  const { scales } = quantise(most, format, scaling, overflow);
  const codes = row.map((value) => roundTo(value / scales[0]!, format, overflow));
  return { codes, scales, block: row.length };
}

const greatestOf = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

function dot(left: Float64Array, right: Float64Array, terms: number): number {
  let sum = 0;
  for (let i = 0; i < terms; i++) sum += left[i]! * right[i]!;
  return sum;
}

/** The root mean square of differences over that of the values. */
export function relativeRms(found: ArrayLike<number>, wanted: ArrayLike<number>): number {
  let [off, all] = [0, 0];
  for (let i = 0; i < wanted.length; i++) {
    off += (found[i]! - wanted[i]!) ** 2;
    all += wanted[i]! ** 2;
  }
  return Math.sqrt(off / all);
}

/** The median of the errors, each a share of its own value. */
function median(found: Float64Array, wanted: Float64Array): number | null {
  const errors = Float64Array.from(wanted, (value, i) => Math.abs(found[i]! - value) / Math.abs(value)).filter(
    (error) => !Number.isNaN(error),
  );
  return finite(errors.sort()[errors.length >> 1] ?? Number.NaN);
}

function relativeError(rounded: number, value: number): number | null {
  if (value === 0) return 0;
  return finite(Math.abs(rounded - value) / Math.abs(value));
}

const share = (values: Float64Array, test: (value: number, index: number) => boolean): number =>
  values.reduce((count, value, i) => count + (test(value, i) ? 1 : 0), 0) / values.length;

/** Whether a value, scaled, is beyond the greatest of the format by more than rounding. */
const isCut = (value: number, index: number, { scales, block }: Quantised, largest: number): boolean =>
  Math.abs(value) / scales[Math.floor(index / block)]! > largest * (1 + 1e-12);
