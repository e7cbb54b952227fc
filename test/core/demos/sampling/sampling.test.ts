import assert from 'node:assert/strict';
import { checked, problemsOf } from '../../../support/demos';

const results = async (text: string) => {
  const { results: found, problems } = await checked('sampling', text);
  assert.deepEqual(problems, []);
  return found!;
};
const near = (found: unknown, wanted: number) =>
  assert.ok(Math.abs(Number(found) - wanted) <= 1e-12 * Math.abs(wanted), `${found}, not ${wanted}`);

describe('the sampling demo', () => {
  it('gives pass@k of one task with its interval', async () => {
    const found = await results('samples: 200\ncorrect: 20\nk: 10');
    near(found.accuracy, 0.1);
    near(found.pass_at_k, 0.660225623763214);
    near(found.plug_in, 1 - 0.9 ** 10);
    assert.ok(Math.abs(Number(found.pass_at_k_low) - (1 - (1 - 0.06215936625406608) ** 10)) < 1e-10);
    assert.ok(Math.abs(Number(found.pass_at_k_high) - (1 - (1 - 0.1502127878677558) ** 10)) < 1e-10);
    assert.deepEqual([found.best_of, found.larger_cost, found.break_even], [null, null, null]);
  });

  it('gives the mean over tasks, and its interval by their spread', async () => {
    const found = await results('tasks: [[10, 1], [10, 5], [4, 4]]\nk: 2\nconfidence: 0.95');
    const passes = [0.2, 1 - (5 * 4) / (10 * 9), 1];
    const mean = passes.reduce((sum, pass) => sum + pass, 0) / 3;
    const error = Math.sqrt(passes.reduce((sum, pass) => sum + (pass - mean) ** 2, 0) / 2 / 3);
    near(found.pass_at_k, mean);
    near(found.accuracy, (0.1 + 0.5 + 1) / 3);
    assert.ok(Math.abs(Number(found.pass_at_k_low) - (mean - 1.959963984540054 * error)) < 1e-12);
    assert.equal(found.pass_at_k_high, 1);
    near(found.majority_limit, (0 + 0.5 + 1) / 3);
  });

  it('counts what answers cost and when they come up to a larger model', async () => {
    const text =
      'samples: 10\ncorrect: 2\nk: 8\nverifier: {accepts_right: 1, accepts_wrong: 0, tokens: 500}\ntokens: 1000\nprice: 2\nlarger: {accuracy: 0.9, price: 30}';
    const found = await results(text);
    near(found.best_of, 1 - 0.8 ** 8);
    near(found.total_tokens, 12_000);
    near(found.cost, 0.024);
    near(found.larger_cost, 0.03);
    // 1 - 0.8^n reaches 0.9 first at 11.
    assert.equal(found.break_even, 11);
    near(found.break_even_cost, 0.033);
  });

  it('says that a verifier never comes up to a model above its precision', async () => {
    const found = await results('correct: 20\nverifier: 0.9\nlarger: 0.55');
    near(found.best_of_limit, 0.5);
    assert.equal(found.break_even, null);
    const { expectations } = await checked(
      'sampling',
      'verifier: 0.9\nlarger: 0.55\nexpect: {break_even: 4, larger_cost: 0.01 dollars}',
    );
    assert.deepEqual(
      expectations.map(({ holds, problem }) => [holds, problem?.message]),
      [
        [
          false,
          'break_even has no value here, so it cannot be 4: larger or verifier is not given, or no number of answers comes up to the larger model.',
        ],
        [true, undefined],
      ],
    );
  });

  it('estimates nothing from fewer answers than k, and counts votes up to 256', async () => {
    const found = await results('samples: 20\ncorrect: 5\nk: 300');
    assert.deepEqual([found.pass_at_k, found.pass_at_k_low, found.majority], [null, null, null]);
    near(found.plug_in, 1 - 0.75 ** 300);
    assert.ok(Number((await results('samples: 200\ncorrect: 120\nk: 256')).majority) > 0.99);
  });

  for (const [text, wanted] of [
    ['samples: 10\ncorrect: 11', 'demo.value «11» correct cannot be 11 of 10 answers.'],
    ['tasks: [[10, 1]]\nsamples: 5', 'demo.value «5» samples and tasks cannot both be given.'],
    [
      'tasks: [[10, 1], [10, 1.5]]',
      'demo.value «[[10, 1], [10, 1.5]]» tasks row 1: must be answers drawn and, of these, right answers: whole numbers, [200, 20].',
    ],
    [
      'verifier: {accuracy: 0.9, accepts_right: 1, accepts_wrong: 0}',
      'demo.value «0.9» verifier.accuracy means nothing beside accepts_right and accepts_wrong.',
    ],
  ] as const)
    it(`says what cannot be: ${text.replaceAll('\n', ', ')}`, async () =>
      assert.deepEqual(await problemsOf('sampling', text), [wanted]));
});
