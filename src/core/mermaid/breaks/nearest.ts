import { type Nearness, nearest as nearestOf } from '../../text/nearest';

/**
 * One slip in three letters of the longer word, three at most: `sectoin` is near `section`, `and` is not near `end` by
 * accident alone.
 */
const nearness: Nearness = {
  plain: (word) => word.toLowerCase(),
  most: (word, known) => Math.min(3, Math.floor(Math.max(word.length, known.length) / 3)),
  swaps: true,
};

/** The words that a misspelt one may have meant, the nearest first; none when nothing is near enough. */
export const nearest = (word: string, known: readonly string[]): string[] =>
  nearestOf(
    word,
    known.filter((candidate) => candidate !== word),
    nearness,
    (candidate) => candidate,
  );
