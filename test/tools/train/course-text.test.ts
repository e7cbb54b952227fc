import assert from 'node:assert/strict';
import { alphabet, courseProse, proseOf, splitText, textBatch } from '../../../tools/train/course-text';

describe('the text that course-nano learns', () => {
  it('is prose alone, in small letters', () => {
    assert.equal(
      proseOf('# 🎯 A *Title*\n\nSee [this](x.md) for $x^2$, `code`…\n\n```moe\ntop_k: 2\n```\n\nEnd.'),
      'a title see this for , end.',
    );
  });

  it('holds nothing but the alphabet', () => {
    const text = courseProse();
    assert.ok(text.length > 10_000);
    const { training, heldOut } = splitText(text);
    assert.equal(training.length + heldOut.length, text.length);
    assert.ok(Math.min(...training, ...heldOut) >= 0);
  });

  it('asks for each next character', () => {
    const ids = Int32Array.from('abcdef', (character) => alphabet.indexOf(character));
    const { inputs, targets, batch } = textBatch(ids, [0, 3], 2);
    const read = (list: Int32Array) => [...list].map((id) => alphabet[id]).join('');
    assert.deepEqual([read(inputs), read(targets), batch], ['abde', 'bcef', 2]);
  });
});
