import assert from 'node:assert/strict';
import type { DemoHost } from '../../../src/core/demos/demo-definition';
import { demoDefinitions } from '../../../src/core/demos/demo-definitions';
import type { DemoKind } from '../../../src/core/demos/demo-kind';
import { bareHost, checked, problemsOf } from '../../support/demos';

const withFile = (text: string): DemoHost => ({
  ...bareHost,
  readData: async (path) => (path === 'a.csv' ? text : undefined),
});
const run = async (kind: DemoKind, fence: string, table: string) => {
  const { results, problems } = await checked(kind, fence, withFile(table));
  assert.deepEqual(problems, []);
  return results!;
};

const router =
  'token,logit_0,logit_1,logit_2,logit_3,expert_0,expert_1\nthe,2,1,0,-1,0,1\ncat,0,1,2,-1,2,1\nsat,3,0,0,1,0,2\n';
const choices = 'expert_0,expert_1\n0,1\n2,1\n0,2\n';

describe('recorded routing', () => {
  it('stands beside what the gate chooses from the same logits', async () => {
    const found = await run('moe', 'data: a.csv', router);
    assert.deepEqual(found.recorded_experts, [
      [0, 1],
      [2, 1],
      [0, 2],
    ]);
    assert.deepEqual(found.experts, [
      [0, 1],
      [2, 1],
      [0, 3],
    ]);
    assert.deepEqual(found.recorded_load, [2, 2, 2, 0]);
    // Three pairs of six are the mean 1.5 of four experts.
    assert.equal(found.recorded_max_vio, (2 - 1.5) / 1.5);
    assert.equal(found.recorded_agreement, 2 / 3);
  });

  it('reads probabilities as what a softmax gave', async () => {
    const table = 'probability_0,probability_1,probability_2\n0.5,0.3,0.2\n0,0.25,0.75\n';
    const found = await run('moe', 'data: { path: a.csv }\ntop_k: 1\nnormalise: false', table);
    const [first, second] = found.weights as number[][];
    assert.ok(Math.abs(first![0]! - 0.5) < 1e-12 && Math.abs(second![0]! - 0.75) < 1e-12);
    assert.equal(found.recorded_load, null);
  });

  it('takes choices alone, beside tokens that are drawn', async () => {
    const found = await run('moe', 'data: a.csv\nexperts: 4', choices);
    assert.deepEqual(found.recorded_load, [2, 2, 2, 0]);
    assert.equal(found.recorded_agreement, null);
    assert.equal((found.experts as number[][]).length, 3);
  });

  it('keeps the rows of a layer', async () => {
    const layers = 'layer,expert_0\n0,0\n0,1\n1,3\n1,3\n';
    assert.deepEqual(
      (await run('moe', 'data: { path: a.csv, layer: 1 }\nexperts: 4', layers)).recorded_load,
      [0, 0, 0, 2],
    );
  });

  it('reads semicolons, tabs and other ways to number columns', async () => {
    for (const table of [choices.replaceAll(',', ';'), choices.replaceAll(',', '\t'), choices.replaceAll('t_', 't ')])
      assert.deepEqual((await run('moe', 'data: a.csv\nexperts: 4', table)).recorded_load, [2, 2, 2, 0]);
  });

  for (const [what, fence, table, wanted] of [
    [
      'no such file',
      'data: b.csv',
      '',
      'data.path cannot be read: there is no file b.csv beside this lesson inside the course.',
    ],
    ['no path', 'data: { layer: 1 }', '', 'data needs path: the CSV file of what was recorded.'],
    ['an empty file', 'data: a.csv', '', 'data.path names an empty file.'],
    ['no rows', 'data: a.csv', 'expert_0\n', 'data.path names a table without rows.'],
    [
      'no header',
      'data: a.csv',
      '0,1\n2,1\n',
      'data.path names a table without a header: its first row holds numbers.',
    ],
    [
      'other columns',
      'data: a.csv',
      'token,gate\nthe,1\n',
      'data.path names a table without columns logit_0 …, probability_0 … or expert_0 ….',
    ],
    [
      'a column that is missing',
      'data: a.csv',
      'logit_0,logit_2\n1,2\n',
      'data.path has a column logit_2 where logit_1 should be: they are counted from 0, without gaps.',
    ],
    [
      'columns counted from one',
      'data: a.csv',
      'logit_1,logit_2\n1,2\n',
      'data.path has a column logit_1 where logit_0 should be: they are counted from 0, without gaps.',
    ],
    ['a column twice', 'data: a.csv', 'logit_0,logit_0\n1,2\n', 'data.path names a table with two columns logit_0.'],
    [
      'NaN',
      'data: a.csv',
      'logit_0,logit_1\n1,2\n1,nan\n',
      'data.path row 2: logit_1 holds nan, which is no number with a point for decimals.',
    ],
    [
      'an empty cell',
      'data: a.csv',
      'logit_0,logit_1\n1,\n',
      'data.path row 1: logit_1 is empty, which is no number with a point for decimals.',
    ],
    [
      'infinity',
      'data: a.csv',
      'logit_0,logit_1\n-inf,1\n',
      'data.path row 1: logit_0 holds -inf, which is no number with a point for decimals.',
    ],
    [
      'decimal commas',
      'data: a.csv',
      'logit_0;logit_1\n1,5;2\n',
      'data.path row 1: logit_0 holds 1,5, which is no number with a point for decimals.',
    ],
    ['an index beyond', 'data: a.csv\nexperts: 2', choices, 'data.path row 2: there is no expert 2; they are 0 to 1.'],
    [
      'an index below',
      'data: a.csv\nexperts: 4',
      'expert_0\n-1\n',
      'data.path row 1: there is no expert -1; they are 0 to 3.',
    ],
    [
      'half an expert',
      'data: a.csv\nexperts: 4',
      'expert_0\n1.5\n',
      'data.path row 1: there is no expert 1.5; they are 0 to 3.',
    ],
    [
      'an expert twice',
      'data: a.csv\nexperts: 4',
      'expert_0,expert_1\n1,1\n',
      'data.path row 1: expert 1 is chosen twice.',
    ],
    [
      'choices of nobody knows how many',
      'data: a.csv',
      choices,
      'data needs experts: choices alone do not say how many there are.',
    ],
    [
      'another k',
      'data: a.csv\nexperts: 4\ntop_k: 3',
      choices,
      'data.path records 2 experts for each token, but the gate chooses 3.',
    ],
    [
      'a preset of other sizes',
      'data: a.csv\npreset: deepseek-v3',
      router,
      'data.path does not fit: 4 experts do not divide among 8 groups.',
    ],
    [
      'a row that is no distribution',
      'data: a.csv',
      'probability_0,probability_1\n0.5,0.5\n0.5,0.4\n',
      'data.path row 2: its numbers sum to 0.9, not to 1.',
    ],
    [
      'percent in place of shares',
      'data: a.csv',
      'probability_0,probability_1\n60,40\n',
      'data.path row 1: probability_0 is 60, which is no share from 0 to 1.',
    ],
    [
      'probabilities of a sigmoid',
      'data: a.csv\nscore: sigmoid',
      'probability_0,probability_1\n0.6,0.4\n',
      'score must be softmax where the table holds probabilities.',
    ],
    [
      'both kinds',
      'data: a.csv',
      'logit_0,probability_0\n1,1\n',
      'data.path names a table with both logits and probabilities; one of them is read.',
    ],
    [
      'several layers',
      'data: a.csv\nexperts: 4',
      'layer,expert_0\n0,0\n1,3\n',
      'data needs layer: the table holds the layers 0, 1.',
    ],
    [
      'a layer that is not there',
      'data: { path: a.csv, layer: 7 }\nexperts: 4',
      'layer,expert_0\n0,0\n1,3\n',
      'data.layer is not in the table, which holds 0, 1.',
    ],
    [
      'a layer of none',
      'data: { path: a.csv, layer: 7 }\nexperts: 4',
      choices,
      'data.layer means nothing for a table without a column layer.',
    ],
    [
      'logits too',
      'data: a.csv\nlogits: [[1, 2]]',
      router,
      'logits and data cannot both be given: the table has its own.',
    ],
    ['a text too', 'data: a.csv\ntext: a b c', router, 'text and data cannot both be given: the table has its own.'],
    [
      'another number of experts',
      'data: a.csv\nexperts: 8',
      router,
      'data.path has rows of 4 numbers, but there are 8 experts.',
    ],
  ] as const)
    it(`says of ${what} what is wrong`, async () => {
      const found = await problemsOf('moe', fence, withFile(table));
      assert.ok(found[0]!.endsWith(`» ${wanted}`), found.join('\n'));
      // A preset is of several sizes, each of which does not fit.
      assert.equal(found.length, what.startsWith('a preset') ? 2 : 1, found.join('\n'));
    });
});

const attention =
  'head,token,key_0,key_1,key_2\n0,the,1,0,0\n0,cat,0.5,0.5,0\n0,sat,0.2,0.3,0.5\n1,the,1,0,0\n1,cat,0.9,0.1,0\n1,sat,0,0,1\n';

describe('recorded attention', () => {
  it('stands beside attention that is computed over the same tokens and heads', async () => {
    const found = await run('attention', 'data: a.csv', attention);
    assert.deepEqual((found.recorded_weights as number[][][])[1], [
      [1, 0, 0],
      [0.9, 0.1, 0],
      [0, 0, 1],
    ]);
    assert.ok(Math.abs((found.recorded_entropy as number[][])[0]![1]! - Math.LN2) < 1e-12);
    assert.ok(Number(found.recorded_row_sum_error) < 1e-15);
    const computed = found.weights as number[][][];
    assert.deepEqual([computed.length, computed[0]!.length], [2, 3]);
    // No recorded query looks ahead, so none that is computed does.
    assert.equal(computed[0]![0]![2], 0);
    const apart = (found.recorded_weights as number[][][]).flat(2).map((w, i) => Math.abs(w - computed.flat(2)[i]!));
    assert.equal(found.recorded_difference, Math.max(...apart));
  });

  it('is null where there is no table', async () => {
    const { problems } = await checked('attention', 'text: a b\nexpect: { recorded_difference: 0 }');
    assert.match(problems[0]!.message, /has no value here.*names no table/);
  });

  for (const [what, fence, table, wanted] of [
    [
      'no keys',
      'data: a.csv',
      'head,token\n0,the\n',
      'data.path names a table without columns key_0, key_1 …: the weights of a query over the keys.',
    ],
    [
      'a row that is missing',
      'data: a.csv',
      attention.replace('1,sat,0,0,1\n', ''),
      'data.path has 2 rows of head 1 and 3 keys: each token needs a row for each head.',
    ],
    [
      'a wrong sum',
      'data: a.csv',
      attention.replace('0.2,0.3,0.5', '0.2,0.3,0.4'),
      'data.path row 3: its numbers sum to 0.9, not to 1.',
    ],
    [
      'a weight below zero',
      'data: a.csv',
      attention.replace('0.5,0.5,0', '1.5,-0.5,0'),
      'data.path row 2: key_0 is 1.5, which is no share from 0 to 1.',
    ],
    ['other heads', 'data: a.csv\nheads: 4', attention, 'heads must be 2, as many as the table has.'],
    [
      'a text too',
      'data: a.csv\ntext: the cat sat',
      attention,
      'text and data cannot both be given: the table has its own tokens.',
    ],
    [
      'queries too',
      'data: a.csv\nq: [[1]]',
      attention,
      'q and data cannot both be given: the table has its own tokens.',
    ],
    [
      'half a number',
      'data: a.csv',
      attention.replace('0.9', '0.9e'),
      'data.path row 5: key_0 holds 0.9e, which is no number with a point for decimals.',
    ],
  ] as const)
    it(`says of ${what} what is wrong`, async () => {
      const found = await problemsOf('attention', fence, withFile(table));
      assert.equal(found.length, 1, found.join('\n'));
      assert.ok(found[0]!.endsWith(`» ${wanted}`), found[0]);
    });

  it('names its file, so that nothing else is read', () => {
    const files = (kind: 'moe' | 'attention') => demoDefinitions[kind].files({ data: { path: 'x/y.csv' } });
    assert.deepEqual([files('moe'), files('attention')], [['x/y.csv'], ['x/y.csv']]);
  });
});
