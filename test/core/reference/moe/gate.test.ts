import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type GateOptions, gate } from '../../../../src/core/reference/moe/gate';
import { topK, topP } from '../../../../src/core/reference/moe/top-k';
import { Random } from '../../../../src/core/reference/random';
import { Tensor } from '../../../../src/core/reference/tensor';
import { assertClose } from '../../../support/close';

const logits = Tensor.from([[0.4, -1.2, 1.1, 0.3, -0.6, 0.9, 2, -2.2]]);
const bias = [0, 0.1, -0.3, 0.2, 0.15, -0.05, -0.4, 0.3];
const golden: GateOptions = { score: 'sigmoid', topK: 3, groups: { count: 4, keep: 2 }, scale: 2.5, bias };

describe('topK', () => {
  it('takes the largest, ties to the lower index', () => {
    assert.deepEqual(topK([1, 3, 3, 2, 3], 3), [1, 2, 4]);
    assert.deepEqual(topK([0, 0, 0], 2), [0, 1]);
    assert.deepEqual(topK([5, 1], 4), [0, 1]);
    assert.deepEqual(topK([5, 9, 1], 2, [0, 1, 0]), [0, 2]);
  });

  it('agrees with a stable sort', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 })), fc.nat(12), (scores, k) => {
        const order = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b);
        assert.deepEqual(topK(scores, k), order.slice(0, k));
      }),
    );
  });

  it('takes the smallest set that reaches p', () => {
    assert.deepEqual(topP([0.1, 0.5, 0.25, 0.15], 0.4), [1]);
    assert.deepEqual(topP([0.1, 0.5, 0.25, 0.15], 0.7), [1, 2]);
    assert.deepEqual(topP([0.25, 0.25, 0.25, 0.25], 1), [0, 1, 2, 3]);
  });
});

describe('gate', () => {
  it('gives the golden vector of group-limited sigmoid selection with a bias', () => {
    const routing = gate(logits, golden);
    assert.deepEqual([...routing.experts], [3, 5, 4]);
    assertClose(routing.weights.data, [0.875816, 1.083939, 0.540245], 5e-7);
    assert.deepEqual([...routing.dropped], [1, 1, 0, 0, 0, 0, 1, 1]);
  });

  it('gives the golden vector without the bias', () => {
    const routing = gate(logits, { ...golden, bias: new Float64Array(8) });
    assert.deepEqual([...routing.experts], [2, 5, 3]);
    assertClose(routing.weights.data, [0.9214, 0.873123, 0.705477], 5e-7);
  });

  it('names where the conventions part: a bias below every score', () => {
    const low = { ...golden, bias: bias.map((b) => b - 1) };
    assert.deepEqual([...gate(logits, { ...low, convention: 'deepseek' }).experts], [3, 5, 4]);
    assert.deepEqual([...gate(logits, { ...low, convention: 'megatron' }).experts], [3, 5, 4]);
    assert.deepEqual([...gate(logits, { ...low, convention: 'transformers' }).experts], [0, 1, 6]);
  });

  it('judges a group by its best floor(k/keep) scores in the megatron convention', () => {
    const row = Tensor.from([[2, -9, 1.2, 1.2, 1.1, 1.1]]);
    const options: GateOptions = { score: 'sigmoid', topK: 1, groups: { count: 3, keep: 1 } };
    assert.deepEqual([...gate(row, options).experts], [2]);
    assert.deepEqual([...gate(row, { ...options, convention: 'megatron' }).experts], [0]);
  });

  it('judges a group by its best score alone where scores are a softmax', () => {
    const row = Tensor.from([[2, -9, 1.9, 1.9]]);
    assert.deepEqual([...gate(row, { score: 'softmax', topK: 1, groups: { count: 2, keep: 1 } }).experts], [0]);
  });

  it('takes a softmax over the chosen two, as Mixtral does', () => {
    const routing = gate(Tensor.from([[1, 3, 2]]), { score: 'softmax', topK: 2, normalise: true });
    assert.deepEqual([...routing.experts], [1, 2]);
    const e = Math.E;
    assertClose(routing.weights.data, [e / (1 + e), 1 / (1 + e)], 1e-15);
    const raw = gate(Tensor.from([[1, 3, 2]]), { score: 'softmax', topK: 2 });
    assertClose(raw.weights.data, [e ** 3 / (e + e ** 2 + e ** 3), e ** 2 / (e + e ** 2 + e ** 3)], 1e-15);
  });

  it('takes as few experts as reach p', () => {
    const row = Tensor.from([[Math.log(0.7), Math.log(0.3)].concat(Math.log(1e-9)), [0, 0, 0]]);
    const routing = gate(row, { score: 'softmax', topK: 1, adaptive: { p: 0.4 } });
    assert.equal(routing.slots, 2);
    assert.deepEqual([...routing.experts], [0, -1, 0, 1]);
  });

  it('chooses in kept groups only, best first, weights of sigmoid scores summing to the scale', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(1, 2, 3, 4), (seed, keep) => {
        const random = new Random(seed);
        const options: GateOptions = {
          score: 'sigmoid',
          topK: 3,
          groups: { count: 4, keep },
          scale: 2.5,
          bias: random.gaussians([16], 0.3).data,
        };
        const routing = gate(random.gaussians([5, 16]), options);
        for (let token = 0; token < 5; token++) {
          const chosen = [...routing.experts.subarray(token * 3, token * 3 + 3)];
          assert.equal(new Set(chosen).size, 3);
          assert.ok(new Set(chosen.map((e) => Math.floor(e / 4))).size <= keep);
          const selection = chosen.map((expert) => routing.selection.at(token, expert));
          assert.deepEqual(
            selection,
            [...selection].sort((a, b) => b - a),
          );
          assert.ok(Math.abs(routing.weights.row(token).reduce((a, b) => a + b) - 2.5) < 1e-12);
        }
      }),
    );
  });

  it('refuses what cannot be', () => {
    assert.throws(
      () => gate(logits, { ...golden, groups: { count: 3, keep: 1 } }),
      /8 experts do not stand in 3 groups/,
    );
    assert.throws(() => gate(logits, { ...golden, topK: 5 }), /top-5 of 4 experts/);
    assert.throws(() => gate(logits, { ...golden, bias: [1] }), /bias has the shape \[1\], expected \[8\]/);
  });
});
