import assert from 'node:assert/strict';
import { bareHost, checked, problemsOf } from '../../../support/demos';
import { shippedModel, shippedModels } from '../../../support/models';

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

  it('measures the head of course-nano, and the formula holds for what it finds', async () => {
    const host = { ...bareHost, models: shippedModels };
    const { results: found, problems } = await checked(
      'multi-token',
      'measure: { text: the router sends, tokens: 128, temperature: 1 }\ndraft: 2\nseed: 3',
      host,
    );
    assert.deepEqual(problems, []);
    const [first, second] = found!.measured_by_place as number[];
    const passes = Number(found!.measured_passes);
    const perPass = Number(found!.measured_tokens_per_pass);
    near(perPass, 1 + first! + first! * second!);
    assert.ok(perPass > 1.5 && perPass < 2.6, `${perPass}`);
    assert.ok(passes * perPass >= 126, `${passes} passes`);
    const share = Number(found!.measured_acceptance);
    near(found!.tokens_per_pass, 1 + share + share * share);
    assert.ok(Math.abs(Number(found!.tokens_per_pass) - perPass) < 0.1);
    assert.ok((found!.written as string).length > 128);
  });

  it('ships a head that drafts better than chance', () => assert.ok(shippedModel('course-nano').draft));

  it('says what a model cannot write on from', async () => {
    const host = { ...bareHost, models: shippedModels };
    for (const [text, wanted] of [
      ['measure: { text: α }', 'demo.value «α» measure.text holds “α”, which course-nano cannot read.'],
      [
        'measure: course-nano\nacceptance: 0.5',
        'demo.value «0.5» acceptance and measure cannot both be given: what is measured is this chance.',
      ],
      ['measure: course-nano\ndraft: 20', 'demo.value «20» draft must be at most 16 where it is measured.'],
    ] as const)
      assert.deepEqual(await problemsOf('multi-token', text, host), [wanted]);
    const long = await problemsOf('multi-token', `measure: { text: ${'the router sends '.repeat(20)} }`, host);
    assert.match(long.join(), /has \d+ tokens; beside a draft of 4, course-nano sees 59\.$/);
  });

  for (const [text, wanted] of [
    ['acceptance: 0.5\nacceptances: [0.5]', 'demo.value «0.5» acceptance and acceptances cannot both be given.'],
    ['acceptances: [0.5]\ndraft: 2', 'demo.value «2» draft must be 1, as many as acceptances has.'],
    ['acceptances: [1.5]', 'demo.value «[1.5]» acceptances must be at most 64 chances from 0 to 1.'],
  ] as const)
    it(`says what cannot be: ${text.replaceAll('\n', ', ')}`, async () =>
      assert.deepEqual(await problemsOf('multi-token', text), [wanted]));
});
