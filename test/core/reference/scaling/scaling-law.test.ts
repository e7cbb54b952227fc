import assert from 'node:assert/strict';
import { fitPowerLaw } from '../../../../src/core/reference/scaling/log-line';
import {
  computeOptimum,
  isoFlop,
  lossAt,
  publishedExponents,
  publishedLaws,
  type ScalingLaw,
  sizeExponent,
  trainingCompute,
} from '../../../../src/core/reference/scaling/scaling-law';

const compute = 5.76e23;

describe('published scaling laws at C = 5.76e23', () => {
  const rows: [string, ScalingLaw, number, number, number, number][] = [
    ['Hoffmann 2022, as printed', publishedLaws['hoffmann-2022'], 0.4516, 3.22e10, 92.65, 1.9366],
    ['the same, unrounded', publishedLaws['hoffmann-2022-unrounded'], 0.4565, 4.04e10, 58.93, 1.9208],
    ['Besiroglu 2024', publishedLaws['besiroglu-2024'], 0.5126, 7.22e10, 18.39, 1.9739],
  ];
  for (const [name, law, a, size, ratio, loss] of rows) {
    it(`give a, N*, D*/N* and L(70B, 1.4T): ${name}`, () => {
      const optimum = computeOptimum(law, compute);
      assert.equal(Number(sizeExponent(law).toFixed(4)), a);
      assert.equal(Number(optimum.parameters.toPrecision(3)), size);
      assert.equal(Number(optimum.tokensPerParameter.toFixed(2)), ratio);
      assert.equal(Number(lossAt(law, 70e9, 1.4e12).toFixed(4)), loss);
    });
  }

  it('place the optimum where the isoFLOP curve is lowest', () => {
    const law = publishedLaws['besiroglu-2024'];
    const optimum = computeOptimum(law, compute);
    const curve = isoFlop(law, compute, { from: optimum.parameters / 10, to: optimum.parameters * 10, count: 401 });
    const lowest = curve.reduce((best, point) => (point.loss < best.loss ? point : best));
    assert.equal(curve.indexOf(lowest), 200);
    assert.ok(Math.abs(trainingCompute(lowest.parameters, lowest.tokens) / compute - 1) < 1e-12);
    assert.ok(Math.abs(lowest.loss - optimum.loss) < 1e-12);
  });
});

describe('a straight line on a log-log plot', () => {
  it('gives the published exponents back from points that follow them', () => {
    assert.deepEqual(publishedExponents, {
      'kaplan-2020': 0.73,
      'hoffmann-2022-approach-1': 0.5,
      'hoffmann-2022-approach-2': 0.49,
      'hoffmann-2022-approach-3': 0.46,
      'deepseek-2024-early': 0.45,
      'deepseek-2024': 0.524,
      'deepseek-2024-openwebtext2': 0.578,
    });
    const budgets = [1e18, 1e19, 1e20, 3e20];
    for (const a of Object.values(publishedExponents)) {
      const line = fitPowerLaw(
        budgets,
        budgets.map((c) => 0.17 * c ** a),
      );
      assert.ok(Math.abs(line.exponent - a) < 1e-12);
      assert.ok(Math.abs(line.coefficient - 0.17) < 1e-10);
      assert.ok(Math.abs(line.r2 - 1) < 1e-12);
    }
  });

  it('says how much of the scatter it explains', () => {
    const line = fitPowerLaw([1, Math.E, Math.E ** 2], [1, Math.E ** 2, Math.E]);
    assert.ok(Math.abs(line.exponent - 0.5) < 1e-12);
    assert.ok(Math.abs(line.r2 - 0.25) < 1e-12);
    assert.ok(Number.isNaN(fitPowerLaw([2, 2], [1, 3]).exponent));
  });
});
