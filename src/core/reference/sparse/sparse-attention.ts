import { type AttentionOptions, type AttentionResult, attentionSizes } from '../attention';
import { softmaxInPlace } from '../softmax';
import { Tensor } from '../tensor';
import type { Work } from '../work';
import type { KeyPairs } from './key-pairs';

/** Products that one slice is made of. */
const slice = 2 ** 19;

/**
 * Attention over the listed pairs alone: scores and weights of all others are never computed, -Infinity and 0 in the
 * result. Takes query `[heads, queries, width]`, key `[kvHeads, keys, width]` and value `[kvHeads, keys, valueWidth]` as
 * `attention` does, and with every pair gives what that gives.
 */
export function* sparseAttending(
  query: Tensor,
  key: Tensor,
  value: Tensor,
  { starts, keys: listed }: KeyPairs,
  { temperature = 1, scale = 1 / Math.sqrt(query.size(2)) }: Pick<AttentionOptions, 'temperature' | 'scale'> = {},
): Work<AttentionResult> {
  const { heads, queries, width, kvHeads, keys } = attentionSizes(query, key, value);
  const scores = Tensor.generate([heads, queries, keys], () => Number.NEGATIVE_INFINITY);
  const weights = new Tensor([heads, queries, keys]);
  const output = new Tensor([heads, queries, value.size(2)]);
  let products = 0;
  for (let row = 0; row < heads * queries; row++) {
    const [head, place] = [Math.floor(row / queries), row % queries];
    const shared = Math.floor(head / (heads / kvHeads));
    const own = listed.subarray(starts[row], starts[row + 1]);
    products += own.length * (width + value.size(2));
    if (products > slice) {
      products = 0;
      yield;
    }
    const asked = query.row(head, place);
    const score = Float64Array.from(own, (at) => (scale / temperature) * dot(asked, key.row(shared, at)));
    const [scoreRow, weightRow, mixed] = [scores.row(head, place), weights.row(head, place), output.row(head, place)];
    for (const [i, at] of own.entries()) scoreRow[at] = score[i]!;
    softmaxInPlace(score);
    for (const [i, at] of own.entries()) {
      weightRow[at] = score[i]!;
      for (const [channel, part] of value.row(shared, at).entries()) mixed[channel]! += score[i]! * part;
    }
  }
  return { scores, weights, output };
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
