import assert from 'node:assert/strict';
import {
  absorbedLatentAttention,
  expandedLatentAttention,
  type LatentAttentionWeights,
  latentParts,
} from '../../../src/core/reference/latent-attention';
import { Random } from '../../../src/core/reference/random';

const [heads, headWidth, ropeWidth, latentRank, queryRank, model, tokens] = [3, 8, 4, 6, 10, 16, 7];

function problem(seed: number): { hidden: ReturnType<Random['gaussians']>; weights: LatentAttentionWeights } {
  const random = new Random(seed);
  const matrix = (...shape: number[]) => random.gaussians(shape, 1 / Math.sqrt(shape.at(-1)!));
  return {
    hidden: random.gaussians([tokens, model]),
    weights: {
      queryDown: matrix(queryRank, model),
      queryUp: matrix(heads * (headWidth + ropeWidth), queryRank),
      latentDown: matrix(latentRank, model),
      keyRope: matrix(ropeWidth, model),
      keyUp: matrix(heads, headWidth, latentRank),
      valueUp: matrix(heads, 5, latentRank),
    },
  };
}

describe('latent attention', () => {
  it('gives the same answer expanded and absorbed, to 2e-15', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { hidden, weights } = problem(seed);
      const parts = latentParts(hidden, weights);
      const expanded = expandedLatentAttention(parts, weights.keyUp, weights.valueUp, { causal: true });
      const absorbed = absorbedLatentAttention(parts, weights.keyUp, weights.valueUp, { causal: true });
      assert.deepEqual(expanded.output.shape, [heads, tokens, 5]);
      const error = (x: Float64Array, y: Float64Array) => Math.max(...x.map((value, i) => Math.abs(value - y[i]!)));
      assert.ok(error(expanded.weights.data, absorbed.weights.data) < 2e-15);
      assert.ok(error(expanded.output.data, absorbed.output.data) < 2e-15);
    }
  });

  it('scores by (q_C·k_C + q_R·k_R)/√(d_h + d_R), worked out for one pair', () => {
    const { hidden, weights } = problem(3);
    const parts = latentParts(hidden, weights);
    const dot = (x: ArrayLike<number>, y: ArrayLike<number>) =>
      Array.from(x).reduce((sum, value, i) => sum + value * y[i]!, 0);
    const score = (head: number, query: number, key: number) => {
      const content = Array.from({ length: headWidth }, (_, i) =>
        dot(weights.keyUp.row(head, i), parts.latent.row(key)),
      );
      const product =
        dot(parts.queryContent.row(head, query), content) +
        dot(parts.queryRope.row(head, query), parts.keyRope.row(key));
      return product / Math.sqrt(headWidth + ropeWidth);
    };
    const { weights: map } = expandedLatentAttention(parts, weights.keyUp, weights.valueUp);
    const ratio = map.at(2, 4, 1) / map.at(2, 4, 6);
    assert.ok(Math.abs(Math.log(ratio) - (score(2, 4, 1) - score(2, 4, 6))) < 1e-13);
  });
});
