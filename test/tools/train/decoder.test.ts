import assert from 'node:assert/strict';
import { Random } from '../../../src/core/reference/random';
import { logSumExp } from '../../../src/core/reference/softmax';
import { transformer } from '../../../src/core/reference/transformer';
import { Adam } from '../../../tools/train/adam';
import { type Batch, Decoder } from '../../../tools/train/decoder';
import { mixtureBackward, mixtureForward } from '../../../tools/train/mixture';
import { countOf, initialise, networkOf, type Sizes } from '../../../tools/train/parameters';
import { sortBatch, sortInputs } from '../../../tools/train/sort-task';

const sizes: Sizes = { vocabulary: 5, context: 6, layers: 2, heads: 2, width: 8 };
const mixed: Sizes = { ...sizes, hidden: 12, experts: { count: 4, chosen: 2, balance: 0 } };

/** Parameters far enough from their start that every derivative matters. */
function stirred(of = sizes): Float64Array {
  const random = new Random(4, 'stir');
  return initialise(of, 3).map((value) => value + 0.3 * random.gaussian());
}

const batch: Batch = {
  inputs: Int32Array.from([0, 3, 1, 4, 2, 2, 0, 1]),
  targets: Int32Array.from([-1, 1, 4, 2, 2, -1, 1, 3]),
  batch: 2,
  tokens: 4,
};

describe('the decoder that is trained', () => {
  for (const [name, of] of Object.entries({ dense: sizes, 'a mixture of experts': mixed }))
    it(`computes what the reference computes, ${name}`, () => {
      const parameters = stirred(of);
      const network = networkOf(of, parameters);
      let loss = 0;
      for (const sequence of [0, 1]) {
        const { logits } = transformer(network, batch.inputs.subarray(sequence * 4, sequence * 4 + 4));
        for (let i = 0; i < 4; i++) {
          const target = batch.targets[sequence * 4 + i]!;
          if (target >= 0) loss += (logSumExp(logits.row(i)) - logits.at(i, target)) / 6;
        }
      }
      assert.ok(Math.abs(new Decoder(of, parameters).loss(batch) - loss) < 1e-12);
    });

  it('has the slope of its loss in every parameter', () => {
    const parameters = stirred();
    const decoder = new Decoder(sizes, parameters);
    decoder.learn(batch);
    const slopes = decoder.gradient.slice();
    assert.equal(slopes.length, countOf(sizes));
    for (let i = 0; i < parameters.length; i += 7) {
      const value = parameters[i]!;
      const at = (moved: number) => {
        parameters[i] = moved;
        return decoder.loss(batch);
      };
      const slope = (at(value + 1e-5) - at(value - 1e-5)) / 2e-5;
      parameters[i] = value;
      assert.ok(Math.abs(slope - slopes[i]!) < 1e-8, `parameter ${i}: ${slopes[i]} is not ${slope}`);
    }
  });

  it('has it in a mixture of experts too', () => {
    const random = new Random(6, 'stir');
    const parameters = initialise(mixed, 3).map((value) => value + 0.3 * random.gaussian());
    const decoder = new Decoder(mixed, parameters);
    decoder.learn(batch);
    const slopes = decoder.gradient.slice();
    assert.equal(slopes.length, countOf(mixed));
    for (let i = 0; i < parameters.length; i += 11) {
      const value = parameters[i]!;
      const at = (moved: number) => {
        parameters[i] = moved;
        return decoder.loss(batch);
      };
      const slope = (at(value + 1e-6) - at(value - 1e-6)) / 2e-6;
      parameters[i] = value;
      assert.ok(Math.abs(slope - slopes[i]!) < 1e-7, `parameter ${i}: ${slopes[i]} is not ${slope}`);
    }
  });

  it('has the slope of the loss that evens out the load of experts', () => {
    const random = new Random(7, 'load');
    const gaussians = (length: number) => Float64Array.from({ length }, () => random.gaussian());
    const up = { weight: new Float64Array(2), bias: new Float64Array(1) };
    const down = { weight: new Float64Array(2), bias: new Float64Array(2) };
    const weights = { router: gaussians(8), experts: Array.from({ length: 4 }, () => ({ up, down })) };
    const x = gaussians(40);
    const mixture = { rows: 20, width: 2, hidden: 1, chosen: 2, balance: 0.3 };
    const forward = () => mixtureForward(new Float64Array(40), x, weights, mixture);
    const before = forward();
    // Shares of the tokens count as constants: they move in jumps.
    const loads = before.shares.map(({ rows }) => rows.length / 40);
    const imbalance = () =>
      forward().affinities.reduce((sum, affinity, i) => sum + (0.3 * 4 * loads[i % 4]! * affinity) / 20, 0);
    const slopes = { ...structuredClone(weights), router: new Float64Array(8), x: new Float64Array(40) };
    mixtureBackward(new Float64Array(40), x, weights, before, slopes, mixture);
    for (let i = 0; i < 8; i++) {
      const value = weights.router[i]!;
      const at = (moved: number) => {
        weights.router[i] = moved;
        return imbalance();
      };
      const slope = (at(value + 1e-6) - at(value - 1e-6)) / 2e-6;
      weights.router[i] = value;
      assert.ok(Math.abs(slope) > 1e-6 && Math.abs(slope - slopes.router[i]!) < 1e-8, `${slopes.router[i]} ${slope}`);
    }
  });

  it('learns', () => {
    const parameters = initialise(sizes, 1);
    const decoder = new Decoder(sizes, parameters);
    const adam = new Adam(parameters.length, 60, 1e-2);
    const first = decoder.loss(batch);
    for (let step = 0; step < 60; step++) {
      decoder.learn(batch);
      adam.update(parameters, decoder.gradient);
    }
    assert.ok(Math.abs(first - Math.log(5)) < 0.05, `${first}`);
    assert.ok(decoder.loss(batch) < 0.1);
  });
});

describe('the sorting task', () => {
  it('holds out a fifth of all inputs, the same ones each time', () => {
    const { training, heldOut } = sortInputs(1);
    assert.deepEqual([training.length, heldOut.length], [584, 145]);
    assert.equal(new Set([...training, ...heldOut].map(String)).size, 729);
    assert.deepEqual(sortInputs(1).heldOut, heldOut);
  });

  it('asks for nothing before the last letter was read', () => {
    const { inputs, targets, tokens } = sortBatch([[2, 0, 1, 1, 0, 2]]);
    assert.equal(tokens, 11);
    assert.deepEqual([...inputs], [2, 0, 1, 1, 0, 2, 0, 0, 1, 1, 2]);
    assert.deepEqual([...targets], [-1, -1, -1, -1, -1, 0, 0, 1, 1, 2, 2]);
  });
});
