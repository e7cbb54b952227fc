import { expandedLatentAttention, type LatentParts } from '../../../src/core/reference/latent-attention';
import { Random } from '../../../src/core/reference/random';
import { Tensor } from '../../../src/core/reference/tensor';
import type { Operations } from '../operations';
import { drawnEvenly } from './drawn-evenly';
import { relativeDistance } from './relative-distance';
import type { Watch } from './watch';

/** Sizes of latent attention as models are published with them; a value is as wide as a head. */
export interface LatentSizes {
  readonly heads: number;
  readonly headWidth: number;
  readonly latentRank: number;
  readonly ropeWidth: number;
  readonly tokens: number;
}

export interface LatentAtSize {
  readonly heads: number;
  /** Heads of which `checkedQueries` queries were compared with the float64 reference. */
  readonly checkedHeads: number;
  readonly checkedQueries: number;
  /** The largest difference of a weight from the reference. */
  readonly weights: number;
  /** |output - reference|₂/|reference|₂, the largest of any head. */
  readonly output: number;
  /** The same between both forms, over all queries of all heads; undefined where one alone was computed. */
  readonly between: number | undefined;
}

/** Scores of so many pairs, and so many weights of a matrix, are on the device at once. */
const [mostPairs, mostWeights] = [2 ** 21, 2 ** 22];
/** The last queries see the most keys. */
const mostChecked = 64;

/**
 * Causal latent attention of seeded numbers, a few heads at a time, so that no buffer grows with the number of heads and
 * it can be stopped between two. Of each few, one head's last queries are computed by the reference too.
 */
export async function latentAttentionAtSize(
  { heads, headWidth, latentRank, ropeWidth, tokens }: LatentSizes,
  latentAttention: Operations['latentAttention'],
  watch: Watch,
  forms: readonly ('expanded' | 'absorbed')[] = ['expanded', 'absorbed'],
): Promise<LatentAtSize> {
  const random = new Random(0, 'latent attention at size');
  const draw = (shape: readonly number[], deviation = 1): Tensor => drawnEvenly(random, shape, deviation);
  const latent = draw([tokens, latentRank]);
  const keyRope = draw([tokens, ropeWidth]);
  const fit = Math.min(mostPairs / tokens ** 2, mostWeights / headWidth / latentRank);
  const few = Math.max(1, Math.min(heads, Math.floor(fit)));
  const checkedQueries = Math.min(tokens, mostChecked);
  let [checkedHeads, weights, output, between] = [0, 0, 0, 0];
  for (let first = 0; first < heads; first += few) {
    await watch(first, heads);
    const count = Math.min(few, heads - first);
    const parts: LatentParts = {
      queryContent: draw([count, tokens, headWidth]),
      queryRope: draw([count, tokens, ropeWidth]),
      ...{ latent, keyRope },
    };
    const keyUp = draw([count, headWidth, latentRank], latentRank ** -0.5);
    const valueUp = draw([count, headWidth, latentRank], latentRank ** -0.5);
    const answers: Awaited<ReturnType<typeof latentAttention>>[] = [];
    for (const form of forms) answers.push(await latentAttention(form, parts, keyUp, valueUp, { causal: true }));
    const [one, other] = answers;
    if (one && other) between = Math.max(between, relativeDistance(other.output.data, one.output.data));

    const head = checkedHeads % count;
    const from = tokens - checkedQueries;
    const ofHead = (tensor: Tensor): Tensor => new Tensor([1, ...tensor.shape.slice(1)], tensor.row(head));
    const last = (tensor: Tensor): Tensor => {
      const width = tensor.size(-1);
      return new Tensor([1, checkedQueries, width], tensor.row(head).subarray(from * width));
    };
    const expected = expandedLatentAttention(
      { queryContent: last(parts.queryContent), queryRope: last(parts.queryRope), latent, keyRope },
      ofHead(keyUp),
      ofHead(valueUp),
      { causal: true, causalOffset: from },
    );
    for (const answer of answers) {
      weights = Math.max(weights, farthest(last(answer.weights).data, expected.weights.data));
      output = Math.max(output, relativeDistance(last(answer.output).data, expected.output.data));
    }
    checkedHeads++;
  }
  await watch(heads, heads);
  return { heads, checkedHeads, checkedQueries, weights, output, between: forms.length > 1 ? between : undefined };
}

function farthest(a: Float64Array, b: Float64Array): number {
  let most = 0;
  // Not a number is never near.
  for (let i = 0; i < b.length; i++) {
    const off = Math.abs(a[i]! - b[i]!);
    if (!(off <= most)) most = Number.isNaN(off) ? Number.POSITIVE_INFINITY : off;
  }
  return most;
}
