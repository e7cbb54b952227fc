import { type Nearness, nearest } from '../text/nearest';

/** A third of the letters that the author wrote, one at least; case aside. */
const nearness: Nearness = {
  plain: (name) => name.toLowerCase(),
  most: (word) => Math.max(1, Math.floor(word.length / 3)),
};

/** The path or the heading's anchor that a broken link most likely means. */
export const nearestTarget = <T>(word: string, targets: Iterable<T>, nameOf: (target: T) => string): T | undefined =>
  nearest(word, targets, nearness, nameOf)[0];
