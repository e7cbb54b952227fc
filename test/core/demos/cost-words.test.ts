import assert from 'node:assert/strict';
import { costWords } from '../../../src/core/demos/cost-words';
import { checked } from '../../support/demos';

describe('the cost of a demo', () => {
  it('is said where it exceeds a second', () => {
    assert.deepEqual(costWords({ milliseconds: 5321 }), ['takes 5.3 s']);
    for (const quick of [undefined, {}, { milliseconds: 0 }, { milliseconds: 1000 }])
      assert.deepEqual(costWords(quick), []);
  });

  it('is that of its computation, and comes with what was computed alone', async () => {
    assert.ok((await checked('moe', 'tokens: 4')).milliseconds! >= 0);
    assert.equal((await checked('moe', 'tokens: 0')).milliseconds, undefined);
  });
});
