import assert from 'node:assert/strict';
import { editBetween } from '../../../src/core/text/edit-between';

describe('what of a text became another', () => {
  const long = 'The water waits a while.\n'.repeat(1000);
  const rows: readonly (readonly [earlier: string, later: string, start: number, end: number])[] = [
    ['', '', 0, 0],
    ['', 'a', 0, 0],
    ['ab', 'ab', 0, 0],
    ['ab', 'axb', 1, 1],
    ['axb', 'ab', 1, 2],
    ['abc', 'axc', 1, 2],
    ['aa', 'aaa', 0, 0],
    [`${long}a`, `${long}b`, long.length, long.length + 1],
    [`a${long}`, `b${long}`, 0, 1],
    [`${long}a${long}`, `${long}a b${long}`, long.length + 1, long.length + 1],
    [long, '', 0, long.length],
  ];
  for (const [earlier, later, start, end] of rows) {
    it(`${earlier.slice(0, 9)}… and ${later.slice(0, 9)}…, ${start} to ${end}`, () => {
      assert.deepEqual(editBetween(earlier, later), { start, end });
    });
  }

  it('is the first of several line breaks, behind which the cursor stands', () => {
    assert.deepEqual(editBetween('a\n\nb', 'a\n\n\nb'), { start: 1, end: 1 });
  });
});
