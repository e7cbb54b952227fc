import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readDemo } from '../../../src/core/demos/read-demo';
import { prepareDemo, runDemo } from '../../../src/core/demos/run-demo';
import { bareHost, checked, problemsOf } from '../../support/demos';
import { sharedFile, skipWithoutShared } from '../../support/shared';

/** Runs a demo whose claims must all hold. */
async function proven(kind: Parameters<typeof checked>[0], text: string) {
  const found = await checked(kind, text);
  assert.deepEqual(
    found.problems.map(({ message }) => message),
    [],
  );
  return found.results!;
}

describe('the moe demo', () => {
  const golden = [
    'score: sigmoid',
    'top_k: 3',
    'groups: {count: 4, keep: 2}',
    'scale: 2.5',
    'logits: [[.4, -1.2, 1.1, .3, -.6, .9, 2, -2.2]]',
  ];

  it('gives the golden vectors of the gate', async () => {
    const bias = 'bias: [0, .1, -.3, .2, .15, -.05, -.4, .3]';
    const claims = 'expect:\n  experts.0: [3, 5, 4]\n  weights.0: [.875816, 1.083939, .540245]';
    await proven('moe', [...golden, bias, claims].join('\n'));
    const without = 'expect:\n  experts.0: [2, 5, 3]\n  weights.0: [.921400, .873123, .705477]';
    await proven('moe', [...golden, without].join('\n'));
  });

  it('shows where the conventions part', async () => {
    const low = 'bias: [-1, -.9, -1.3, -.8, -.85, -1.05, -1.4, -.7]';
    const claims = (experts: string) => `expect:\n  experts.0: ${experts}`;
    await proven('moe', [...golden, low, claims('[3, 5, 4]')].join('\n'));
    await proven('moe', [...golden, low, 'convention: megatron', claims('[3, 5, 4]')].join('\n'));
    await proven('moe', [...golden, low, 'convention: transformers', claims('[0, 1, 6]')].join('\n'));
  });

  it('gives the auxiliary loss vector', async () => {
    const rows = [
      [0.7, 0.2, 0.05, 0.05],
      [0.6, 0.3, 0.05, 0.05],
      [0.1, 0.8, 0.05, 0.05],
      [1, 1, 1, 1],
    ];
    const logits = JSON.stringify(rows.map((row) => row.map(Math.log)));
    await proven(
      'moe',
      `preset: switch\nlogits: ${logits}\nbalance: {method: none, alpha: 1}\nexpect:\n  aux_loss: 1.625\n  load: [3, 1, 0, 0]\n  weights.0.0: 0.7`,
    );
  });

  it('knows the published layers', async () => {
    const active: [string, string, number][] = [
      ['switch', '1/8', 1],
      ['mixtral', '2/8', 2],
      ['deepseek-v2-lite', '8/66', 6],
      ['deepseek-v2', '8/162', 6],
      ['deepseek-v3', '9/257', 8],
    ];
    for (const [preset, fraction, k] of active) {
      const results = await proven('moe', `preset: ${preset}\n`);
      const [used, all] = fraction.split('/').map(Number) as [number, number];
      assert.ok(Math.abs((results.active_fraction as number) - used / all) < 1e-12, preset);
      assert.equal((results.experts as unknown[][])[0]!.length, k);
    }
    const mixtral = await proven('moe', 'preset: mixtral\ntokens: 1\n');
    const [a, b] = (mixtral.weights as number[][])[0]!;
    assert.ok(Math.abs(a! + b! - 1) < 1e-15);
  });

  it('drops what is beyond capacity, counts it, and keeps the choice as it was', async () => {
    const text = 'experts: 2\ntop_k: 1\nlogits: [[2, 0], [3, 0], [1, 0], [0, 1]]\ncapacity: {factor: 1}\n';
    await proven(
      'moe',
      `${text}expect:\n  capacity: 2\n  load: [2, 1]\n  drop_rate: 0.25\n  max_vio: 0.5\n  experts: [[0], [0], [0], [1]]\n`,
    );
    await proven(
      'moe',
      `${text.replace('factor: 1', 'factor: 1, overflow: next-best')}expect:\n  load: [2, 2]\n  drop_rate: 0\n`,
    );
  });

  it('routes equal words alike, and draws new tokens at every step otherwise', async () => {
    const { experts } = await proven('moe', 'text: to be or not to be\n');
    const rows = experts as number[][];
    assert.deepEqual(rows[0], rows[4]);
    assert.deepEqual(rows[1], rows[5]);
    const one = await proven('moe', 'tokens: 64\nsteps: 1\n');
    const two = await proven('moe', 'tokens: 64\nsteps: 2\n');
    assert.notDeepEqual(one.experts, two.experts);
    assert.deepEqual(one.experts, (await proven('moe', 'tokens: 64\n')).experts);
    assert.notDeepEqual(one.experts, (await proven('moe', 'tokens: 64\nseed: 1\n')).experts);
  });

  it('balances over steps', async () => {
    const run = async (method: string) =>
      (
        await proven(
          'moe',
          `preset: deepseek-v2-lite\nscore: sigmoid\ntokens: 256\nsteps: 60\nseed: 83\nbalance: ${method}\n`,
        )
      ).max_vio as number;
    assert.ok((await run('{method: bias, rate: 0.01}')) < 1.2);
    assert.ok((await run('none')) > 5);
  });

  it('chooses few or many experts by their probability', async () => {
    const { experts, drop_rate } = await proven('moe', 'logits: [[9, 0, 0], [0, 0, 0]]\nadaptive_k: 0.5\n');
    assert.deepEqual(experts, [[0], [0, 1]]);
    assert.equal(drop_rate, 0);
  });

  it('refuses what cannot be together, on the value to change', async () => {
    const first = async (text: string) => (await problemsOf('moe', text))[0];
    assert.match((await first('experts: 10\ngroups: {count: 4, keep: 2}'))!, /^demo.value «10» experts does not fit/);
    assert.match(
      (await first('preset: deepseek-v3\ngroups: {count: 7}'))!,
      /^demo.value «7» groups.count does not fit/,
    );
    assert.match((await first('groups: {count: 4, keep: 5}'))!, /^demo.value «5» groups.keep must be at most 4/);
    assert.match(
      (await first('experts: 16\ngroups: {count: 4, keep: 1}\ntop_k: 5'))!,
      /^demo.value «5» top_k does not fit: top-5 is asked for, but 1 of 4 groups hold 4 experts/,
    );
    assert.match((await first('experts: 4\nlogits: [[1, 2]]'))!, /^demo.value «\[\[1, 2\]\]» logits has rows of 2/);
    assert.match((await first('experts: 4\nbias: [1, 2]'))!, /^demo.value «\[1, 2\]» bias has 2 numbers/);
    assert.match((await first('devices: 3'))!, /^demo.value «3» devices must divide the 8 experts/);
    assert.match((await first('tokens: 3\ntext: a b'))!, /^demo.value «3» tokens is 3, but the text has 2 words/);
    assert.match((await first('tokens: 60000\nexperts: 1024\nsteps: 9'))!, /^demo.value «9» steps is too large/);
    assert.match(
      (await first('preset: deepseek-v3\nlogits: [[1, 2, 3, 4, 5, 6, 7, 8]]'))!,
      /«\[\[1.*top-8 is asked for/,
    );
  });
});

describe('the attention demo', () => {
  it('computes given queries, keys and values', async () => {
    const half = 1 / (1 + Math.exp(-1 / Math.SQRT2));
    const text = 'q: [[1, 0]]\nk: [[1, 0], [0, 1]]\nv: [[10], [20]]\n';
    await proven(
      'attention',
      `${text}expect:\n  weights.0.0.0: ${half.toFixed(6)}\n  output.0.0: ${(10 * half + 20 * (1 - half)).toFixed(6)}\n  row_sum_error: "< 1e-15"\n`,
    );
    await proven('attention', `${text}causal: true\nexpect:\n  weights.0.0: [1, 0]\n  entropy.0.0: 0\n`);
    await proven('attention', `${text}temperature: 1e6\nexpect:\n  entropy.0.0: 0.693147\n`);
  });

  it('has the shapes that were asked for', async () => {
    const results = await proven(
      'attention',
      'text: a b c\nmemory: d e f g\nheads: 4\nkv_heads: 2\nd_model: 24\npositional: rope\n',
    );
    const weights = results.weights as number[][][];
    assert.deepEqual([weights.length, weights[0]!.length, weights[0]![0]!.length], [4, 3, 4]);
    const output = results.output as number[][];
    assert.deepEqual([output.length, output[0]!.length], [3, 24]);
  });

  it('sees a set of words, unless positions are added', async () => {
    const same = async (positional: string) => {
      const { weights } = await proven('attention', `text: dog bites dog\npositional: ${positional}\n`);
      const [first, , third] = (weights as number[][][])[0]!;
      return first!.every((weight, i) => Math.abs(weight - third![i]!) < 1e-12);
    };
    assert.equal(await same('none'), true);
    assert.equal(await same('sinusoidal'), false);
    assert.equal(await same('rope'), false);
  });

  it('mixes the largest values, and says where a score is larger than any number', async () => {
    const { output } = await proven('attention', 'q: [[0]]\nk: [[0], [0]]\nv: [[1e308], [1.7e308]]\n');
    assert.ok(Number.isFinite((output as number[][])[0]![0]));
    const wild = await checked('attention', 'q: [[1e200]]\nk: [[1e200]]\nv: [[1]]\n');
    assert.equal(wild.results, null);
    assert.match(wild.error!, /^q times k overflows/);
  });

  it('survives any temperature', async () => {
    for (const temperature of ['0.01', '100', '1e-6', '1e6']) {
      const { weights, row_sum_error: error } = await proven('attention', `temperature: ${temperature}\n`);
      assert.ok((weights as number[][][]).flat(2).every(Number.isFinite));
      assert.ok((error as number) < 1e-12);
    }
  });

  it('refuses what cannot be together', async () => {
    const first = async (text: string) => (await problemsOf('attention', text))[0];
    assert.match((await first('heads: 4\nkv_heads: 3'))!, /^demo.value «3» kv_heads must divide the 4 heads/);
    assert.match((await first('heads: 3\nd_model: 32'))!, /^demo.value «32» d_model does not fit/);
    assert.match((await first('heads: 5'))!, /^demo.value «5» heads does not fit/);
    assert.match((await first('heads: 4\nd_model: 12\npositional: rope'))!, /^demo.value «rope» positional rope turns/);
    assert.match((await first('heads: 2\nhead: 2'))!, /^demo.value «2» head must be below 2/);
    assert.match((await first('q: [[1]]'))!, /^demo.value «\[\[1\]\]» q is given without k and v/);
    assert.match((await first('q: [[1]]\nk: [[1, 2]]\nv: [[1]]'))!, /^demo.value «\[\[1, 2\]\]» k has rows of 2/);
    assert.match((await first('q: [[1]]\nk: [[1]]\nv: [[1], [2]]'))!, /^demo.value «\[\[1\], \[2\]\]» v has 2 rows/);
    assert.match((await first('q: [[1]]\nk: [[1]]\nv: [[1]]\nheads: 2'))!, /^demo.value «2» heads must be 1/);
    assert.match((await first('text: ""'))!, /^demo.value «""» text has no words/);
    assert.match((await first('d_model: 1024\nheads: 4\ntokens: 512'))!, /too large/);
  });
});

describe('the mla demo', () => {
  it('gives the arithmetic of the papers', async () => {
    await proven(
      'mla',
      'expect:\n  kv_elements_per_token: 34560\n  reduction_vs_mha: 0.9824\n  bytes_per_token: 69120\n  max_abs_error: "< 2e-15"\n',
    );
    await proven(
      'mla',
      'preset: deepseek-v3\nexpect:\n  kv_elements_per_token: 35136\n  against_elements_per_token: 1998848\n',
    );
    await proven(
      'mla',
      'cache_bits: 6\nagainst: {preset: deepseek-67b}\nexpect:\n  reduction_bytes: 0.9334\n  reduction_elements: 0.8224\n  against_elements_per_token: 194560\n',
    );
    await proven('mla', 'against: deepseek-67b\nexpect:\n  against_elements_per_token: 194560\n');
    await proven(
      'mla',
      'heads: 16\nhead_dim: 64\nkv_rank: 128\nrope_dim: 32\nlayers: 2\nagainst: {kind: mqa}\ncontext: 10\nexpect:\n  reduction_elements: -0.25\n  cache_bytes: 6400\n  reduction_vs_gqa: 0.84375\n',
    );
  });

  it('refuses what cannot be together', async () => {
    const first = async (text: string) => (await problemsOf('mla', text))[0];
    assert.match((await first('rope_dim: 33'))!, /^demo.value «33» rope_dim must be even/);
    assert.match((await first('against: {kind: gqa, groups: 7}'))!, /^demo.value «7» against.groups does not fit/);
    assert.match((await first('against: {groups: 4}'))!, /^demo.value «4» against.groups means nothing for mha/);
  });
});

describe('the scaling-law demo', () => {
  it('gives the published fits at 5.76e23', async () => {
    await proven('scaling-law', 'expect:\n  E: 1.69\n  a: 0.4516\n  n_opt: 3.22e10\n  tokens_per_param: 92.6\n');
    await proven(
      'scaling-law',
      'fit: hoffmann-2022-unrounded\nexpect:\n  a: 0.4565\n  n_opt: 4.04e10\n  tokens_per_param: 58.9\n',
    );
    await proven(
      'scaling-law',
      'fit: besiroglu-2024\ncompute: 5.76e23\nexpect:\n  a: 0.5126\n  n_opt: 7.22e10\n  tokens_per_param: 18.4\n',
    );
    const { E, n_opt } = await proven('scaling-law', 'fit: deepseek-2024\nexpect:\n  a: 0.524\n  b: 0.476\n');
    assert.deepEqual([E, n_opt], [null, null]);
  });

  const law = (n: number, d: number) => 1.8 + 480 / n ** 0.35 + 2000 / d ** 0.37;
  const runs = [1e8, 3e8, 1e9].flatMap((n) => [2e9, 1e10, 8e10].map((d) => [n, d, law(n, d)]));

  it('fits given runs, leaving out what is said', async () => {
    const wild = [...runs, [1e8, 2e9, 9]];
    const text = `points: ${JSON.stringify(wild)}\nexpect:\n  alpha: 0.35\n  beta: 0.37\n  runs: 9\n`;
    await proven('scaling-law', `exclude: {highest_loss: 1}\n${text}`);
    await proven('scaling-law', `exclude: {rows: [9]}\nobjective: huber-sum\n${text}`);
  });

  it('draws a straight line through optimal runs', async () => {
    const line = [1e18, 1e20, 1e22].map((c) => [0.1 * c ** 0.524, c ** 0.476 / 0.6, 3]);
    await proven(
      'scaling-law',
      `points: ${JSON.stringify(line)}\nobjective: log-linear\ncompute: 1e21\nexpect:\n  a: 0.524\n  loss: 3.00\n  n_opt: ${(0.1 * 1e21 ** 0.524).toExponential(3).replace('e+', 'e')}\n`,
    );
  });

  it('reads a table beside the lesson', async () => {
    const csv = `"Model, size";Training FLOP;loss\n${runs.map(([n, d, l]) => `${n};${6 * n! * d!};${l}`).join('\r\n')}\n`;
    const host = { ...bareHost, readData: async (path: string) => (path === 'runs.csv' ? csv : undefined) };
    const data = (columns: string) => `data: {path: runs.csv, ${columns}}\nexpect:\n  alpha: 0.35\n`;
    assert.deepEqual(await problemsOf('scaling-law', data('n: "Model, size", c: Training FLOP, loss: loss'), host), []);
    const [column] = await problemsOf('scaling-law', data('n: "Model, size", d: Tokens, loss: loss'), host);
    assert.equal(
      column,
      'demo.value «Tokens» data.d names no column of runs.csv, which has Model, size, Training FLOP, loss.',
    );
    const [file] = await problemsOf('scaling-law', data('n: a, d: b, loss: c').replace('runs.csv', 'no.csv'), host);
    assert.match(file!, /^demo.value «no.csv» data.path cannot be read/);
    const [both] = await problemsOf('scaling-law', data('n: a, d: b, c: c, loss: loss'), host);
    assert.match(both!, /^demo.value «\{path.*needs either d/);
  });

  it('gives the published constants from the published runs', async function () {
    const file = sharedFile('data/chinchilla-extracted.csv');
    if (!file) return skipWithoutShared(this);
    const host = { ...bareHost, readData: async () => readFileSync(file, 'utf8') };
    const data = 'data: {path: runs.csv, n: Model Size, c: Training FLOP, loss: loss}\n';
    const claims = (values: string) => `expect: {${values}}\n`;
    const mle = claims('E: 1.8169, A: 482.0 ± 2.4, B: 2085 ± 10, alpha: 0.3478, beta: 0.3659, runs: 240');
    assert.deepEqual(await problemsOf('scaling-law', `${data}exclude: {highest_loss: 5}\n${mle}`, host), []);
    const sum = claims('E: 1.8172, A: 477.8 ± 2.4, B: 2143 ± 10, alpha: 0.3473, beta: 0.3672');
    const objective = 'objective: huber-sum\n';
    assert.deepEqual(
      await problemsOf('scaling-law', `${data}${objective}exclude: {highest_loss: 5}\n${sum}`, host),
      [],
    );
    const all = claims('beta: 0.4530, runs: 245');
    assert.deepEqual(await problemsOf('scaling-law', `${data}${objective}${all}`, host), []);
  });

  it('refuses what cannot be together', async () => {
    const first = async (text: string) => (await problemsOf('scaling-law', text))[0];
    assert.match(
      (await first('fit: hoffmann-2022\npoints: [[1, 1, 1]]'))!,
      /^demo.value «hoffmann-2022» fit and points/,
    );
    assert.match((await first('points: [[1, 1, 1]]'))!, /leaves 1 runs; a fit needs at least 5/);
    assert.match((await first('points: [[1, 1, -1]]'))!, /row 0/);
    assert.match((await first('data: {path: a.csv}'))!, /needs n and loss/);
  });
});

describe('runDemo', () => {
  it('stops when nobody wants the answer any more, and lets others have their turn', async () => {
    const demo = readDemo('moe', 'tokens: 16\nsteps: 1000\n');
    const cancellation = { aborted: false };
    let turns = 0;
    const pause = async () => {
      turns++;
      cancellation.aborted = turns === 5;
    };
    assert.equal(await runDemo(demo, { ...bareHost, pause }, cancellation), undefined);
    assert.equal(turns, 5);
  });

  it('sets up the same tensors for everyone', async () => {
    const prepare = async () => (await prepareDemo(readDemo('attention', 'seed: 3\n'), bareHost)).prepared!;
    const [first, second] = [await prepare(), await prepare()];
    assert.ok(first.kind === 'attention' && second.kind === 'attention');
    assert.deepEqual(first.problem.query.data, second.problem.query.data);
    assert.deepEqual(first.problem.queryTokens, ['the', 'cat', 'sat', 'on', 'the', 'mat']);
  });

  it('says when a model cannot be had, as a failure and not as a finding', async () => {
    await assert.rejects(runDemo(readDemo('transformer', ''), bareHost), /no model sort-nano/);
  });
});
