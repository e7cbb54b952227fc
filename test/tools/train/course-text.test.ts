import assert from 'node:assert/strict';
import { alphabet, courseText, encode, proseOf, textBatch, textParts } from '../../../tools/train/course-text';

describe('the text that course-nano learns', () => {
  it('is prose alone, in small letters', () => {
    assert.equal(
      proseOf('# 🎯 A *Title*\n\nSee [this](x.md) for $x^2$, `code`…\n\n```moe\ntop_k: 2\n```\n\nEnd.'),
      'a title see this for , end.',
    );
  });

  it('holds nothing but the alphabet', () => {
    for (const part of textParts) assert.ok(encode(courseText(part), alphabet).length > 2000, part);
    assert.throws(() => encode('a ☃', alphabet), /☃ is not in the vocabulary/);
  });

  it('holds back what the model has not seen', () => {
    const heldOut = courseText('held-out');
    const seen = textParts.filter((part) => part !== 'held-out').map(courseText);
    for (let i = 0; i + 32 <= heldOut.length; i++)
      for (const text of seen) assert.ok(!text.includes(heldOut.slice(i, i + 32)), heldOut.slice(i, i + 32));
  });

  it('asks for each next character', () => {
    const ids = Int32Array.from('abcdef', (character) => alphabet.indexOf(character));
    const { inputs, targets, batch } = textBatch(ids, [0, 3], 2);
    const read = (list: Int32Array) => [...list].map((id) => alphabet[id]).join('');
    assert.deepEqual([read(inputs), read(targets), batch], ['abde', 'bcef', 2]);
  });
});
