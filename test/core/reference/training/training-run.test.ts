import assert from 'node:assert/strict';
import { Random } from '../../../../src/core/reference/random';
import { classes, features, pass, Task } from '../../../../src/core/reference/training/classifier';
import { type responses, stepsLost, train } from '../../../../src/core/reference/training/training-run';
import { finish } from '../../../../src/core/reference/work';

const options = {
  ...{ seed: 3, steps: 160, rate: 0.05, zLoss: 0, badBatches: [90], badScale: 30, checkpoint: 25, skipBatches: 4 },
  ...{ lowerTo: 0.1, lowerFor: 20 },
};
const clean = finish(train({ ...options, badBatches: [] }, 'wait'));
const run = (response: (typeof responses)[number]) => finish(train(options, response));

describe('a training run', () => {
  it('has the gradient of its loss, Z-loss included', () => {
    const batch = new Task(1).batch(0);
    const weights = new Random(2).gaussians([classes, features]).data;
    for (const zLoss of [0, 0.1]) {
      const total = (w: Float64Array) => {
        const { loss, meanSquaredZ } = pass(w, batch, zLoss);
        return loss + zLoss * meanSquaredZ;
      };
      const { gradient } = pass(weights, batch, zLoss);
      for (const i of [0, 5, 40, 95]) {
        const moved = (by: number) => total(weights.with(i, weights[i]! + by));
        const slope = (moved(1e-5) - moved(-1e-5)) / 2e-5;
        assert.ok(Math.abs(slope - gradient[i]!) < 1e-8, `${i}: ${slope}, not ${gradient[i]}`);
      }
    }
  });

  it('begins at ln of the classes, learns, and is the same for a seed', () => {
    assert.ok(Math.abs(clean.losses[0]! - Math.log(classes)) < 1e-12);
    assert.ok(clean.testLosses.at(-1)! < 1);
    assert.deepEqual(finish(train({ ...options, badBatches: [] }, 'wait')), clean);
    assert.equal(stepsLost(clean, clean), 0);
  });

  it('loses one step where the bad batch is left out, and is then as it was', () => {
    const skipped = run('skip');
    assert.equal(stepsLost(skipped, clean), 1);
    // Momentum waits for a step too, so only the batch itself is missing.
    assert.equal(skipped.testLosses[91], skipped.testLosses[90]);
    assert.deepEqual(skipped.testLosses.slice(0, 91), clean.testLosses.slice(0, 91));
  });

  it('goes back to the checkpoint, and leaves out batches from the bad one on', () => {
    const { batches, wasted, testLosses } = run('roll-back');
    assert.deepEqual([...batches.slice(89, 93)], [89, 90, 75, 76]);
    const again = batches.indexOf(89, 92);
    assert.deepEqual([...batches.slice(again, again + 3)], [89, 94, 95]);
    assert.equal(wasted, 16);
    assert.equal(testLosses[91], clean.testLosses[75]);
  });

  it('is hurt where nothing is done, and otherwise where the rate is lowered behind it', () => {
    const [waited, lowered] = [run('wait'), run('lower-rate')];
    assert.deepEqual(waited.testLosses.slice(0, 91), clean.testLosses.slice(0, 91));
    assert.ok(Math.max(...waited.testLosses.slice(91, 110)) > 1.5 * Math.max(...clean.testLosses.slice(91, 110)));
    assert.ok(stepsLost(waited, clean) > 5);
    assert.deepEqual(lowered.testLosses.slice(0, 92), waited.testLosses.slice(0, 92));
    assert.notEqual(lowered.testLosses[92], waited.testLosses[92]);
  });
});
