import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matmul } from '../../../src/core/reference/matmul';
import { Random } from '../../../src/core/reference/random';
import { Tensor } from '../../../src/core/reference/tensor';
import { assertClose } from '../../support/close';

describe('Tensor', () => {
  it('reads nested rows and gives them back', () => {
    const nested = [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ];
    const tensor = Tensor.from(nested);
    assert.deepEqual(tensor.shape, [1, 2, 3]);
    assert.equal(tensor.at(0, 1, 2), 6);
    assert.deepEqual([...tensor.row(0, 1)], [4, 5, 6]);
    assert.deepEqual(tensor.toNested(), nested);
    assert.deepEqual(Tensor.from([[], []]).shape, [2, 0]);
  });

  it('refuses ragged rows, wrong sizes and indices outside, saying which', () => {
    assert.throws(() => Tensor.from([[1, 2], [3]]), /a row of 1 stands among rows of 2/);
    assert.throws(() => Tensor.from([1, [2]]), /different depths/);
    assert.throws(() => new Tensor([2, 2], new Float64Array(3)), /3 numbers do not fill the shape \[2, 2\]/);
    assert.throws(() => new Tensor([2, 3]).at(0, 3), /index \[0, 3\] is outside the shape \[2, 3\]/);
    assert.throws(() => new Tensor([-1]), RangeError);
  });
});

describe('matmul', () => {
  it('multiplies', () => {
    const product = matmul(
      Tensor.from([
        [1, 2],
        [3, 4],
      ]),
      Tensor.from([
        [5, 6],
        [7, 8],
      ]),
    );
    assert.deepEqual(product.toNested(), [
      [19, 22],
      [43, 50],
    ]);
  });

  it('reads transposed operands and batches as if they were written out', () => {
    const size = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(size, size, size, size, (batch, rows, inner, columns) => {
        const random = new Random(rows * 100 + columns);
        const a = random.gaussians([batch, rows, inner]);
        const b = random.gaussians([batch, inner, columns]);
        const flip = (x: Tensor) => {
          const [n, r, c] = x.shape as [number, number, number];
          return Tensor.generate([n, c, r], (i) => x.at(Math.floor(i / (r * c)), i % r, Math.floor(i / r) % c));
        };
        const plain = matmul(a, b);
        assertClose(matmul(flip(a), b, { transposeA: true }).data, plain.data, 0);
        assertClose(matmul(a, flip(b), { transposeB: true }).data, plain.data, 0);
        for (let n = 0; n < batch; n++) {
          const [x, y] = [new Tensor([rows, inner], a.row(n)), new Tensor([inner, columns], b.row(n))];
          assertClose(matmul(x, y).data, plain.row(n), 0);
        }
      }),
    );
  });

  it('names both shapes when they do not fit', () => {
    assert.throws(
      () => matmul(new Tensor([2, 3]), new Tensor([2, 3])),
      /cannot multiply the shapes \[2, 3\] and \[2, 3\]/,
    );
    assert.throws(() => matmul(new Tensor([2, 1, 3]), new Tensor([4, 3, 1])), /cannot multiply/);
  });
});
