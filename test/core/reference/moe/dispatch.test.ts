import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dispatch, expertCapacity } from '../../../../src/core/reference/moe/capacity';
import { combine, type Expert, feedForward, mixtureOfExperts } from '../../../../src/core/reference/moe/experts';
import { type GateOptions, gate } from '../../../../src/core/reference/moe/gate';
import { Random } from '../../../../src/core/reference/random';
import { Tensor } from '../../../../src/core/reference/tensor';
import { assertClose } from '../../../support/close';

const logs = (rows: number[][]) => Tensor.from(rows.map((row) => row.map(Math.log)));
const top1: GateOptions = { score: 'softmax', topK: 1 };

describe('capacity', () => {
  it('is ceil(T·k/N·factor), free of rounding noise', () => {
    assert.equal(expertCapacity(8, 1, 4, 1.25), 3);
    assert.equal(expertCapacity(100, 1, 10, 1.1), 11);
    assert.equal(expertCapacity(4096, 6, 64, 1), 384);
  });

  const crowd = logs([
    [0.5, 0.3, 0.2],
    [0.9, 0.06, 0.04],
    [0.7, 0.1, 0.2],
    [0.2, 0.2, 0.6],
  ]);
  const routing = gate(crowd, top1);

  it('keeps the pairs of greatest weight, or the first', () => {
    const kept = (policy: 'probability' | 'position') => [
      ...dispatch(crowd, routing, top1, { capacity: 2, overflow: 'drop', policy }).experts,
    ];
    assert.deepEqual(kept('probability'), [-1, 0, 0, 2]);
    assert.deepEqual(kept('position'), [0, 0, -1, 2]);
  });

  it('sends a lost pair to the next expert with room, and makes its weight anew', () => {
    const sent = dispatch(crowd, routing, top1, { capacity: 1, overflow: 'next-best', policy: 'probability' });
    assert.deepEqual([...sent.experts], [1, 0, -1, 2]);
    assertClose(sent.weights, [0.3, 0.9, 0, 0.6], 1e-15);
    assert.deepEqual([...sent.counts], [3, 0, 1]);
    assert.deepEqual([...sent.load], [1, 1, 1]);
    assert.equal(sent.dropped, 1);
  });

  it('lets the token itself pass for a lost pair', () => {
    const sent = dispatch(crowd, routing, top1, { capacity: 2, overflow: 'residual', policy: 'position' });
    assertClose(sent.passed, [0, 0, 0.7, 0], 1e-15);
    assert.equal(sent.dropped, 1);
  });

  it('loses no pair unaccounted for, and never overfills', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 12 }),
        fc.constantFrom('drop' as const, 'next-best' as const, 'residual' as const),
        fc.constantFrom('probability' as const, 'position' as const),
        (seed, tokens, capacity, overflow, policy) => {
          const options: GateOptions = { score: 'sigmoid', topK: 2, groups: { count: 2, keep: 1 } };
          const x = new Random(seed).gaussians([tokens, 6]);
          const asked = gate(x, options);
          const sent = dispatch(x, asked, options, { capacity, overflow, policy });
          const kept = sent.load.reduce((a, b) => a + b, 0);
          assert.equal(kept + sent.dropped, tokens * 2);
          assert.ok(sent.load.every((load) => load <= capacity));
          for (let token = 0; token < tokens; token++) {
            const mine = [...sent.experts.subarray(token * 2, token * 2 + 2)].filter((expert) => expert >= 0);
            assert.equal(new Set(mine).size, mine.length);
            for (const expert of mine) assert.equal(asked.dropped[token * 6 + expert], 0);
          }
        },
      ),
    );
  });
});

describe('mixtureOfExperts', () => {
  const random = new Random(5);
  const expert = (): Expert => ({
    gate: random.gaussians([3, 4]),
    up: random.gaussians([3, 4]),
    down: random.gaussians([4, 3]),
  });
  const routed = [expert(), expert(), expert()];
  const shared = [expert()];
  const x = random.gaussians([2, 4]);

  it('is the weighted sum of the chosen experts and the shared ones', () => {
    const out = mixtureOfExperts(x, routed, shared, {
      experts: Int32Array.from([2, 0, 1, -1]),
      weights: Float64Array.from([0.7, 0.3, 0.9, 0]),
    });
    const [first, second, third] = routed.map((e) => feedForward(x, e)) as [Tensor, Tensor, Tensor];
    const always = feedForward(x, shared[0]!);
    const expected = [0, 1, 2, 3].flatMap((i) => [0.7 * third.data[i]! + 0.3 * first.data[i]! + always.data[i]!]);
    assertClose(out.row(0), expected, 1e-14);
    assertClose(
      out.row(1),
      [4, 5, 6, 7].map((i) => 0.9 * second.data[i]! + always.data[i]!),
      1e-14,
    );
  });

  it('adds the share of the token that passes by', () => {
    const out = mixtureOfExperts(x, routed, [], {
      experts: Int32Array.from([-1, -1]),
      weights: new Float64Array(2),
      passed: Float64Array.from([0.5, 0]),
    });
    assertClose(out.data, [...x.row(0).map((value) => value / 2), 0, 0, 0, 0], 0);
  });

  it('combines by (token, slot)', () => {
    const answers = Tensor.from([
      [
        [1, 2],
        [10, 20],
      ],
    ]);
    assertClose(combine(answers, [2, 0.5]).data, [7, 14], 0);
  });
});
