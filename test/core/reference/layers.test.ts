import assert from 'node:assert/strict';
import { erf, geluErf, geluTanh, map, relu, sigmoid, silu } from '../../../src/core/reference/activation';
import { linear } from '../../../src/core/reference/matmul';
import { layerNorm, rmsNorm } from '../../../src/core/reference/norm';
import { Tensor } from '../../../src/core/reference/tensor';
import { assertClose } from '../../support/close';

describe('norms', () => {
  it('centre and scale each row by its own variance', () => {
    const x = Tensor.from([
      [1, 2, 3, 4],
      [10, 10, 10, 10],
    ]);
    const out = layerNorm(x, Tensor.from([1, 1, 1, 2]), Tensor.from([0, 0, 0, 5]));
    const deviation = Math.sqrt(1.25 + 1e-5);
    assertClose(out.row(0), [-1.5 / deviation, -0.5 / deviation, 0.5 / deviation, 5 + 3 / deviation], 1e-14);
    assertClose(out.row(1), [0, 0, 0, 5], 0);
  });

  it('scale by the root mean square', () => {
    assertClose(rmsNorm(Tensor.from([[3, 4]]), undefined, 0).data, [3 / Math.sqrt(12.5), 4 / Math.sqrt(12.5)], 1e-15);
    assertClose(rmsNorm(Tensor.from([[0, 0]])).data, [0, 0], 0);
  });
});

describe('activations', () => {
  it('give the error function of the tables (Abramowitz and Stegun, table 7.1)', () => {
    assertClose([erf(0.5), erf(1), erf(2), erf(-1)], [0.5204998778, 0.8427007929, 0.995322265, -0.8427007929], 6e-11);
    assert.equal(erf(0), 0);
    assert.ok(Math.abs(erf(3) - 0.9999779095030014) < 1e-15);
  });

  it('give GELU in both forms, which differ', () => {
    assert.ok(Math.abs(geluErf(1) - 0.8413447460685429) < 1e-15);
    assert.ok(Math.abs(geluTanh(1) - 0.8411919906082768) < 1e-15);
    assert.equal(geluTanh(1e6), 1e6);
    assert.ok(Math.abs(geluErf(-40)) === 0);
  });

  it('give sigmoid, SiLU and ReLU at any size', () => {
    assert.deepEqual([sigmoid(0), sigmoid(-1e4), sigmoid(1e4)], [0.5, 0, 1]);
    assert.ok(Math.abs(sigmoid(2) + sigmoid(-2) - 1) < 3e-16);
    assert.equal(silu(-1e4), -0);
    assertClose(map(Tensor.from([-1, 2]), relu).data, [0, 2], 0);
  });
});

describe('linear', () => {
  it('is x Wᵀ + b over the last axis', () => {
    const x = Tensor.from([[[1, 2]], [[3, 4]]]);
    const out = linear(
      x,
      Tensor.from([
        [1, 0],
        [0, 1],
        [1, 1],
      ]),
      Tensor.from([0, 10, 100]),
    );
    assert.deepEqual(out.toNested(), [[[1, 12, 103]], [[3, 14, 107]]]);
    assert.throws(() => linear(x, new Tensor([3, 2]), new Tensor([2])), /bias has the shape \[2\], expected \[3\]/);
  });
});
