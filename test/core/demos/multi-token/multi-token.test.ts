import assert from 'node:assert/strict';
import { checked, problemsOf } from '../../../support/demos';

const results = async (text: string) => {
  const { results: found, problems } = await checked('multi-token', text);
  assert.deepEqual(problems, []);
  return found!;
};
const near = (found: unknown, wanted: number) =>
  assert.ok(Math.abs(Number(found) - wanted) <= 1e-12 * Math.abs(wanted), `${found}, not ${wanted}`);

describe('the multi-token demo', () => {
  it('counts passes, time and the best draft', async () => {
    const found = await results('acceptance: 0.5\ndraft: 1\ndraft_cost: 0.2\npass_ms: 10\ntokens: 300');
    near(found.tokens_per_pass, 1.5);
    near(found.accepted_share, 0.5);
    near(found.speed_up, 1.5 / 1.2);
    near(found.passes, 200);
    near(found.seconds, 200 * 0.012);
    near(found.tokens_per_second, 300 / 2.4);
    // Of one token 1.5/1.2, of two 1.75/1.4, the same; the shorter counts.
    assert.equal(found.best_draft, 1);
    assert.deepEqual(found.by_draft, [1, 1.5]);
  });

  it('says that a dear draft never pays', async () => {
    const found = await results('acceptance: 0.3\ndraft_cost: 0.4');
    assert.deepEqual([found.best_draft, found.best_speed_up], [0, 1]);
    assert.ok(Number(found.speed_up) < 1);
  });

  it('takes the chance of each token', async () => {
    const found = await results('acceptances: [0.85]\ndraft_cost: 0.03');
    near(found.tokens_per_pass, 1.85);
    near(found.speed_up, 1.85 / 1.03);
    assert.deepEqual([found.best_draft, found.best_speed_up], [null, null]);
    assert.equal((await results('draft: 0')).accepted_share, null);
  });

  for (const [text, wanted] of [
    ['acceptance: 0.5\nacceptances: [0.5]', 'demo.value «0.5» acceptance and acceptances cannot both be given.'],
    ['acceptances: [0.5]\ndraft: 2', 'demo.value «2» draft must be 1, as many as acceptances has.'],
    ['acceptances: [1.5]', 'demo.value «[1.5]» acceptances must be at most 64 chances from 0 to 1.'],
  ] as const)
    it(`says what cannot be: ${text.replaceAll('\n', ', ')}`, async () =>
      assert.deepEqual(await problemsOf('multi-token', text), [wanted]));
});
