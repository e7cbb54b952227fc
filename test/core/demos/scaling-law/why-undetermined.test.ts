import assert from 'node:assert/strict';
import { lossAt, publishedLaws } from '../../../../src/core/reference/scaling/scaling-law';
import { bareHost, checked, problemsOf } from '../../../support/demos';

type Point = readonly [n: number, d: number, loss: number];

const law = publishedLaws['besiroglu-2024'];
const at = (n: number, d: number): Point => [n, d, lossAt(law, n, d)];
const sizes = [2e7, 1e8, 6e8, 3e9];
const grid = sizes.flatMap((n) => [3e9, 2e10, 2e11].map((d) => at(n, d)));
const demo = (points: readonly Point[], more = '') => `points: ${JSON.stringify(points)}\n${more}`;
const oneSize = [1e9, 2e9, 4e9, 8e9, 16e9, 64e9, 256e9].map((d) => at(1e8, d));
const oneCompute = sizes.map((n) => at(n, 1e20 / n));

describe('runs that determine no law', () => {
  const rows: [what: string, text: string, why: RegExp][] = [
    ['the same run again and again', demo(Array(7).fill(at(1e8, 2e9))), /stand at one point/],
    ['one size', demo(oneSize), /have one size/],
    ['two sizes', demo(grid.slice(0, 6)), /have two sizes/],
    ['one number of tokens', demo([1e7, 2e7, 4e7, 8e7, 16e7].map((n) => at(n, 1e9))), /have one token count/],
    ['one ratio', demo([1e7, 3e7, 1e8, 3e8, 1e9].map((n) => at(n, 20 * n))), /grow together/],
    [
      'a ratio with rounded tokens',
      demo([1.1e7, 3.3e7, 1.2e8, 3e8, 1.3e9].map((n) => at(n, Number((20 * n).toPrecision(2))))),
      /grow together/,
    ],
    ['a power of the size', demo([1e7, 3e7, 1e8, 3e8, 1e9].map((n) => at(n, 9 * n ** 1.2))), /grow together/],
    ['equal losses', demo(grid.map(([n, d]) => [n, d, 3])), /all have one loss/],
    ['rising losses', demo(grid.map(([n, d, loss]) => [n, d, 9 - loss])), /falls neither with size nor with data/],
    ['a line through one compute', demo(oneCompute, 'objective: log-linear'), /one compute/],
  ];
  for (const [what, text, why] of rows)
    it(`are said: ${what}`, async () => {
      const { results, problems } = await checked('scaling-law', text);
      assert.deepEqual(
        problems.map(({ atMost }) => atMost),
        [text.includes('log-linear') ? undefined : 'warning'],
      );
      assert.match(problems[0]!.message, why);
      for (const key of ['E', 'a', 'n_opt', 'loss_at']) assert.equal(results?.[key] ?? null, null, key);
    });

  it('keep what they do determine', async () => {
    const { results } = await checked('scaling-law', demo(oneSize));
    assert.ok(Math.abs((results!.beta as number) - law.beta) < 0.01, `${results!.beta}`);
    assert.equal(results!.runs, oneSize.length);
  });

  it('are told to whoever claims a constant of them', async () => {
    const [, claim] = await problemsOf('scaling-law', demo(oneSize, 'expect: { alpha: 0.3 }'));
    assert.match(claim!, /^demo.expectation «0.3» alpha has no value here.*its runs leave it open/);
  });

  it('may be claimed to be so', async () => {
    const [, ...problems] = await problemsOf(
      'scaling-law',
      demo(oneSize, 'expect: { undetermined: "have one size, and a weight and its exponent need three" }'),
    );
    assert.deepEqual(problems, []);
  });

  it('are marked where runs are left out', async () => {
    const [problem] = await problemsOf('scaling-law', demo(grid, 'exclude: { highest_loss: 9 }'));
    assert.match(problem!, /^demo.value «9» exclude.highest_loss leaves 3 runs/);
  });

  it('are not those of a grid, whose law is found', async () => {
    const { results, problems } = await checked('scaling-law', demo(grid));
    assert.deepEqual(problems, []);
    assert.ok(Math.abs((results!.alpha as number) - law.alpha) < 1e-3);
  });
});

describe('tables of runs', () => {
  const columns = 'data: { path: runs.csv, n: n, d: d, loss: loss }';
  const csv = (rows: readonly Point[]) => `n,d,loss\n${rows.map((row) => row.join(',')).join('\n')}\n`;
  const rows: [what: string, text: string | undefined, said: RegExp | undefined][] = [
    ['a whole one', csv(grid), undefined],
    ['one with semicolons', csv(grid).replaceAll(',', ';'), undefined],
    ['an empty one', ' \n', /^demo.value «runs.csv» data.path names an empty file/],
    ['one without a header', '1e7,1e9,3\n2e7,1e9,3\n', /without a header: its first row holds numbers/],
    ['hexadecimal cells', csv(grid).replace('20000000,', '0x10,'), /row 0: .*numbers above zero/],
    ['infinite cells', csv(grid).replace('20000000,', 'Infinity,'), /row 0: /],
    ['too large cells', csv(grid).replace('20000000,', '1e999,'), /row 0: /],
    ['decimal commas', 'n;d;loss\n1e7;1e9;3,1\n', /with a point for decimals/],
    ['none that is there', undefined, /there is no file runs.csv/],
  ];
  for (const [what, text, said] of rows)
    it(`are said to be what they are: ${what}`, async () => {
      const problems = await problemsOf('scaling-law', columns, { ...bareHost, readData: async () => text });
      assert.equal(problems.length, said ? 1 : 0, problems.join('\n'));
      if (said) assert.match(problems[0]!, said);
    });
});
