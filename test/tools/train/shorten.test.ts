import assert from 'node:assert/strict';
import { shorten } from '../../../tools/train/shorten';

describe('shortened weights', () => {
  it('are the nearest that have 8 bits', () => {
    const numbers = Float64Array.from([0, 1, -1, 1 + 2 ** -7, 1 + 2 ** -9, 1.0059, -Math.PI]);
    shorten(numbers);
    assert.deepEqual([...numbers], [0, 1, -1, 1 + 2 ** -7, 1, 1 + 2 ** -7, -3.140625]);
  });
});
