import assert from 'node:assert/strict';
import { Random } from '../../../../src/core/reference/random';
import { bootstrapLaws, standardErrors } from '../../../../src/core/reference/scaling/bootstrap';
import { fitLaw } from '../../../../src/core/reference/scaling/fit-law';
import { lossAt, publishedLaws } from '../../../../src/core/reference/scaling/scaling-law';
import { checked, problemsOf } from '../../../support/demos';

const random = new Random(3);
const runs = [1e7, 3e7, 1e8, 3e8, 1e9].flatMap((parameters) =>
  [1e9, 4e9, 1.6e10].map((tokens) => {
    const loss = lossAt(publishedLaws['besiroglu-2024'], parameters, tokens) * (1 + 0.002 * random.gaussian());
    return { parameters, tokens, loss: Number(loss.toFixed(6)) };
  }),
);
const points = `points: [${runs.map(({ parameters, tokens, loss }) => `[${parameters}, ${tokens}, ${loss}]`).join(', ')}]\n`;

describe('standard errors of a fit', () => {
  it('are the spread of fits to runs drawn anew, always the same', async () => {
    const { results, problems } = await checked('scaling-law', `${points}resamples: 12\n`);
    assert.deepEqual(problems, []);
    const { law } = fitLaw(runs, 'huber-mle');
    const draws = bootstrapLaws(runs, 'huber-mle', law);
    const laws = Array.from({ length: 12 }, () => draws.next().value);
    const expected = standardErrors(laws);
    const { E_error, A_error, B_error, alpha_error, beta_error, a_error } = results!;
    assert.deepEqual(
      [E_error, A_error, B_error, alpha_error, beta_error],
      [expected.E, expected.A, expected.B, expected.alpha, expected.beta],
    );
    assert.ok(typeof a_error === 'number' && a_error > 0 && a_error < 0.2, String(a_error));
  });

  it('are none where none are asked for, and none of a published law or a line', async () => {
    assert.equal((await checked('scaling-law', points)).results!.alpha_error, null);
    assert.deepEqual(await problemsOf('scaling-law', 'resamples: 20\n'), [
      'demo.value «20» resamples is for runs; a published fit is not fitted again.',
    ]);
    const line = await checked('scaling-law', `${points}objective: log-linear\nresamples: 20\n`);
    assert.equal(line.results!.alpha_error, null);
    assert.match(line.problems[0]!.message, /a line has no five constants/);
    assert.deepEqual(await problemsOf('scaling-law', 'expect: {alpha_error: 0.02}\n'), [
      'demo.expectation «0.02» alpha_error has no value here, so it cannot be 0.02: the key resamples asks for none, or no law of five constants was fitted to runs.',
    ]);
  });
});
