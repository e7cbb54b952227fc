import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Random } from '../../../../src/core/reference/random';
import { bootstrapLaws, lossBand, standardErrors } from '../../../../src/core/reference/scaling/bootstrap';
import { fitLaw, type Run } from '../../../../src/core/reference/scaling/fit-law';
import { minimise } from '../../../../src/core/reference/scaling/minimise';
import { lossAt, publishedLaws, type ScalingLaw } from '../../../../src/core/reference/scaling/scaling-law';
import { chinchillaRuns, withoutHighest } from '../../../support/chinchilla';
import { sharedFile, skipWithoutShared } from '../../../support/shared';

/** E, alpha and beta within 2e-4, A and B within 0.5%: what the data determine. */
function assertLaw(law: ScalingLaw, expected: ScalingLaw): void {
  for (const key of ['E', 'alpha', 'beta'] as const)
    assert.ok(Math.abs(law[key] - expected[key]) < 2e-4, `${key} ${law[key]} is not ${expected[key]}`);
  for (const key of ['A', 'B'] as const)
    assert.ok(Math.abs(law[key] / expected[key] - 1) < 5e-3, `${key} ${law[key]} is not ${expected[key]}`);
}

const exactRuns = (law: ScalingLaw): Run[] =>
  [5e7, 2e8, 1e9, 6e9].flatMap((parameters) =>
    [1e9, 8e9, 9e10].map((tokens) => ({ parameters, tokens, loss: lossAt(law, parameters, tokens) })),
  );

describe('minimise', () => {
  it('finds the bottom of a bent valley', () => {
    const { x } = minimise(
      (at, gradient) => {
        const [u, v] = [at[0]!, at[1]!];
        gradient[0] = -2 * (1 - u) - 400 * u * (v - u * u);
        gradient[1] = 200 * (v - u * u);
        return (1 - u) ** 2 + 100 * (v - u * u) ** 2;
      },
      [-1.2, 1],
    );
    assert.ok(Math.abs(x[0]! - 1) < 1e-7 && Math.abs(x[1]! - 1) < 1e-7, `${x}`);
  });

  it('comes down into a kink', () => {
    const { value } = minimise(
      (at, gradient) => {
        gradient[0] = Math.sign(at[0]!) + 0.2 * at[0]!;
        gradient[1] = 10 * Math.sign(at[1]! - at[0]!);
        gradient[0] -= gradient[1];
        return Math.abs(at[0]!) + 0.1 * at[0]! ** 2 + 10 * Math.abs(at[1]! - at[0]!);
      },
      [3, -2],
    );
    assert.ok(value < 1e-6, `${value}`);
  });

  it('stays where it is when the start has no value', () => {
    assert.equal(minimise(() => Number.NaN, [1]).x[0], 1);
  });
});

describe('fitLaw', () => {
  it('finds the law that exact runs follow, from any of its starts', () => {
    for (const law of Object.values(publishedLaws))
      for (const objective of ['huber-sum', 'huber-mle'] as const) {
        const fitted = fitLaw(exactRuns(law), objective).law;
        for (const key of Object.keys(law) as (keyof ScalingLaw)[])
          assert.ok(Math.abs(fitted[key] / law[key] - 1) < 1e-3, `${objective} ${key} ${fitted[key]}`);
      }
  });

  it('is not moved by one wild run', () => {
    const law = publishedLaws['hoffmann-2022'];
    const runs = exactRuns(law);
    const wild = [...runs.slice(0, 5), { ...runs[5]!, loss: runs[5]!.loss * 1.3 }, ...runs.slice(6)];
    assertLaw(fitLaw(wild, 'huber-mle').law, law);
  });

  it('refuses fewer runs than there are numbers to find', () => {
    assert.throws(() => fitLaw(exactRuns(publishedLaws['hoffmann-2022']).slice(0, 4)), /4 runs do not determine five/);
  });
});

describe('the fit of the published runs', () => {
  before(function () {
    if (!chinchillaRuns) skipWithoutShared(this);
  });

  it('gives the published constants with the five highest losses left out', () => {
    const runs = withoutHighest(chinchillaRuns!, 5);
    const mle = fitLaw(runs, 'huber-mle').law;
    assertLaw(mle, { E: 1.81686, A: 482.006, B: 2085.434, alpha: 0.34781, beta: 0.36585 });
    const published = publishedLaws['besiroglu-2024'];
    assertLaw({ ...mle, E: published.E }, published);
    assert.ok(Math.abs(mle.E - published.E) < 4e-4);
    assertLaw(fitLaw(runs, 'huber-sum').law, { E: 1.81722, A: 477.83, B: 2143.42, alpha: 0.34731, beta: 0.36717 });
  });

  it('gives another beta, .4530, with all 245 runs', () => {
    assert.equal(chinchillaRuns!.length, 245);
    assert.ok(Math.abs(fitLaw(chinchillaRuns!, 'huber-sum').law.beta - 0.453) < 2e-4);
  });

  it('gives the bootstrap standard errors', function () {
    this.timeout(120_000);
    const runs = withoutHighest(chinchillaRuns!, 5);
    const { law } = fitLaw(runs, 'huber-mle');
    const drawing = bootstrapLaws(runs, 'huber-mle', law);
    const laws = Array.from({ length: 200 }, () => drawing.next().value);
    const errors = standardErrors(laws);
    const expected = { E: 0.026, A: 125, B: 1293, alpha: 0.015, beta: 0.021 };
    for (const key of Object.keys(expected) as (keyof ScalingLaw)[])
      assert.ok(Math.abs(errors[key] / expected[key] - 1) < 0.3, `${key} ${errors[key]}`);
    const band = lossBand(laws, 70e9, 1.4e12);
    const middle = lossAt(law, 70e9, 1.4e12);
    assert.ok(band.low < middle && middle < band.high && band.high - band.low < 0.1);
  });
});

describe('the fit of a second data set', () => {
  const file = sharedFile('data/gemstones-fitting-hot.jsonl');
  before(function () {
    if (!file) skipWithoutShared(this);
  });

  it('converges, and stays put under resampling', function () {
    this.timeout(120_000);
    const lines = readFileSync(file!, 'utf8').trim().split('\n');
    const runs = lines.map((line) => {
      const row = JSON.parse(line) as { params_active_precise: number; tokens: number; final_loss: number };
      return { parameters: row.params_active_precise, tokens: row.tokens, loss: row.final_loss };
    });
    assert.equal(runs.length, 220);
    const { law } = fitLaw(runs, 'huber-sum');
    const residuals = runs.map((run) => Math.abs(Math.log(lossAt(law, run.parameters, run.tokens) / run.loss)));
    const mean = residuals.reduce((sum, residual) => sum + residual, 0) / runs.length;
    assert.ok(mean < 0.015, `${mean}`);
    const drawing = bootstrapLaws(runs, 'huber-sum', law);
    const errors = standardErrors(Array.from({ length: 30 }, () => drawing.next().value));
    assert.ok(errors.alpha < 0.2 * law.alpha && errors.beta < 0.3 * law.beta, JSON.stringify({ law, errors }));
  });
});

describe('bootstrapLaws', () => {
  it('draws the same laws for the same seed', () => {
    const random = new Random(1);
    const runs = exactRuns(publishedLaws['hoffmann-2022']).map((run) => ({
      ...run,
      loss: run.loss * Math.exp(0.01 * random.gaussian()),
    }));
    const { law } = fitLaw(runs);
    const first = (seed: number) => bootstrapLaws(runs, 'huber-sum', law, seed).next().value;
    assert.deepEqual(first(4), first(4));
    assert.notDeepEqual(first(4), first(5));
  });
});
