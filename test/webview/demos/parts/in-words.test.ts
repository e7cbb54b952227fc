import assert from 'node:assert/strict';
import { inWords } from '../../../../webview/demos/parts/in-words';

describe('inWords', () => {
  it('writes numbers in few digits that still tell them', () => {
    const written = [0, 1 / 3, 1234567, 1e7, 5.76e23, 1.15e-103, -2.5, 0.00012346].map((value) => inWords(value));
    assert.deepEqual(written, ['0', '0.3333', '1234567', '1.00e7', '5.76e23', '1.15e-103', '-2.5', '0.0001235']);
  });

  it('has a word for what is not finite', () => {
    assert.deepEqual(
      [Number.NEGATIVE_INFINITY, Number.NaN, null].map((value) => inWords(value)),
      ['-∞', 'not finite', 'not finite'],
    );
  });
});
