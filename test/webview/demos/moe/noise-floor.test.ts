import assert from 'node:assert/strict';
import { noiseFloor } from '../../../../webview/demos/moe/noise-floor';

describe('noiseFloor', () => {
  it('is nothing where every token takes every expert', () => {
    assert.equal(noiseFloor(32, 8, 8), 0);
  });

  it('falls as tokens become many', () => {
    assert.ok(noiseFloor(64, 8, 2) > noiseFloor(4096, 8, 2));
    assert.ok(noiseFloor(4096, 8, 2) < 0.1);
  });
});
