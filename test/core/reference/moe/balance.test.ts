import assert from 'node:assert/strict';
import {
  auxiliaryLoss,
  deviceLoad,
  loadFractions,
  maxViolation,
  meanShares,
  sequenceLoss,
  updateBias,
  zLoss,
} from '../../../../src/core/reference/moe/balance';
import { expertCounts } from '../../../../src/core/reference/moe/capacity';
import { gate } from '../../../../src/core/reference/moe/gate';
import { Tensor } from '../../../../src/core/reference/tensor';
import { assertClose } from '../../../support/close';

const probabilities = [
  [0.7, 0.2, 0.05, 0.05],
  [0.6, 0.3, 0.05, 0.05],
  [0.1, 0.8, 0.05, 0.05],
  [0.25, 0.25, 0.25, 0.25],
];

describe('balance', () => {
  const routing = gate(Tensor.from(probabilities.map((row) => row.map(Math.log))), { score: 'softmax', topK: 1 });
  const counts = expertCounts(routing.experts, 4);

  it('gives the auxiliary loss vector: f [.75, .25, 0, 0], N Σ f P = 1.625', () => {
    assertClose(loadFractions(counts), [0.75, 0.25, 0, 0], 0);
    assert.ok(Math.abs(auxiliaryLoss(routing.scores, counts, 1) - 1.625) < 1e-14);
    assert.ok(Math.abs(auxiliaryLoss(routing.scores, counts) - 0.01625) < 1e-16);
  });

  it('gives α when perfectly balanced, also with several experts a token', () => {
    const even = Tensor.from([
      [0.5, 0.5, 0.5, 0.5],
      [0.5, 0.5, 0.5, 0.5],
    ]);
    assert.equal(auxiliaryLoss(even, [1, 1, 1, 1], 1), 1);
    assert.equal(sequenceLoss(even, [1, 1, 1, 1], 2, 1), 1);
  });

  it('takes sigmoid scores as shares of their sum', () => {
    assertClose(meanShares(Tensor.from([[0.9, 0.3]])), [0.75, 0.25], 1e-15);
  });

  it('gives the sequence-wise loss α Σ f P with f = N/(kT)·count', () => {
    const expected = 1e-4 * ((4 / 4) * (3 * 0.4125 + 1 * 0.3875));
    assert.ok(Math.abs(sequenceLoss(routing.scores, counts, 1) - expected) < 1e-18);
  });

  it('gives the router z-loss', () => {
    assert.ok(
      Math.abs(
        zLoss(
          Tensor.from([
            [0, 0],
            [Math.log(3), 0],
          ]),
        ) -
          (1e-3 * (Math.log(2) ** 2 + Math.log(4) ** 2)) / 2,
      ) < 1e-17,
    );
  });

  it('gives MaxVio', () => {
    assert.equal(maxViolation([4, 0, 0, 0]), 3);
    assert.equal(maxViolation([2, 2, 2]), 0);
    assert.equal(maxViolation([0, 0]), 0);
  });

  it('moves the bias by the sign of the shortfall alone', () => {
    const bias = new Float64Array(3);
    updateBias(bias, [9, 3, 0], 0.1);
    assertClose(bias, [-0.1, 0.1, 0.1], 0);
    updateBias(bias, [1, 1, 1]);
    assertClose(bias, [-0.1, 0.1, 0.1], 0);
  });

  it('sums experts on devices in blocks', () => {
    assert.deepEqual([...deviceLoad([1, 2, 3, 4], 2)], [3, 7]);
    assert.throws(() => deviceLoad([1, 2, 3], 2), /3 experts do not divide among 2 devices/);
  });
});
