import assert from 'node:assert/strict';
import fc from 'fast-check';
import { attending, attention, mergeHeads, splitHeads } from '../../../src/core/reference/attention';
import { positionAngle, rotate, sinusoidalPositions } from '../../../src/core/reference/positions';
import { Random } from '../../../src/core/reference/random';
import { entropy, logSumExp, softmax } from '../../../src/core/reference/softmax';
import { Tensor } from '../../../src/core/reference/tensor';
import { assertClose } from '../../support/close';

const draw = (seed: number, ...shape: number[]) => new Random(seed).gaussians(shape);
const sums = (weights: Tensor) =>
  Array.from({ length: weights.data.length / weights.size(-1) }, (_, i) =>
    weights.data.subarray(i * weights.size(-1), (i + 1) * weights.size(-1)).reduce((a, b) => a + b, 0),
  );

describe('softmax', () => {
  it('gives what the definition says', () => {
    const e = Math.E;
    assertClose(softmax(Tensor.from([[0, 1]])).data, [1 / (1 + e), e / (1 + e)], 1e-16);
  });

  it('survives huge, tiny and equal values, and rows with nothing in them', () => {
    const rows = [
      [1e308, -1e308, 0],
      [-1e4, -1e4, -1e4],
      [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
    ];
    assertClose(softmax(Tensor.from(rows)).data, [1, 0, 0, 1 / 3, 1 / 3, 1 / 3, 0, 0, 0], 1e-16);
  });

  it('comes with a stable logsumexp and an entropy in nats', () => {
    assert.ok(Math.abs(logSumExp([1000, 1000]) - (1000 + Math.log(2))) < 1e-12);
    assert.equal(logSumExp([Number.NEGATIVE_INFINITY]), Number.NEGATIVE_INFINITY);
    assert.ok(Math.abs(entropy([0.25, 0.25, 0.25, 0.25]) - Math.log(4)) < 1e-15);
    assert.equal(entropy([1, 0]), 0);
  });
});

describe('attention', () => {
  it('is softmax(QKᵀ/√d)V, worked by hand', () => {
    const q = Tensor.from([[[1, 0]]]);
    const k = Tensor.from([
      [
        [1, 0],
        [0, 1],
      ],
    ]);
    const v = Tensor.from([[[10], [20]]]);
    const { scores, weights, output } = attention(q, k, v);
    const first = 1 / (1 + Math.exp(-Math.SQRT1_2));
    assertClose(scores.data, [Math.SQRT1_2, 0], 2e-16);
    assertClose(weights.data, [first, 1 - first], 1e-15);
    assertClose(output.data, [10 * first + 20 * (1 - first)], 1e-14);
  });

  it('has rows that sum to 1, hidden keys at exactly 0 and outputs within the values', () => {
    const size = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(size, size, size, fc.constantFrom(1, 2, 3), fc.integer(), (queries, keys, width, groups, seed) => {
        const random = new Random(seed);
        const [q, k, v] = [
          random.gaussians([groups * 2, queries, width], 3),
          random.gaussians([groups, keys, width], 3),
          random.gaussians([groups, keys, 4]),
        ];
        const { weights, output } = attention(q, k, v, { causal: true });
        for (const sum of sums(weights)) assert.ok(Math.abs(sum - 1) < 1e-14);
        for (let h = 0; h < groups * 2; h++)
          for (let i = 0; i < queries; i++) for (let j = i + 1; j < keys; j++) assert.equal(weights.at(h, i, j), 0);
        const largest = Math.max(...v.data.map(Math.abs));
        for (const value of output.data) assert.ok(Math.abs(value) <= largest + 1e-12);
      }),
    );
  });

  it('shares key-value heads among consecutive query heads', () => {
    const [q, k, v] = [draw(1, 4, 3, 5), draw(2, 2, 6, 5), draw(3, 2, 6, 5)];
    const grouped = attention(q, k, v);
    const twice = (x: Tensor) => Tensor.generate([4, 6, 5], (i) => x.data[Math.floor(i / 60) * 30 + (i % 30)]!);
    assertClose(grouped.output.data, attention(q, twice(k), twice(v)).output.data, 0);
  });

  it('lets a cache stand before the queries', () => {
    const [q, k, v] = [draw(1, 1, 4, 2), draw(2, 1, 4, 2), draw(3, 1, 4, 2)];
    const whole = attention(q, k, v, { causal: true });
    const last = attention(new Tensor([1, 1, 2], q.row(0, 3)), k, v, { causal: true, causalOffset: 3 });
    assertClose(last.output.data, whole.output.row(0, 3), 1e-16);
  });

  it('gives zeros for a query that may see nothing', () => {
    const { weights, output } = attention(draw(1, 1, 2, 2), draw(2, 1, 3, 2), draw(3, 1, 3, 2), {
      mask: [0, 0, 0, 1, 0, 1],
    });
    assert.deepEqual([...weights.row(0, 0), ...output.row(0, 0)], [0, 0, 0, 0, 0]);
    assert.equal(weights.at(0, 1, 1), 0);
    assert.ok(Math.abs(weights.at(0, 1, 0) + weights.at(0, 1, 2) - 1) < 1e-15);
  });

  it('sharpens as the temperature falls and flattens as it rises, without overflow', () => {
    const [q, k, v] = [draw(1, 1, 3, 8), draw(2, 1, 5, 8), draw(3, 1, 5, 8)];
    const spread = (temperature: number) => entropy(attention(q, k, v, { temperature }).weights.row(0, 0));
    assert.ok(spread(0.01) < spread(1) && spread(1) < spread(100));
    assert.ok(Math.abs(spread(1e9) - Math.log(5)) < 1e-9);
    assert.ok(Number.isFinite(spread(1e-9)));
  });

  it('names the operand and both shapes when they do not fit', () => {
    const v = new Tensor([1, 3, 2]);
    assert.throws(
      () => attention(new Tensor([1, 2, 4]), new Tensor([1, 3, 5]), v),
      /key has the shape \[1, 3, 5\], expected \[any, any, 4\]/,
    );
    assert.throws(
      () => attention(new Tensor([3, 2, 4]), new Tensor([2, 3, 4]), new Tensor([2, 3, 2])),
      /3 query heads do not divide among 2 key-value heads/,
    );
    assert.throws(() => attention(v, v, v, { mask: [1] }), /mask has 1 entries, expected \[3, 3\]/);
  });

  it('splits heads and merges them back', () => {
    const x = draw(4, 5, 12);
    assert.deepEqual([...splitHeads(x, 3).row(1, 2)], [...x.row(2).subarray(4, 8)]);
    assertClose(mergeHeads(splitHeads(x, 3)).data, x.data, 0);
  });
});

describe('positions', () => {
  it('are sines and cosines in pairs, each pair slower than the one before', () => {
    const positions = sinusoidalPositions(3, 4);
    assertClose(positions.row(0), [0, 1, 0, 1], 0);
    assertClose(positions.row(2), [Math.sin(2), Math.cos(2), Math.sin(0.02), Math.cos(0.02)], 1e-15);
    assert.equal(positionAngle(3, 1, 4), 0.03);
  });

  it('rotate the channels (2i, 2i+1) and keep their length', () => {
    const x = Tensor.from([
      [1, 0, 0, 2],
      [1, 0, 0, 2],
    ]);
    const turned = rotate(x);
    assertClose(turned.row(0), [1, 0, 0, 2], 0);
    assertClose(turned.row(1), [Math.cos(1), Math.sin(1), -2 * Math.sin(0.01), 2 * Math.cos(0.01)], 1e-15);
  });

  it('make a rotated product depend on the distance alone', () => {
    const [q, k] = [draw(1, 1, 8), draw(2, 1, 8)];
    const product = (i: number, j: number) => {
      const [a, b] = [rotate(q, { firstPosition: i }), rotate(k, { firstPosition: j })];
      return a.data.reduce((sum, value, n) => sum + value * b.data[n]!, 0);
    };
    assert.ok(Math.abs(product(5, 2) - product(105, 102)) < 1e-12);
    assert.ok(Math.abs(product(5, 2) - product(5, 3)) > 1e-3);
  });

  it('refuse an odd width', () => {
    assert.throws(() => rotate(new Tensor([1, 3])), /even width, not 3/);
  });
});

describe('attending', () => {
  it('lets others have their turn, and ends with what attention gives at once', () => {
    const random = new Random(3, 'slices');
    const [query, key, value] = [4, 2, 2].map((heads) => random.gaussians([heads, 200, 16])) as [
      Tensor,
      Tensor,
      Tensor,
    ];
    const options = { causal: true, temperature: 0.5 };
    const work = attending(query, key, value, options);
    let slices = 0;
    let slice = work.next();
    for (; !slice.done; slice = work.next()) slices++;
    assert.ok(slices > 4, `${slices}`);
    const whole = attention(query, key, value, options);
    assert.deepEqual(slice.value.weights.data, whole.weights.data);
    // Rows of one head alone, as the first slices have them.
    const one = (tensor: Tensor) => new Tensor([1, 200, 16], tensor.row(1).slice());
    const second = attention(
      one(query),
      new Tensor([1, 200, 16], key.row(0).slice()),
      new Tensor([1, 200, 16], value.row(0).slice()),
      options,
    );
    assert.deepEqual(slice.value.output.row(1), second.output.row(0));
  });
});
