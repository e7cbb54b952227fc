import type { Random } from '../../../src/core/reference/random';
import { Tensor } from '../../../src/core/reference/tensor';

/** Even draws of the deviation that f32 holds exactly, so that the reference is given the very same numbers. */
export function drawnEvenly(random: Random, shape: readonly number[], deviation = 1): Tensor {
  const reach = Math.sqrt(12) * deviation;
  return Tensor.generate(shape, () => Math.fround(reach * (random.uniform() - 0.5)));
}
