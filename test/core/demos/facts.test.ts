import assert from 'node:assert/strict';
import type { DemoKind } from '../../../src/core/demos/demo-kind';
import { resultAt } from '../../../src/core/demos/result';
import { checked } from '../../support/demos';

describe('facts that a lesson can claim', () => {
  const rows: [kind: DemoKind, text: string, key: string, value: number | null][] = [
    [
      'scaling-law',
      'fit: hoffmann-2022\nat: { n: 70e9, d: 1.4e12 }',
      'loss_at',
      1.69 + 406.4 / 70e9 ** 0.34 + 410.7 / 1.4e12 ** 0.28,
    ],
    ['scaling-law', 'fit: kaplan-2020\nat: { n: 70e9, d: 1.4e12 }', 'loss_at', null],
    ['scaling-law', 'fit: hoffmann-2022-approach-2', 'a', 0.49],
    ['scaling-law', 'fit: hoffmann-2022-approach-2', 'b', 0.51],
    ['moe', 'preset: switch\nexperts: 2048', 'active_fraction', 1 / 2048],
    ['moe', 'tokens: 10\ntop_k: 3\nd_model: 100', 'dispatch_elements', 3000],
    ['moe', 'tokens: 10\nexperts: 8\ndevices: 4\nd_model: 100', 'all_reduce_elements', 1500],
    ['attention', 'tokens: 64\nheads: 1\ncausal: true', 'pairs', (64 * 65) / 2],
    ['attention', 'tokens: 64\nheads: 3\nd_model: 6\nkv_heads: 1', 'pairs', 3 * 64 * 64],
    ['attention', 'tokens: 64\nheads: 1\ncausal: true\nsparse: {window: 8}', 'pairs', 8 * 64 - 28],
    [
      'attention',
      'tokens: 64\nheads: 1\nsparse: {kind: blocks, block: 8, local: 2, global: 0}',
      'pairs',
      64 * 24 - 128,
    ],
    ['attention', 'tokens: 64\nsparse: {kind: selected, block: 8, keep: 3}', 'pairs_share', 3 / 8],
    ['attention', 'tokens: 64\nsparse: {kind: selected, block: 8, keep: 8}', 'kept_weight', 1],
    ['attention', 'tokens: 64\ncausal: true\nsparse: {kind: selected, block: 8, keep: 8}', 'dense_difference', 0],
    ['attention', 'q: [[0]]\nk: [[1], [1]]\nv: [[0], [8]]\nsparse: {window: 1}', 'kept_weight', 1 / 2],
    ['attention', 'q: [[0]]\nk: [[1], [1]]\nv: [[0], [8]]\nsparse: {window: 1}', 'dense_difference', 4],
    ['mla', 'context: 1000\nbatch: 3', 'cache_bytes', 69120 * 3000],
    [
      'mla',
      'context: 1000\nagainst: { kind: mqa, head_dim: 1, layers: 4, window: 100 }',
      'against_cache_bytes',
      4 * 2 * 2 * 100,
    ],
    [
      'mla',
      'context: 1000\nagainst: { kind: mqa, head_dim: 1, layers: 4, window: 100, full_layers: 1 }',
      'against_cache_bytes',
      2 * 2 * (1000 + 3 * 100),
    ],
    // Zhao et al. 2025, arXiv 2505.09343, table 1, in thousands of bytes a token: 327.680 and 516.096.
    ['mla', 'context: 1\nagainst: qwen-2.5-72b', 'against_cache_bytes', 327_680],
    ['mla', 'context: 1\nagainst: llama-3-405b', 'against_cache_bytes', 516_096],
    ['mla', 'context: 1\nagainst: llama-2-7b', 'against_cache_bytes', 2 * 32 * 128 * 32 * 2],
    ['mla', 'context: 1\nagainst: llama-2-70b', 'against_cache_bytes', 2 * 8 * 128 * 80 * 2],
    ['mla', 'context: 1\nagainst: mixtral-8x7b', 'against_cache_bytes', 2 * 8 * 128 * 32 * 2],
    ['mla', 'context: 8192\nagainst: gemma-2-27b', 'against_cache_bytes', 2 * 16 * 128 * 2 * (23 * 8192 + 23 * 4096)],
    [
      'mla',
      'context: 8192\nagainst: {preset: gemma-2-27b, full_layers: 46}',
      'against_cache_bytes',
      2 * 16 * 128 * 2 * 46 * 8192,
    ],
    [
      'mla',
      'context: 50\nagainst: { kind: mqa, head_dim: 1, layers: 4, window: 100 }',
      'against_cache_bytes',
      4 * 2 * 2 * 50,
    ],
  ];
  for (const [kind, text, key, value] of rows)
    it(`${key} of ${JSON.stringify(text)}`, async () => {
      const { results, error } = await checked(kind, text);
      const found = results?.[key];
      if (value === null) assert.equal(found, null);
      else assert.ok(Math.abs(Number(found) - value) <= 1e-12 * value, `${found}: ${error}`);
    });

  it('scores before the softmax, null where a key is hidden', async () => {
    const { results } = await checked(
      'attention',
      'q: [[2, 0], [0, 3]]\nk: [[1, 0], [1, 1]]\nv: [[1], [2]]\ncausal: true',
    );
    assert.deepEqual(results?.scores, [
      [
        [2 / Math.SQRT2, null],
        [0, 3 / Math.SQRT2],
      ],
    ]);
  });

  it('another base of rotary positions', async () => {
    const given = 'q: [[1, 0, 1, 0], [1, 0, 1, 0]]\nk: [[1, 0, 1, 0], [1, 0, 1, 0]]\nv: [[1], [2]]\npositional: rope\n';
    const score = async (base: number) => {
      const { results } = await checked('attention', `${given}rope_base: ${base}`);
      return Number(resultAt(results ?? {}, 'scores.0.1.0'));
    };
    // Two pairs, one apart: cos 1 and cos base^(-1/2), over the root of the width.
    for (const base of [100, 10000])
      assert.ok(Math.abs((await score(base)) - (Math.cos(1) + Math.cos(base ** -0.5)) / 2) < 1e-12);
  });

  it('weights normalised or not', async () => {
    const given = 'logits: [[0, 0, 0, 0]]\ntop_k: 2\n';
    assert.deepEqual((await checked('moe', given)).results?.weights, [[0.25, 0.25]]);
    assert.deepEqual((await checked('moe', `${given}normalise: true`)).results?.weights, [[0.5, 0.5]]);
  });
});
