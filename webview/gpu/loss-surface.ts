import { Tensor } from '../../src/core/reference/tensor';
import type { Computation } from './computation';
import { float } from './computation';
import type { DeviceTensor } from './device-tensor';

/** L(N, D) = E + A/N^alpha + B/D^beta (Hoffmann et al. 2022, arXiv 2203.15556). */
export interface LossLaw {
  readonly E: number;
  readonly A: number;
  readonly B: number;
  readonly alpha: number;
  readonly beta: number;
}

/** The loss for every pair of a model size N and a number of tokens D: `[models, tokens]`. */
export function lossSurface(
  computation: Computation,
  { E, A, B, alpha, beta }: LossLaw,
  models: ArrayLike<number>,
  tokens: ArrayLike<number>,
): DeviceTensor {
  const out = computation.allocate('loss', [models.length, tokens.length]);
  const terms = (name: string, sizes: ArrayLike<number>, factor: number, exponent: number) =>
    computation.upload(
      name,
      Tensor.generate([sizes.length], (i) => Math.log2(factor) - exponent * Math.log2(sizes[i]!)),
    );
  const count = models.length * tokens.length;
  computation.dispatch({
    kernel: 'loss-surface',
    tensors: [terms('models', models, A, alpha), terms('tokens', tokens, B, beta), out],
    sizes: [models.length, tokens.length, float(E)],
    groups: [Math.ceil(count / 64)],
    work: 24 * count,
  });
  return out;
}
