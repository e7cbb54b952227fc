import assert from 'node:assert/strict';
import { bestOfN, precision } from '../../../../src/core/reference/sampling/best-of-n';
import { clopperPearson } from '../../../../src/core/reference/sampling/binomial-interval';
import { MajorityVote } from '../../../../src/core/reference/sampling/majority-vote';
import { passAtK, passWithChance } from '../../../../src/core/reference/sampling/pass-at-k';
import { finish } from '../../../../src/core/reference/work';

const near = (found: number, wanted: number, relative = 1e-12) =>
  assert.ok(Math.abs(found - wanted) <= relative * Math.abs(wanted), `${found}, not ${wanted}`);

// Worked out apart from this project: with fractions of whole numbers, by listing every outcome, and by SciPy.
describe('many answers in place of one', () => {
  for (const [n, c, k, wanted] of [
    [200, 20, 10, 0.660225623763214],
    [200, 20, 100, 0.9999996678312922],
    [10, 1, 5, 0.5],
    [100_000, 3, 1000, 0.02970129403488079],
    [200, 199, 1, 0.995],
    [200, 0, 7, 0],
    [200, 150, 51, 1],
  ] as const)
    it(`estimate pass@${k} of ${c} right among ${n}`, () => near(passAtK(n, c, k), wanted));

  it('are estimated too low by c/n in place of the chance, and alike for one answer', () => {
    near(passWithChance(0.1, 10), 1 - 0.9 ** 10);
    assert.ok(passWithChance(0.1, 10) < passAtK(200, 20, 10));
    near(passWithChance(0.3, 1), 0.3);
    assert.deepEqual([passWithChance(1, 3), passWithChance(0, 3)], [1, 0]);
  });

  for (const [c, n, confidence, low, high] of [
    [20, 200, 0.95, 0.06215936625406608, 0.1502127878677558],
    [0, 10, 0.95, 0, 0.3084971078187607],
    [10, 10, 0.9, 0.7411344491069477, 1],
    [5, 10, 0.99, 0.12831055393508328, 0.8716894460649167],
    [1, 100_000, 0.95, 2.531780477933316e-7, 5.571516034774275e-5],
    [499, 1000, 0.95, 0.4675521862537382, 0.5304537166614578],
  ] as const)
    it(`have an exact interval: ${c} of ${n} at ${confidence}`, () => {
      const found = clopperPearson(c, n, confidence);
      near(found.low, low, 1e-9);
      near(found.high, high, 1e-9);
    });

  for (const [p, wrong, votes, wanted] of [
    [0.4, 1, 3, 44 / 125],
    [0.4, 1, 4, 44 / 125],
    [0.3, 2, 5, 111537 / 400000],
    [0.3, 3, 6, 1067 / 3125],
    [0.2, 4, 5, 0.2],
    [0.5, 6, 4, 199 / 288],
    [0.2, 9, 30, 0.5807259447768554],
    [0.15, 20, 40, 0.6947471594769994],
    [0.6, 1, 101, 0.9791033089952995],
    [0.45, 1, 255, 0.05452724278260167],
    [1, 3, 7, 1],
    [0, 3, 7, 0],
    [0.37, 5, 1, 0.37],
  ] as const)
    it(`vote: chance ${p}, ${wrong} wrong answers, ${votes} votes`, () => {
      const found = finish(MajorityVote.upTo(votes, wrong)).chance(p, votes);
      assert.ok(Math.abs(found - wanted) < 1e-12, `${found}, not ${wanted}`);
    });

  it('vote alike whether counted for so many or for more', () => {
    const [few, many] = [finish(MajorityVote.upTo(12, 7)), finish(MajorityVote.upTo(200, 7))];
    for (const p of [0.1, 0.125, 0.5]) near(few.chance(p, 12), many.chance(p, 12), 1e-11);
  });

  for (const [p, acceptsRight, acceptsWrong, n, wanted] of [
    [0.1, 0.9, 0.1, 5, 0.319151296],
    [0.3, 0.8, 0.25, 4, 0.5225944875],
    [0.5, 1, 0, 3, 7 / 8],
    [0.2, 0, 0, 3, 0.2],
    [0.2, 1, 1, 9, 0.2],
    [0, 0.9, 0, 4, 0],
  ] as const)
    it(`are chosen by a verifier: chance ${p}, ${acceptsRight} and ${acceptsWrong} accepted, ${n} answers`, () =>
      near(bestOfN(p, n, { acceptsRight, acceptsWrong }), wanted));

  it('chosen by a verifier come to its precision', () => {
    const verifier = { acceptsRight: 0.9, acceptsWrong: 0.1 };
    near(precision(0.1, verifier), 0.5);
    near(bestOfN(0.1, 10_000, verifier), 0.5);
    assert.equal(precision(0.2, { acceptsRight: 0, acceptsWrong: 0 }), 0.2);
  });
});
