import assert from 'node:assert/strict';
import { readState, viewportOf, withViewport } from '../../webview/state';

const view = { x: 1, y: 2, scale: 3 };

describe('the state of the page', () => {
  it('is what was kept, less what cannot be used', () => {
    const kept = { uri: 'file:///a.md', index: 1, viewports: [['file:///a.md#1', view], ['b', { x: null }], 7] };
    assert.deepEqual(readState(JSON.parse(JSON.stringify(kept))), { ...kept, viewports: [['file:///a.md#1', view]] });
    for (const other of [null, undefined, 3, {}, { uri: 'x' }]) assert.equal(readState(other), undefined);
  });

  it('remembers the latest viewports only', () => {
    let state = { uri: 'u', index: 0, viewports: [] } as NonNullable<ReturnType<typeof readState>>;
    for (let i = 0; i < 50; i++) state = withViewport(state, `s${i}`, { ...view, x: i });
    assert.equal(viewportOf(state, 's0'), undefined);
    assert.equal(viewportOf(state, 's49')?.x, 49);
    assert.equal(viewportOf(withViewport(state, 's49', undefined), 's49'), undefined);
  });
});
