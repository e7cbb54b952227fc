import assert from 'node:assert/strict';
import { tokenise } from '../../../src/core/demos/model/language-model';

const pieces = { vocabulary: [' ', 'a', 'b', 'n', 't', 'an', ' an', 'ant'], lowerCase: true };

describe('a text as tokens', () => {
  const read = (text: string) => {
    const found = tokenise(pieces, text);
    return 'ids' in found ? found.ids.map((id) => pieces.vocabulary[id]) : found;
  };

  it('is cut into the longest pieces that fit', () => {
    assert.deepEqual(read('an ant'), ['an', ' an', 't']);
    assert.deepEqual(read('ANTTAN'), ['ant', 't', 'an']);
    assert.deepEqual(read('\tan\nan'), [' an', ' an']);
    assert.deepEqual(read(''), []);
  });

  it('stops at what it cannot read, whole', () => {
    assert.deepEqual(read('ant 🐜'), { unknown: '🐜' });
    assert.deepEqual(read('xa'), { unknown: 'x' });
  });

  it('leaves blanks out when the model knows none', () => {
    assert.deepEqual(tokenise({ vocabulary: ['A', 'B'], lowerCase: false }, 'A \n B'), { ids: [0, 1] });
  });
});
