import assert from 'node:assert/strict';
import { memory } from '../../../webview/demos/mla/caches';
import { axisOver } from '../../../webview/demos/parts/axis';

describe('axisOver', () => {
  it('spans the values, a little wider, with round ticks inside', () => {
    const axis = axisOver([3, 11], false);
    assert.ok(axis.from < 3 && axis.to > 11);
    assert.deepEqual(axis.ticks, [4, 6, 8, 10]);
    assert.equal(axis.at(axis.from), 0);
    assert.equal(axis.at(axis.to), 1);
  });

  it('takes decades for a logarithmic axis, and steps between them for a short one', () => {
    assert.deepEqual(axisOver([1e18, 1e21], true).ticks, [1e18, 1e19, 1e20, 1e21]);
    assert.ok(axisOver([1.9, 3.5], true).ticks.length >= 3);
    assert.ok(Math.abs(axisOver([1, 100], true).at(10) - 0.5) < 1e-12);
  });

  it('survives nothing, one value and what is not finite', () => {
    for (const values of [[], [5], [Number.NaN, 2, Number.POSITIVE_INFINITY], [0, 0]]) {
      for (const log of [true, false]) {
        const axis = axisOver(values, log);
        assert.ok(Number.isFinite(axis.from) && axis.to > axis.from, `${values}`);
      }
    }
  });
});

describe('memory', () => {
  it('writes bytes in the unit that fits', () => {
    assert.equal(memory(512), '512 B');
    assert.equal(memory(1536), '1.5 KiB');
    assert.equal(memory(70272 * 32768), '2.145 GiB');
  });
});
