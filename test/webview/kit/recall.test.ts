import assert from 'node:assert/strict';
import type { Card } from '../../../src/protocol';
import { dayOf, dueCards, graded, nextDay } from '../../../webview/kit/recall';

const card = (id: string): Card => ({ id, front: id, back: '', meaning: '', shown: '', uri: '', line: 0 });

describe('recalling cards', () => {
  for (const [what, state, knew, right] of [
    ['a new card that was known waits a day', undefined, true, { box: 1, due: 101 }],
    ['one known again waits twice as long', { box: 1, due: 100 }, true, { box: 2, due: 102 }],
    ['the last box is the last', { box: 6, due: 100 }, true, { box: 6, due: 132 }],
    ['one that was not known begins anew, today', { box: 4, due: 100 }, false, { box: 0, due: 100 }],
  ] as const) {
    it(what, () => assert.deepEqual(graded(state, knew, 100), right));
  }

  it('asks what is due, the longest waiting first, then what is new', () => {
    const states = { a: { box: 2, due: 100 }, b: { box: 1, due: 97 }, c: { box: 3, due: 101 } };
    const cards = ['x', 'a', 'b', 'c'].map(card);
    assert.deepEqual(
      dueCards(cards, states, 100).map(({ id }) => id),
      ['b', 'a', 'x'],
    );
    assert.equal(nextDay(cards, states, 100), 101);
    assert.equal(nextDay([card('a')], states, 100), undefined);
  });

  it('counts days where the learner is', () => {
    const now = new Date(2024, 4, 7, 23, 59);
    assert.equal(dayOf(new Date(2024, 4, 8, 0, 1)), dayOf(now) + 1);
  });
});
