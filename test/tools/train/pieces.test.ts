import assert from 'node:assert/strict';
import { alphabet, courseText, encode } from '../../../tools/train/course-text';
import { learnPieces } from '../../../tools/train/pieces';

describe('the pieces of words', () => {
  it('join what stands together most often', () => {
    // " the" stands three times: t-h, then th-e, then the blank before it.
    const pieces = learnPieces('see the hat the cat the end', [...' abcdehnst'], 13);
    assert.deepEqual(pieces.slice(10), [' t', ' th', ' the']);
  });

  it('hold the whole text, in fewer tokens than characters', () => {
    const text = courseText('validation-course');
    const pieces = learnPieces(text, alphabet, 200);
    const ids = encode(text, pieces);
    assert.equal([...ids].map((id) => pieces[id]).join(''), text);
    assert.ok(ids.length < 0.6 * text.length, `${ids.length} of ${text.length}`);
    assert.equal(new Set(pieces).size, 200);
  });

  it('end when there is nothing to join', () => {
    assert.deepEqual(learnPieces('ab', ['a', 'b'], 9), ['a', 'b', 'ab']);
  });
});
