import assert from 'node:assert/strict';
import { playedPasses, speedUp, tokensPerPass } from '../../../../src/core/reference/speculative/speculative';

const near = (found: number, wanted: number, off = 1e-12) =>
  assert.ok(Math.abs(found - wanted) <= off * Math.abs(wanted), `${found}, not ${wanted}`);

describe('drafting tokens', () => {
  it('brings (1 - α^(k+1))/(1 - α) tokens a pass', () => {
    for (const [alpha, k] of [
      [0.8, 4],
      [0.5, 1],
      [0.99, 20],
      [0, 7],
    ] as const)
      near(tokensPerPass(new Array<number>(k).fill(alpha)), (1 - alpha ** (k + 1)) / (1 - alpha));
    assert.equal(tokensPerPass([1, 1, 1]), 4);
    assert.equal(tokensPerPass([]), 1);
  });

  it('takes chances that differ from token to token', () =>
    near(tokensPerPass([0.9, 0.6, 0.5]), 1 + 0.9 + 0.54 + 0.27));

  // Leviathan et al. 2023, table 1: α 0.6, 0.7, 0.8 and 0.9 with γ 2, 3, 5 and 10, where drafting costs nothing.
  for (const [alpha, gamma, times] of [
    [0.6, 2, 1.96],
    [0.7, 3, 2.53],
    [0.8, 5, 3.69],
    [0.9, 10, 6.86],
  ] as const)
    it(`is ${times} times as fast with α ${alpha} and γ ${gamma}, as published`, () =>
      assert.equal(speedUp(new Array<number>(gamma).fill(alpha), 0).toFixed(2), times.toFixed(2)));

  it('pays for what it drafts', () => near(speedUp([0.8, 0.8], 0.1), (1 + 0.8 + 0.64) / 1.2));

  it('is on the average what is played', () => {
    const passes = playedPasses([0.9, 0.6, 0.5], 100_000, 3);
    const mean = passes.reduce((sum, { accepted }) => sum + accepted + 1, 0) / passes.length;
    near(mean, 2.71, 0.01);
    assert.ok(passes.every(({ drafted, accepted }) => drafted === 3 && accepted >= 0 && accepted <= 3));
  });
});
