import {
  precisionResultsOf,
  type RoundedProduct,
  roundedProduct,
  roundedTensor,
} from '../../../src/core/demos/precision/precision-problem';
import { say } from '../../../src/core/l10n/say';
import { dequantised } from '../../../src/core/reference/precision/quantise';
import { Tensor } from '../../../src/core/reference/tensor';
import type { DemoModule } from '../demo-view';
import { difference } from '../difference';
import { PrecisionView } from './precision-view';

/** What the view draws beside the results. */
export interface PrecisionTrace {
  /** Numbers of terms after which the sums are shown. */
  readonly at: readonly number[];
  readonly product: RoundedProduct;
  /** The tensor as its rounded values stand for it. */
  readonly back: Float64Array;
}

/** Values, a tensor and sums in fewer bits; the product of the rounded factors is computed by the kernels too. */
export const precisionDemo: DemoModule<'precision', PrecisionTrace> = {
  knobs: [
    { path: 'format' },
    { path: 'scaling.kind', label: say`scaling` },
    { path: 'scaling.block', label: say`block`, slider: { min: 1, max: 4096, log: true } },
    { path: 'deviation', slider: { min: 1e-6, max: 1e6, log: true } },
    { path: 'outliers', slider: { min: 1, max: 1e5, log: true } },
    { path: 'terms', slider: { min: 16, max: 65_536, log: true } },
    { path: 'accumulate.bits', label: say`bits of sums`, slider: { min: 4, max: 24 } },
    { path: 'accumulate.every', label: say`to fp32 every`, slider: { min: 16, max: 4096, log: true } },
  ],
  viewKeys: [],
  *solve({ problem }) {
    const at = countsTo(problem.setup.terms);
    const product = yield* roundedProduct(problem, at);
    const back = dequantised(roundedTensor(problem));
    return { results: precisionResultsOf(problem, product), trace: { at, product, back } };
  },
  async prove({ problem }, { trace }, engine, signal) {
    const { left, right, rounded } = trace.product;
    if (![...left, ...right].every((row) => row.every(Number.isFinite))) return undefined;
    const matrix = (rows: readonly Float64Array[]) =>
      new Tensor([rows.length, problem.setup.terms], Float64Array.from(rows.flatMap((row) => [...row])));
    const answer = await engine.within(signal).matmul(matrix(left), matrix(right), { transposeB: true });
    const size = rounded.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
    const apart = difference(answer.result.data, rounded) / size;
    const note = say`The product of the rounded factors was computed there in 32 bits; of its greatest sum, that is how far.`;
    return { answer, difference: apart, note };
  },
  createView: (host) => new PrecisionView(host),
};

/** Powers of two up to all terms. */
function countsTo(terms: number): number[] {
  const powers = Array.from({ length: Math.floor(Math.log2(terms)) + 1 }, (_, i) => 2 ** i);
  return [...new Set([...powers, terms])];
}
