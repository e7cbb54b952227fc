import assert from 'node:assert/strict';
import { type AttentionResult, attention } from '../../../../src/core/reference/attention';
import { Random } from '../../../../src/core/reference/random';
import { compressedKeys, keyPairs, pairMask } from '../../../../src/core/reference/sparse/key-pairs';
import { sparseAttending } from '../../../../src/core/reference/sparse/sparse-attention';
import type { SparsePattern } from '../../../../src/core/reference/sparse/sparse-pattern';
import { Tensor } from '../../../../src/core/reference/tensor';
import { finish } from '../../../../src/core/reference/work';

const drawn = (shape: readonly number[], name: string) => new Random(5, name).gaussians(shape);
const [query, key, value] = [drawn([4, 11, 6], 'q'), drawn([2, 11, 6], 'k'), drawn([2, 11, 3], 'v')];

function near(found: AttentionResult, wanted: AttentionResult): void {
  for (const name of ['scores', 'weights', 'output'] as const)
    for (const [i, number] of wanted[name].data.entries()) {
      const other = found[name].data[i]!;
      assert.ok(number === other || Math.abs(other - number) < 1e-13, `${name} ${i}: ${other}, not ${number}`);
    }
}

/** The keys of each query of the first head, as letters. */
function picture(queries: number, keys: number, pattern: SparsePattern, causal: boolean, q?: Tensor, k?: Tensor) {
  const pairs = keyPairs(q ?? new Tensor([1, queries, 1]), k ?? new Tensor([1, keys, 1]), pattern, causal);
  const mask = pairMask(pairs, 0, queries, keys);
  return Array.from({ length: queries }, (_, row) =>
    [...mask.subarray(row * keys, (row + 1) * keys)].map((bit) => (bit ? 'x' : '.')).join(''),
  );
}

describe('attention over some pairs', () => {
  for (const pattern of [
    { kind: 'window', width: 11 },
    { kind: 'blocks', block: 3, local: 4, global: 0 },
    { kind: 'blocks', block: 4, local: 1, global: 3 },
    { kind: 'selected', block: 2, keep: 6 },
  ] as const)
    for (const causal of [false, true])
      it(`is dense where everything is kept: ${JSON.stringify(pattern)}${causal ? ', causal' : ''}`, () => {
        const pairs = keyPairs(query, key, pattern, causal);
        assert.equal(pairs.keys.length, causal ? 4 * 66 : 4 * 121);
        const options = { temperature: 0.7 };
        near(
          finish(sparseAttending(query, key, value, pairs, options)),
          attention(query, key, value, { ...options, causal }),
        );
      });

  it('refuses query heads that do not divide among those of the keys, as dense attention does', () => {
    const three = drawn([3, 11, 6], 'q');
    const pairs = keyPairs(query, key, { kind: 'window', width: 2 }, false);
    assert.throws(() => finish(sparseAttending(three, key, value, pairs)), /3 query heads do not divide among 2/);
  });

  it('is masked attention where something is left out, head by head', () => {
    for (const pattern of [
      { kind: 'window', width: 2 },
      { kind: 'blocks', block: 3, local: 1, global: 1 },
      { kind: 'selected', block: 3, keep: 2 },
    ] as const) {
      const pairs = keyPairs(query, key, pattern, true);
      const found = finish(sparseAttending(query, key, value, pairs));
      for (let head = 0; head < 4; head++) {
        const one = (x: Tensor, at: number) => new Tensor([1, x.size(1), x.size(2)], x.row(at).slice());
        const shared = Math.floor(head / 2);
        const masked = attention(one(query, head), one(key, shared), one(value, shared), {
          causal: true,
          mask: pairMask(pairs, head, 11, 11),
        });
        near(
          { scores: one(found.scores, head), weights: one(found.weights, head), output: one(found.output, head) },
          masked,
        );
      }
    }
  });

  it('knows windows and blocks', () => {
    assert.deepEqual(picture(4, 5, { kind: 'window', width: 2 }, false), ['xx...', 'xxx..', '.xxx.', '..xxx']);
    assert.deepEqual(picture(4, 4, { kind: 'window', width: 2 }, true), ['x...', 'xx..', '.xx.', '..xx']);
    assert.deepEqual(picture(5, 5, { kind: 'blocks', block: 2, local: 1, global: 0 }, false), [
      ...['xx...', 'xx...', '..xx.', '..xx.', '....x'],
    ]);
    assert.deepEqual(picture(5, 5, { kind: 'blocks', block: 2, local: 1, global: 1 }, true), [
      ...['x....', 'xx...', 'xxx..', 'xxxx.', 'xx..x'],
    ]);
  });

  it('selects by the mean of a block’s keys, the query’s own block besides, and of equal scores the earlier', () => {
    const keys = Tensor.from([[[1], [3], [5], [5], [4], [0], [9]]]);
    assert.deepEqual([...compressedKeys(keys, 2).data], [2, 5, 2, 9]);
    const asked = Tensor.from([[[1], [1], [1], [1], [-1], [1], [0]]]);
    const pattern = { kind: 'selected', block: 2, keep: 2 } as const;
    assert.deepEqual(picture(7, 7, pattern, false, asked, keys), [
      ...['xx....x', 'xx....x', '..xx..x', '..xx..x', 'xx..xx.', '....xxx', 'xx....x'],
    ]);
    assert.deepEqual(picture(7, 7, pattern, true, asked, keys), [
      ...['x......', 'xx.....', 'xxx....', 'xxxx...', 'xx..x..', '..xxxx.', 'xx....x'],
    ]);
  });

  it('gives a query without a key zeros', () => {
    const pairs = { starts: new Uint32Array([0, 0, 1]), keys: new Uint32Array([0]) };
    const found = finish(sparseAttending(new Tensor([1, 2, 1]), new Tensor([1, 1, 1]), Tensor.from([[[7]]]), pairs));
    assert.deepEqual([...found.output.data], [0, 7]);
    assert.deepEqual([...found.weights.data], [0, 1]);
  });
});
