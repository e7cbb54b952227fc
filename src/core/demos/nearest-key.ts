import { type Nearness, nearest } from '../text/nearest';

/** A third of the name's letters, one at least but never all; case, dashes and underscores tell names apart least. */
const nearness: Nearness = {
  plain: (name) => name.toLowerCase().replaceAll(/[-_\s]/g, ''),
  most: (_, name) => Math.min(name.length - 1, Math.max(1, Math.floor(name.length / 3))),
};

/** The name of a key, a value, a result or a column that a mistyped one most likely means: one near it, or the one it is a part of. */
export const nearestKey = (word: string, names: readonly string[]): string | undefined =>
  nearest(word, names, nearness, (name) => name)[0] ?? wholeOf(word, names);

/** The one name of which the word is a part between dashes: `e4m3` of `fp8-e4m3`. */
function wholeOf(word: string, names: readonly string[]): string | undefined {
  const wholes = names.filter((name) => name.toLowerCase().split(/[-_]/).includes(word.toLowerCase()));
  return wholes.length === 1 ? wholes[0] : undefined;
}
