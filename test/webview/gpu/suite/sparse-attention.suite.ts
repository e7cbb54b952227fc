import { keyPairs } from '../../../../src/core/reference/sparse/key-pairs';
import { sparseAttending } from '../../../../src/core/reference/sparse/sparse-attention';
import type { SparsePattern } from '../../../../src/core/reference/sparse/sparse-pattern';
import { finish } from '../../../../src/core/reference/work';
import { gpuOperations } from '../../../../webview/gpu/gpu-operations';
import { describe, kernelCase } from './cases';
import { gaussian } from './draw';
import { expectWithin } from './expect';

const patterns: readonly SparsePattern[] = [
  { kind: 'window', width: 5 },
  { kind: 'window', width: 1000 },
  { kind: 'blocks', block: 16, local: 1, global: 1 },
  { kind: 'selected', block: 8, keep: 3 },
];

describe('attention over listed pairs', () => {
  for (const [heads, kvHeads, queries, keys, width, valueWidth] of [
    [1, 1, 1, 1, 1, 1],
    [4, 2, 70, 70, 5, 3],
    [3, 1, 33, 200, 16, 67],
    [6, 3, 131, 131, 33, 130],
  ] as const)
    kernelCase('sparse-attention', `${heads} heads of ${kvHeads}, ${queries} queries, ${keys} keys`, async (gpu) => {
      for (const deviation of [1, 30])
        for (const pattern of patterns)
          for (const causal of [false, true]) {
            const query = gaussian([heads, queries, width], 1, deviation);
            const key = gaussian([kvHeads, keys, width], 2);
            const value = gaussian([kvHeads, keys, valueWidth], 3);
            const pairs = keyPairs(query, key, pattern, causal);
            const options = { temperature: 1.3 };
            const expected = finish(sparseAttending(query, key, value, pairs, options));
            const actual = await gpuOperations(gpu).sparseAttention(query, key, value, pairs, options);
            const largest = expected.scores.data.reduce(
              (most, score) => (Number.isFinite(score) ? Math.max(most, Math.abs(score)) : most),
              0,
            );
            const what = `${JSON.stringify(pattern)}${causal ? ', causal' : ''}, deviation ${deviation}`;
            expectWithin(actual.data, expected.output.data, 4 * (1e-6 + 2 ** -22 * largest) * 5, what);
          }
    });
});
