import assert from 'node:assert/strict';
import { keepsWords, saysAll } from '../../../src/core/mermaid/keeps-words';
import { applyChanges } from '../../../src/core/text/span';

const changed = (text: string, old: string, newText: string) => {
  const start = text.indexOf(old);
  return [{ span: { start, end: start + old.length }, newText }];
};

/** A text, what is rewritten in it, how, and what the picture then shows. */
const rows: readonly [name: string, text: string, old: string, newText: string, shown: string[], keeps: boolean][] = [
  ['a label in quotes', 'flowchart TD\nA[x (y)]', 'x (y)', '"x (y)"', ['x (y)'], true],
  ['a time written otherwise', 'timeline\n09:05 : Tea', '09:05', '09#58;05', ['09:05', 'Tea'], true],
  ['a time parted', 'timeline\n09:05 : Tea', '09:05', '09: 05', ['09', '05', 'Tea'], false],
  ['a word taken out', 'mindmap\n a(b) step', ' step', '', ['b'], false],
  ['a number without its comma', 'sankey-beta\nA,B,1,200', '1,200', '1200', ['A', 'B', '1200'], true],
  [
    'entities in Mermaid’s way',
    'sequenceDiagram\nA->>B: &lt;ok&gt;',
    '&lt;ok&gt;',
    '#lt;ok#gt;',
    ['A', 'B', '<ok>'],
    true,
  ],
  ['a keyword in another case', 'Pie\n "a": 1', 'Pie', 'pie', ['a'], true],
];

describe('keepsWords', () => {
  for (const [name, text, old, newText, shown, keeps] of rows) {
    it(`${keeps ? 'is content with' : 'notices'} ${name}`, () => {
      const texts = shown.map((one) => ({ role: 'node', text: one }));
      assert.equal(
        keepsWords(text, changed(text, old, newText), texts),
        keeps,
        applyChanges(text, changed(text, old, newText)),
      );
    });
  }

  it('reads the labels by itself where no picture is known', () => {
    const text = 'flowchart TD\nA[x (y)]\nB[';
    assert.equal(keepsWords(text, changed(text, 'x (y)', '"x (y)"'), undefined), true);
    assert.equal(keepsWords(text, changed(text, 'x (y)', '"x"'), undefined), false);
  });
});

describe('saysAll', () => {
  const say = (...texts: string[]) => texts.map((text) => ({ role: 'node', text }));
  it('takes words that were drawn apart for said when they stand together', () => {
    assert.equal(saysAll(say('Not', 'Ready'), say('Not Ready')), true);
    assert.equal(saysAll(say('Not', 'Ready'), say('Not')), false);
  });
});
