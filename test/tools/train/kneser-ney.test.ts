import assert from 'node:assert/strict';
import { Random } from '../../../src/core/reference/random';
import { KneserNey } from '../../../tools/train/kneser-ney';

describe('the n-gram model', () => {
  const random = new Random(3, 'grams');
  const text = Array.from({ length: 400 }, (_, i) => (i % 3 === 0 ? random.below(5) : (i * i) % 5));

  it('gives probabilities that sum to 1 after any history', () => {
    for (const order of [1, 2, 4])
      for (const history of [[], [2], [0, 0, 0, 0], text.slice(0, 3), text.slice(7, 12), [5, 5]]) {
        const model = new KneserNey([text.slice(0, 200), text.slice(200)], order, 6);
        const sum = [0, 1, 2, 3, 4, 5].reduce((total, id) => total + model.probability(history, id), 0);
        assert.ok(Math.abs(sum - 1) < 1e-12, `order ${order} after ${history}: ${sum}`);
      }
  });

  it('is worked out by hand for a small text', () => {
    // a b a b a: of pairs, ab twice and ba twice; each letter follows one other, so the lower order says one half.
    const model = new KneserNey([[0, 1, 0, 1, 0]], 2, 2);
    assert.equal(model.probability([0], 1), (2 - 0.5 + 0.5 * 0.5) / 2);
    assert.equal(model.probability([], 0), 0.5);
  });

  it('tells a text the better the more it sees before', () => {
    const repeated = Array.from({ length: 300 }, (_, i) => [0, 1, 0, 2, 0, 0, 3][i % 7]!);
    const losses = [1, 2, 3].map((order) => new KneserNey([repeated], order, 4).loss(repeated));
    assert.ok(losses[0]! > losses[1]! && losses[1]! > losses[2]!, `${losses}`);
  });
});
