import assert from 'node:assert/strict';
import type { Run } from '../../../../src/core/reference/scaling/fit-law';
import { openConstants } from '../../../../src/core/reference/scaling/open-constants';
import { lossAt, publishedLaws, type ScalingLaw } from '../../../../src/core/reference/scaling/scaling-law';

const law: ScalingLaw = publishedLaws['besiroglu-2024'];
const sizes = [2e7, 1e8, 6e8, 3e9];
const tokens = [3e9, 2e10, 2e11];
const runs = (of: ScalingLaw, ns = sizes, ds = tokens): Run[] =>
  ns.flatMap((n) => ds.map((d) => ({ parameters: n, tokens: d, loss: lossAt(of, n, d) })));

describe('the constants that runs leave open', () => {
  const rows: [what: string, law: ScalingLaw, runs: Run[], open: string][] = [
    ['none on a grid', law, runs(law), ''],
    ['none on a narrow grid', law, runs(law, [1e8, 1.5e8, 2e8], [1e9, 1.5e9, 2e9]), ''],
    ['none on lines of equal compute', law, sizes.flatMap((n) => runs(law, [n], [1e19 / n, 1e20 / n])), ''],
    ['those of one size', law, runs(law, [1e8]), 'E A alpha'],
    ['those of two sizes', law, runs(law, sizes.slice(0, 2)), 'E A alpha'],
    ['those of one number of tokens', law, runs(law, sizes, [1e9]), 'E B beta'],
    ['all of one point', law, runs(law, [1e8], [1e9]), 'E A B alpha beta'],
    ['a term that is nothing', { ...law, A: 1e-6 }, runs({ ...law, A: 1e-6 }), 'A alpha'],
    ['a term that does not fall', { ...law, B: 0.01, beta: -0.1 }, runs({ ...law, B: 0.01, beta: -0.1 }), 'E B beta'],
    ['an E that is nothing', { ...law, E: 1e-9 }, runs({ ...law, E: 1e-9 }), 'E'],
  ];
  for (const [what, of, given, open] of rows)
    it(`are ${what}`, () => {
      const found = openConstants(of, given);
      assert.equal(['E', 'A', 'B', 'alpha', 'beta'].filter((name) => found.has(name as 'E')).join(' '), open);
    });
});
