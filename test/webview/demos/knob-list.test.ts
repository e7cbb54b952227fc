import assert from 'node:assert/strict';
import { demoKinds } from '../../../src/core/demos/demo-kind';
import { knobsOf } from '../../../webview/demos/knob-list';
import { withKnobs } from '../../../webview/demos/knob-text';

describe('knobsOf', () => {
  it('has a knob for every key that holds one value, those hinted at first', () => {
    const { first, more } = knobsOf('moe', { knobs: [{ path: 'top_k' }, { path: 'no_such' }], viewKeys: ['skew'] });
    assert.deepEqual(
      first.map(({ path }) => path),
      ['top_k'],
    );
    const paths = more.map(({ path }) => path);
    assert.ok(paths.includes('groups.count') && paths.includes('balance.method'));
    for (const never of ['top_k', 'skew', 'logits', 'expect', 'title']) assert.ok(!paths.includes(never), never);
  });

  it('finds knobs in every kind but that of formulas, which stand in the fence alone', () => {
    for (const kind of demoKinds.filter((one) => one !== 'compute'))
      assert.ok(knobsOf(kind, { knobs: [], viewKeys: [] }).more.length > 0, kind);
  });
});

describe('withKnobs', () => {
  it('sets and takes out keys and leaves the rest as written', () => {
    const text = 'top_k: 2 # two\nskew: 1\n';
    assert.equal(withKnobs('moe', text, { top_k: 4, skew: undefined }), 'top_k: 4 # two\n');
  });
});
