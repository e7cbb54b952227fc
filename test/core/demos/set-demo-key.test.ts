import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DemoKind } from '../../../src/core/demos/demo-kind';
import { readDemo } from '../../../src/core/demos/read-demo';
import { setDemoKey } from '../../../src/core/demos/set-demo-key';
import type { KnobValue } from '../../../src/core/demos/values-by-path';
import { applyChanges } from '../../../src/core/text/span';

function set(text: string, path: string, value: KnobValue | undefined, kind: DemoKind = 'moe'): string {
  const change = setDemoKey(kind, text, path, value);
  return change ? applyChanges(text, [change]) : text;
}

describe('setDemoKey', () => {
  it('replaces a value and nothing else', () => {
    const text = '# routing\nexperts: 8   # small\n\ntop_k: 2\n';
    assert.equal(set(text, 'experts', 64), '# routing\nexperts: 64   # small\n\ntop_k: 2\n');
    assert.equal(set('groups: { count: 4, keep: 2 } # g', 'groups.keep', 3), 'groups: { count: 4, keep: 3 } # g');
    assert.equal(
      set('balance:\n  method: bias # b\n  rate: 1\n', 'balance.rate', 0.5),
      'balance:\n  method: bias # b\n  rate: 0.5\n',
    );
    assert.equal(
      set('logits:\n  - [1, 2]\n  - [3, 4]\ntop_k: 1\n', 'logits', [[5, 6]]),
      'logits:\n  [[5, 6]]\ntop_k: 1\n',
    );
  });

  it('puts a new key before the claims, else last', () => {
    assert.equal(set('', 'experts', 8), 'experts: 8\n');
    assert.equal(set('# empty', 'experts', 8), '# empty\nexperts: 8\n');
    assert.equal(set('experts: 8 # e\n', 'top_k', 2), 'experts: 8 # e\ntop_k: 2\n');
    assert.equal(set('experts: 8', 'top_k', 2), 'experts: 8\ntop_k: 2');
    assert.equal(
      set('experts: 8\n\n# claims\nexpect:\n  max_vio: 1\n', 'top_k', 2),
      'experts: 8\ntop_k: 2\n\n# claims\nexpect:\n  max_vio: 1\n',
    );
    assert.equal(set('expect:\n  max_vio: 1\n', 'top_k', 2), 'top_k: 2\nexpect:\n  max_vio: 1\n');
  });

  it('makes room inside a record, in the style that it has', () => {
    assert.equal(set('groups: {count: 4}\n', 'groups.keep', 2), 'groups: {count: 4, keep: 2}\n');
    assert.equal(
      set('balance:\n  method: bias\ntop_k: 1\n', 'balance.rate', 0.1),
      'balance:\n  method: bias\n  rate: 0.1\ntop_k: 1\n',
    );
    assert.equal(set('top_k: 1\n', 'groups.count', 4), 'top_k: 1\ngroups: {count: 4}\n');
    assert.equal(set('balance: bias\n', 'balance.rate', 0.1), 'balance: {method: bias, rate: 0.1}\n');
    assert.equal(set('balance: bias\n', 'balance.method', 'none'), 'balance: none\n');
    assert.equal(set('capacity: {}\n', 'capacity.factor', 1), 'capacity: {factor: 1}\n');
  });

  it('fills in a key that has no value yet', () => {
    assert.equal(set('experts: # how many\ntop_k: 1\n', 'experts', 4), 'experts: 4 # how many\ntop_k: 1\n');
    assert.equal(set('groups:\n', 'groups.count', 4), 'groups: {count: 4}\n');
  });

  it('writes JSON where the body is JSON', () => {
    assert.equal(set('{"experts": 8}', 'score', 'sigmoid'), '{"experts": 8, "score": "sigmoid"}');
  });

  it('takes a key out, with its line or its comma', () => {
    assert.equal(set('experts: 8\ntop_k: 2 # two\nseed: 1\n', 'top_k', undefined), 'experts: 8\nseed: 1\n');
    assert.equal(set('groups: {count: 4, keep: 2}\n', 'groups.keep', undefined), 'groups: {count: 4}\n');
    assert.equal(set('groups: {count: 4, keep: 2}\n', 'groups.count', undefined), 'groups: {keep: 2}\n');
    assert.equal(set('groups: {count: 4}\ntop_k: 1\n', 'groups.count', undefined), 'top_k: 1\n');
    assert.equal(set('experts: 8\n', 'top_k', undefined), 'experts: 8\n');
  });

  it('quotes a text only where YAML would read something else', () => {
    const attention = (value: string) => set('', 'text', value, 'attention');
    assert.equal(attention('the cat sat'), 'text: the cat sat\n');
    assert.equal(attention('a: b # c'), 'text: "a: b # c"\n');
    assert.equal(attention('true'), 'text: "true"\n');
    assert.equal(attention('12'), 'text: "12"\n');
  });

  it('changes nothing where the value stands already, or the text is broken', () => {
    assert.equal(setDemoKey('moe', 'experts: 8\n', 'experts', 8), undefined);
    assert.equal(setDemoKey('moe', 'experts: [\n', 'top_k', 8), undefined);
  });

  it('is read back as it was set, and keeps all else', () => {
    const style = fc.constantFrom(
      'experts: 8 # x\ngroups: {count: 2, keep: 1}\n',
      'balance:\n  method: none\n  # deep\nexperts: 8\nexpect:\n  max_vio: 1\n',
      '{"experts": 8, "groups": {"count": 2}}',
      '# only a comment\n',
      'groups:\n  count: 2\nscore: softmax\n\n\n',
    );
    const knob = fc.constantFrom<[string, KnobValue]>(
      ['experts', 32],
      ['groups.keep', 1],
      ['groups.count', 4],
      ['balance.rate', 1e-7],
      ['score', 'sigmoid'],
      ['text', 'a “b”: {c}'],
      ['bias', [1, -2.5]],
    );
    fc.assert(
      fc.property(style, fc.array(knob, { minLength: 1, maxLength: 6 }), (start, knobs) => {
        let text: string = start;
        const comments = start.match(/#.*/g) ?? [];
        for (const [path, value] of knobs) {
          text = set(text, path, value);
          const demo = readDemo('moe', text);
          const found = path
            .split('.')
            .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], demo.values);
          assert.deepEqual(found, value, text);
          assert.deepEqual(demo.problems, [], text);
        }
        for (const comment of comments) assert.ok(text.includes(comment), text);
      }),
      { numRuns: 300 },
    );
  });
});
