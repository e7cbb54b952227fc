import assert from 'node:assert/strict';
import { difference } from '../../../webview/demos/difference';

describe('difference', () => {
  it('is the largest distance, whatever the sign', () => {
    assert.equal(difference([1, 2, 3], [1, 2.5, 2]), 1);
  });

  it('takes what is infinite or no number in both for the same, and in one for infinitely far', () => {
    assert.equal(difference([Number.NEGATIVE_INFINITY, Number.NaN], [Number.NEGATIVE_INFINITY, Number.NaN]), 0);
    assert.equal(difference([Number.NaN], [1]), Number.POSITIVE_INFINITY);
    assert.equal(difference([1], [1, 2]), Number.POSITIVE_INFINITY);
  });
});
