import { Random } from '../../../../src/core/reference/random';
import { Tensor } from '../../../../src/core/reference/tensor';

/** Normal draws that f32 holds exactly, so that the reference is given the very same numbers. */
export const gaussian = (shape: readonly number[], seed: number, deviation = 1): Tensor =>
  rounded(new Random(seed, shape.join()).gaussians(shape, deviation));

/** Even draws from -1 to 1, as above. */
export function even(shape: readonly number[], seed: number): Tensor {
  const random = new Random(seed, shape.join());
  return rounded(Tensor.generate(shape, () => 2 * random.uniform() - 1));
}

export const rounded = (x: Tensor): Tensor => new Tensor(x.shape, x.data.map(Math.fround));

/** A whole number from `low` to `high`, small ones more often. */
export function length(random: Random, low: number, high: number): number {
  return low + Math.floor((high - low + 1) * random.uniform() ** 2);
}
