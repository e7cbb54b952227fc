import assert from 'node:assert/strict';
import { erf } from '../../../src/core/reference/activation';
import { normalQuantile, Random } from '../../../src/core/reference/random';

describe('Random', () => {
  it('gives the published sequence of xoshiro128** from the state 1, 2, 3, 4', () => {
    const random = Random.fromState([1, 2, 3, 4]);
    assert.deepEqual(
      Array.from({ length: 10 }, () => random.next()),
      [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804],
    );
  });

  it('agrees with the generator written in big integers', () => {
    const mask = 0xffffffffn;
    const rotl = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask;
    let [a, b, c, d] = [0xdeadbeefn, 1n, 0x80000000n, 0x7fffffffn];
    const random = Random.fromState([0xdeadbeef | 0, 1, 0x80000000 | 0, 0x7fffffff]);
    for (let i = 0; i < 2000; i++) {
      const expected = (rotl((b * 5n) & mask, 7n) * 9n) & mask;
      const t = (b << 9n) & mask;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= t;
      d = rotl(d, 11n);
      assert.equal(random.next(), Number(expected));
    }
  });

  it('starts the same stream for the same seed and name, another for any other', () => {
    const start = (seed: number, name: string) => new Random(seed, name).next();
    assert.equal(start(7, 'query'), start(7, 'query'));
    assert.equal(new Set([start(7, 'query'), start(7, 'key'), start(8, 'query'), start(-7, 'query')]).size, 4);
  });

  it('keeps its seeded sequence, on which the numbers of every lesson rest', () => {
    const random = new Random(0);
    assert.deepEqual([random.next(), random.next(), random.next()], [3071564718, 1181627970, 3144477337]);
  });

  it('draws whole numbers below a bound evenly', () => {
    const random = new Random(1);
    const counts = new Array<number>(6).fill(0);
    for (let i = 0; i < 60_000; i++) counts[random.below(6)]!++;
    for (const count of counts) assert.ok(Math.abs(count - 10_000) < 400, `${counts}`);
  });

  it('draws the normal distribution', () => {
    const random = new Random(2);
    const draws = Array.from({ length: 100_000 }, () => random.gaussian());
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const moment = (power: number) => draws.reduce((sum, x) => sum + (x - mean) ** power, 0) / draws.length;
    assert.ok(Math.abs(mean) < 0.01);
    assert.ok(Math.abs(moment(2) - 1) < 0.015);
    assert.ok(Math.abs(moment(3)) < 0.03);
    assert.ok(Math.abs(moment(4) - 3) < 0.1);
  });
});

describe('normalQuantile', () => {
  it('inverts the normal distribution function', () => {
    for (let p = 0.0005; p < 1; p += 0.0005)
      assert.ok(Math.abs(0.5 * (1 + erf(normalQuantile(p) / Math.SQRT2)) - p) < 4e-16, `${p}`);
  });

  it('is right in the far tails and odd', () => {
    assert.ok(Math.abs(normalQuantile(1e-10) + 6.361340902404056) < 1e-12);
    assert.ok(Math.abs(normalQuantile(1e-20) + 9.262340089798409) < 1e-12);
    assert.equal(normalQuantile(0.25), -normalQuantile(0.75));
  });
});
