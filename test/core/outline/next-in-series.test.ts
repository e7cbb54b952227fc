import assert from 'node:assert/strict';
import { nextInSeries } from '../../../src/core/outline/next-in-series';

/** The title before, the last one, and what the next begins with. */
const rows: readonly (readonly [string | undefined, string, string | undefined])[] = [
  ['0 Setup', '1 Start', '2 '],
  ['Part I', 'Part II', 'Part III'],
  ['IX. Rye', 'X. Spelt', 'XI. '],
  ['B. Rye', 'C. Spelt', 'D. '],
  ['H) Rye', 'I) Spelt', 'J) '],
  [undefined, 'Exercise 4: Fold', 'Exercise 5: '],
  // What does not count on is no series.
  [undefined, '7 heads', undefined],
  ['3 loaves', '7 heads', undefined],
  ['Plan A', 'Vitamin B', undefined],
  ['A loaf', 'I knead', undefined],
  ['A loaf', 'B side', undefined],
  ['Words', 'More words', undefined],
];

describe('nextInSeries', () => {
  for (const [before, last, next] of rows) {
    it(`${before ?? 'nothing'}, ${last}: ${next ?? 'nothing'}`, () => assert.equal(nextInSeries(before, last), next));
  }
});
