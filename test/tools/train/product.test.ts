import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Random } from '../../../src/core/reference/random';
import { assembleProduct } from '../../../tools/train/build-product';
import { addProduct } from '../../../tools/train/product';

const random = new Random(1, 'product');
const drawn = (rows: number, columns: number) => ({
  data: Float64Array.from({ length: rows * columns }, () => random.gaussian()),
  rows,
  columns,
});

describe('the product of the training', () => {
  for (const [rows, inner, columns] of [
    [8, 4, 12],
    [5, 3, 7],
    [1, 1, 1],
    [47, 30, 9],
    [130, 200, 70],
  ] as const)
    it(`adds ${rows} × ${inner} times ${inner} × ${columns}, of A and of its transpose`, () => {
      const [a, b] = [drawn(rows, inner), drawn(inner, columns)];
      const before = drawn(rows, columns);
      const across = drawn(inner, rows);
      for (let i = 0; i < rows; i++) for (let k = 0; k < inner; k++) across.data[k * rows + i] = a.data[i * inner + k]!;
      const straight = { ...before, data: before.data.slice() };
      const turned = { ...before, data: before.data.slice() };
      addProduct(straight, a, b);
      addProduct(turned, across, b, true);
      for (let i = 0; i < rows; i++)
        for (let j = 0; j < columns; j++) {
          let sum = 0;
          for (let k = 0; k < inner; k++) sum += a.data[i * inner + k]! * b.data[k * columns + j]!;
          const at = i * columns + j;
          assert.equal(straight.data[at], before.data[at]! + sum);
          assert.equal(turned.data[at], before.data[at]! + sum);
        }
    });

  it('is assembled from its text', async () => {
    assert.deepEqual(Buffer.from(await assembleProduct()), readFileSync('tools/train/product.wasm'));
  });
});
