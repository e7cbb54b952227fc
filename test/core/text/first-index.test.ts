import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstIndex } from '../../../src/core/text/first-index';

describe('firstIndex', () => {
  it('finds where a plain walk finds it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: -1, max: 21 }), (numbers, from) => {
        const sorted = numbers.sort((a, b) => a - b);
        const walked = sorted.findIndex((one) => one >= from);
        assert.equal(
          firstIndex(sorted.length, (i) => sorted[i]! >= from),
          walked < 0 ? sorted.length : walked,
        );
      }),
    );
  });
});
