import { type Nearness, nearest } from '../text/nearest';

/** A third of the name's letters, one at least but never all; case, dashes and underscores tell names apart least. */
const nearness: Nearness = {
  plain: (name) => name.toLowerCase().replaceAll(/[-_\s]/g, ''),
  most: (_, name) => Math.min(name.length - 1, Math.max(1, Math.floor(name.length / 3))),
};

/** The name of a key, a value, a result or a column that a mistyped one most likely means. */
export const nearestKey = (word: string, names: readonly string[]): string | undefined =>
  nearest(word, names, nearness, (name) => name)[0];
