import assert from 'node:assert/strict';
import { checked, problemsOf } from '../../support/demos';

describe('keys that another makes idle', () => {
  const given = 'q: [[1, 0]]\nk: [[1, 0]]\nv: [[1]]\n';
  const runs =
    'points: [[1e8, 1e9, 4], [1e8, 1e10, 3.5], [1e8, 1e11, 3.3], [1e9, 1e9, 3.7], [1e9, 1e10, 3.1], [1e9, 1e11, 2.9], [1e10, 1e9, 3.6], [1e10, 1e10, 3], [1e10, 1e11, 2.7]]\n';
  const logits = 'logits: [[1, 0, 0, 0]]\n';
  const rows: [kind: 'attention' | 'scaling-law' | 'moe', text: string, said: RegExp | undefined][] = [
    ['scaling-law', 'fit: besiroglu-2024\nobjective: log-linear', /objective is for runs/],
    ['scaling-law', 'fit: besiroglu-2024', undefined],
    ['attention', `${given}model: sort-nano`, /model means nothing/],
    ['attention', `${given}seed: 3`, /seed means nothing/],
    ['attention', `${given}positional: sinusoidal`, /added to embeddings/],
    ['attention', `${given}positional: rope`, undefined],
    ['attention', given, undefined],
    ['attention', 'model: sort-nano\ntext: A B C\ntokens: 5', /^(?!.*but the text).*tokens means nothing/s],
    ['attention', 'text: A B C\ntokens: 5', /tokens is 5, but the text has 3 words/],
    ['scaling-law', `${runs}exclude: {}`, /exclude names no runs/],
    ['scaling-law', `${runs}exclude: { highest_loss: 1 }`, undefined],
    ['scaling-law', 'fit: kaplan-2020\nat: { n: 1e9, d: 1e9 }', /at means nothing here: kaplan-2020/],
    ['scaling-law', 'at: { n: 1e9, d: 1e9 }', undefined],
    ['moe', 'adaptive_k: 0.5\ntop_k: 2', /top_k means nothing/],
    ['moe', 'adaptive_k: 0.5', undefined],
    ['moe', `${logits}skew: 2`, /skew means nothing/],
    ['moe', `${logits}seed: 2`, /seed means nothing/],
    ['moe', `${logits}seed: 2\nnoise: 0.5`, undefined],
    ['moe', 'steps: 5\nbalance: { rate: 0.1 }', /balance.rate means nothing/],
    ['moe', 'steps: 5\nbalance: { method: bias, rate: 0.1 }', undefined],
    ['moe', 'balance: { alpha: 0.1 }', undefined],
    ['moe', 'convention: transformers', undefined],
    ['moe', 'convention: transformers\ngroups: { count: 4, keep: 2 }', undefined],
    ['moe', 'capacity: {}', undefined],
  ];
  for (const [kind, text, said] of rows)
    it(`${said ? 'are said' : 'are none'} in ${JSON.stringify(text)}`, async () => {
      const problems = await problemsOf(kind, text);
      if (said) assert.match(problems.join('\n'), said);
      else assert.deepEqual(problems, []);
    });
});

describe('scores beyond what a number can be', () => {
  const rows: [kind: 'attention' | 'moe', text: string, said: RegExp | undefined][] = [
    ['attention', 'q: [[1e308, 1e308]]\nk: [[1e308, 1e308], [1, -1e308]]\nv: [[1], [2]]', /q times k overflows/],
    ['attention', 'q: [[1e308, 0]]\nk: [[0, 1e308], [1, 0]]\nv: [[1], [2]]', undefined],
    ['moe', 'logits: [[-800, -900, -1000]]\ntop_k: 2\nscore: sigmoid', /row 0: so far below zero/],
    ['moe', 'logits: [[-800, -900, -1]]\ntop_k: 2\nscore: sigmoid', undefined],
    ['moe', 'logits: [[-800, -900, -1000]]\ntop_k: 2', undefined],
  ];
  for (const [kind, text, said] of rows)
    it(`${said ? 'are said' : 'are none'} in ${JSON.stringify(text)}`, async () => {
      const problems = await problemsOf(kind, text);
      if (said) assert.match(problems.join('\n'), said);
      else assert.deepEqual(problems, []);
    });
});

describe('bounds of routing', () => {
  for (const text of [
    'tokens: 128\nexperts: 1024\ntop_k: 1024\nsteps: 1000',
    'tokens: 65536\nexperts: 128\ntop_k: 128',
  ])
    it(`count choices in ${JSON.stringify(text)}`, async () => {
      assert.match((await problemsOf('moe', text)).join('\n'), /is too large/);
    });

  it('count the weights of attention', async () => {
    assert.match((await problemsOf('attention', 'tokens: 512\nheads: 64\nd_model: 64')).join('\n'), /is too large/);
    assert.deepEqual(await problemsOf('attention', 'tokens: 64\nheads: 16\nd_model: 64'), []);
  });

  it('let ordinary layers by', async () => {
    const { problems } = await checked('moe', 'tokens: 64\nexperts: 64\ntop_k: 8\nsteps: 20');
    assert.deepEqual(problems, []);
  });
});
