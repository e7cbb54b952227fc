import assert from 'node:assert/strict';
import { auxiliaryLoss } from '../../../../src/core/reference/moe/balance';
import { gate } from '../../../../src/core/reference/moe/gate';
import {
  auxiliaryLossGradient,
  type Balance,
  drawLogits,
  trainBalance,
} from '../../../../src/core/reference/moe/train-balance';
import { Random } from '../../../../src/core/reference/random';
import { Tensor } from '../../../../src/core/reference/tensor';
import { assertClose } from '../../../support/close';

/** MaxVio of each step: 64 experts, top-6, gaussian preferences. */
function violations(balance: Balance, steps: number, tokens = 2048): number[] {
  const preferences = new Random(83, 'preferences').gaussians([64]).data;
  const random = new Random(83, 'tokens');
  const training = trainBalance(
    () => drawLogits(random, tokens, preferences, 1),
    { score: 'sigmoid', topK: 6 },
    balance,
  );
  return Array.from({ length: steps }, () => training.next().value.maxViolation);
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('trainBalance', function () {
  this.timeout(120_000);

  it('falls from MaxVio 6.4 to 0.70 at step 200 and to 0.17 later with a bias rate of 1e-3', () => {
    const found = violations({ method: 'bias', rate: 1e-3 }, 330);
    assert.ok(Math.abs(found[0]! - 6.4) < 0.1, `${found[0]}`);
    assert.ok(Math.abs(found[199]! - 0.7) < 0.1, `${found[199]}`);
    assert.ok(Math.abs(found[329]! - 0.17) < 0.05, `${found[329]}`);
  });

  it('falls sooner with 1e-2, then hovers above that floor', () => {
    const found = violations({ method: 'bias', rate: 1e-2 }, 90);
    assert.ok(Math.abs(found[49]! - 0.23) < 0.1, `${found[49]}`);
    assert.ok(Math.abs(mean(found.slice(60)) - 0.31) < 0.05, `${mean(found.slice(60))}`);
  });

  it('is still at 3.7 after 1,000 steps with 1e-4', () => {
    const found = violations({ method: 'bias', rate: 1e-4 }, 1000, 256);
    assert.ok(Math.abs(mean(found.slice(990)) - 3.7) < 0.3, `${mean(found.slice(990))}`);
  });

  it('stays unbalanced without a method, and is balanced by the auxiliary loss', () => {
    const none = violations({ method: 'none' }, 3, 256);
    assert.ok(Math.min(...none) > 5);
    const found = violations({ method: 'aux-loss', rate: 100, alpha: 1e-2 }, 150, 256);
    assert.ok(mean(found.slice(140)) < 1.5, `${mean(found.slice(140))}`);
  });

  it('starts from a given bias and reports what was in force', () => {
    const logits = Tensor.from([[0, 0, 0]]);
    const training = trainBalance(
      () => logits,
      { score: 'sigmoid', topK: 1, bias: [0, 1, 0] },
      { method: 'bias', rate: 0.4 },
    );
    assert.deepEqual([...training.next().value.counts], [0, 1, 0]);
    const second = training.next().value;
    assertClose(second.bias, [0.4, 0.6, 0.4], 1e-15);
    assert.equal(second.step, 2);
    assert.deepEqual([...training.next().value.counts], [1, 0, 0]);
  });
});

describe('auxiliaryLossGradient', () => {
  it('is the slope of the loss while the load stands still', () => {
    const logits = new Random(1).gaussians([5, 4]);
    for (const score of ['softmax', 'sigmoid'] as const) {
      const counts = [3, 1, 1, 0];
      const loss = (expert: number, by: number) => {
        const moved = Tensor.generate(logits.shape, (i) => logits.data[i]! + (i % 4 === expert ? by : 0));
        return auxiliaryLoss(gate(moved, { score, topK: 1 }).scores, counts, 0.5);
      };
      const expected = [0, 1, 2, 3].map((expert) => (loss(expert, 1e-5) - loss(expert, -1e-5)) / 2e-5);
      const { scores } = gate(logits, { score, topK: 1 });
      assertClose(auxiliaryLossGradient(scores, counts, score, 0.5), expected, 1e-9);
    }
  });
});
