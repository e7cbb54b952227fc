import assert from 'node:assert/strict';
import type { Batch } from '../../../tools/train/decoder';
import { examine } from '../../../tools/train/examine';

describe('the examination of a model', () => {
  it('asks for each token but the first once, after half a context or more', () => {
    for (const length of [9, 10, 13, 30, 31]) {
      const ids = Int32Array.from({ length }, (_, i) => i);
      const told: number[] = [];
      const loss = ({ targets }: Batch) => {
        const asked = [...targets].filter((target) => target >= 0);
        told.push(...asked);
        const first = targets.indexOf(asked[0]!);
        assert.ok(told.length === asked.length || first >= 4, `${length}: ${first}`);
        return asked.reduce((sum, target) => sum + target, 0) / asked.length;
      };
      const mean = examine({ loss }, ids, 8);
      assert.deepEqual(told, [...ids.subarray(1)]);
      assert.ok(Math.abs(mean - length / 2) < 1e-12);
    }
  });
});
