import assert from 'node:assert/strict';
import type { OpenText } from '../../src/server/open-texts';
import { TriedTexts } from '../../src/server/tried-texts';

describe('A large text that is tried out', () => {
  const text: OpenText = {
    uri: 'file:///course/lesson.md',
    spelling: 'file:///course/lesson.md',
    version: 1,
    text: 'The water waits. '.repeat(7000),
    languageId: 'markdown',
    language: 'markdown',
    silent: false,
  };
  const outcome = async (...times: (number | 'no end')[]) => {
    let runs = 0;
    const tried = new TriedTexts({
      async timeOf() {
        const time = times[runs++];
        if (typeof time !== 'number') throw new Error('it came to no end');
        return time;
      },
    });
    return [await tried.tryOut(text), runs, tried.isReady(text)];
  };

  for (const [times, expected] of [
    [[30], ['read', 1, true]],
    [[1900], ['read', 1, true]],
    // A busy start of the machine, not the text.
    [
      [2500, 300],
      ['read', 2, true],
    ],
    [
      [2500, 2200],
      ['left out', 2, false],
    ],
    [['no end'], ['left out', 1, false]],
    [
      [2500, 'no end'],
      ['left out', 2, false],
    ],
  ] as const) {
    it(`is ${expected[0]} after ${times.join(' and ')}`, async () => {
      assert.deepEqual(await outcome(...times), expected);
    });
  }
});
