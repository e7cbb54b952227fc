import assert from 'node:assert/strict';
import type { DemoKind } from '../../../src/core/demos/demo-kind';
import { bareHost, problemsOf } from '../../support/demos';

/** Runs of one law, in every pair of three sizes and four numbers of tokens. */
const runs = [1e8, 3e8, 1e9].flatMap((n) =>
  [2e9, 1e10, 6e10, 2e11].map((d) => `${n},${d},${(1.8 + 400 / n ** 0.34 + 1500 / d ** 0.36).toFixed(6)}`),
);
const table = `n,d,loss\n${runs.join('\n')}\n`;
const curve = `loss\n${Array.from({ length: 60 }, (_, i) => 3 - i / 100).join('\n')}\n`;

/** What stands in the fence, what is said of it, and the table `a.csv` beside it. Written down before the product was asked. */
const rows: readonly [what: string, kind: DemoKind, body: string, said: RegExp | undefined, file?: string][] = [
  ['alias in a list', 'attention', 'q: [*x]', /Nothing above is named/],
  ['alias before its anchor', 'mla', 'heads: *h\nhead_dim: &h 64', /Nothing above is named/],
  ['second document with dots', 'mla', 'layers: 2\n...\nlayers: 3', /demo\.yaml/],
  ['near result key', 'model-size', 'preset: gpt-2\nexpect: { parameter: 1 }', /parameters/],
  ['claim of an index beyond', 'attention', 'tokens: 2\nexpect: { weights.0.5.0: 1 }', /no element/],
  [
    'idle key: z_loss with data',
    'loss-curve',
    'data: { path: a.csv, loss: loss }\nz_loss: 1e-4',
    /means nothing/,
    curve,
  ],
  [
    'a preset beside quantities',
    'growth',
    'preset: memory-wall\nquantities: [{ name: a, times: 2, source: b }]',
    /cannot both/,
  ],
  ['idle: positional with q,k,v', 'attention', 'q: [[1]]\nk: [[1]]\nv: [[1]]\npositional: rope', /positional/],
  ['three dots', 'mla', 'expect: { reduction_vs_mha: "0.9...1" }', /two dots/],
  ['negative tolerance', 'mla', 'expect: { reduction_vs_mha: "0.98 ± -1" }', /not negative/],
  ['percent tolerance of number', 'mla', 'expect: { reduction_vs_mha: "0.98 ± 1%" }', /no way to claim/],
  ['percent both', 'mla', 'expect: { reduction_vs_mha: "98% ± 1%" }', undefined],
  ['decimal comma quoted', 'mla', 'expect: { reduction_vs_mha: "0,98" }', /comma/],
  ['grouped thousands quoted', 'mla', 'expect: { kv_elements_per_token: "34,560" }', /comma|^1 file/],
  ['wrong unit', 'mla', 'expect: { cache_bytes: 2.3 tokens }', /no way to claim/],
  ['range with units', 'mla', 'expect: { cache_bytes: 2.2..2.3 GB }', undefined],
  ['range over slack', 'mla', 'expect: { cache_bytes: 2264924160..2264924160 }', undefined],
  ['a bound of what has no value', 'moe', 'expect: { capacity: "< 5" }', /no value here.*: /],
  [
    'one size only',
    'scaling-law',
    'points: [[1e9,1e9,3],[1e9,3e9,2.8],[1e9,1e10,2.6],[1e9,3e10,2.5],[1e9,1e11,2.4],[1e9,3e11,2.35]]\nexpect: { alpha: 0.3 }',
    /one size/,
  ],
  [
    'rising losses',
    'scaling-law',
    'points: [[1e8,1e9,2.0],[3e8,3e9,2.2],[1e9,3e9,2.5],[3e9,1e10,2.7],[1e9,1e10,2.8],[3e8,1e10,2.4]]\nexpect: { alpha: 0.3 }',
    /no value|leave|determine/,
  ],
  ['four points', 'scaling-law', 'points: [[1e8,1e9,3],[1e9,1e10,2.5],[1e9,1e9,2.9],[1e8,1e10,2.8]]', /at least/],
  [
    'negative loss',
    'scaling-law',
    'points: [[1e8,1e9,-3],[1e9,1e10,2.5],[1e9,1e9,2.9],[1e8,1e10,2.8],[1e7,1e8,4],[1e7,1e9,4]]',
    /points/,
  ],
  [
    'hex cell',
    'scaling-law',
    'data: { path: a.csv, n: n, d: d, loss: loss }',
    /must be numbers above zero/,
    table.replace('100000000,', '0x10,'),
  ],
  ['semicolons', 'scaling-law', 'data: { path: a.csv, n: n, d: d, loss: loss }', undefined, table.replaceAll(',', ';')],
  ['huge tokens of attention', 'attention', 'tokens: 100000', /tokens/],
  ['moe work', 'moe', 'tokens: 60000\nexperts: 1000\nsteps: 1000', /too large/],
  ['compute cycles', 'compute', 'let:\n  - a = b\n  - b = a', /b/],
  ['compute unit clash', 'compute', 'let:\n  - a = 2 GB + 3 s', /adds seconds to bytes/],
  ['multi-token idle', 'multi-token', 'acceptance: 0.5\nmeasure: { text: attention }', /acceptance/],
  ['sampling more correct than samples', 'sampling', 'samples: 5\ncorrect: 9', /correct/],
  ['collective zero ranks', 'collective', 'topology: { nodes: 0, per_node: 8 }', /nodes/],
  ['precision no values', 'precision', 'values: []', /values/],
];

describe('what cannot be meant, in a demo', () => {
  for (const [what, kind, body, said, file] of rows)
    it(`${said ? 'is told' : 'is not found'}: ${what}`, async () => {
      const host = { ...bareHost, readData: async (path: string) => (path === 'a.csv' ? file : undefined) };
      const problems = await problemsOf(kind, body, host);
      if (said) assert.match(problems.join('\n') || 'nothing', said);
      else assert.deepEqual(problems, []);
    });
});
