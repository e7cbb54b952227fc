import { type Nearness, nearest } from '../text/nearest';

/** A third of the name's letters, one at least but never all; case, dashes and underscores tell names apart least. */
const nearness: Nearness = {
  plain: (name) => name.toLowerCase().replaceAll(/[-_\s]/g, ''),
  most: (_, name) => Math.min(name.length - 1, Math.max(1, Math.floor(name.length / 3))),
};

/**
 * The name of a key, a value, a result or a column that a mistyped one most likely means: one near it, the one it is a part
 * of, or the one that begins as it does.
 */
export const nearestKey = (word: string, names: readonly string[]): string | undefined =>
  nearest(word, names, nearness, (name) => name)[0] ?? wholeOf(word, names) ?? begunAs(word, names);

/** The one name of which the word is a part between dashes: `e4m3` of `fp8-e4m3`. */
function wholeOf(word: string, names: readonly string[]): string | undefined {
  const wholes = names.filter((name) => name.toLowerCase().split(/[-_]/).includes(word.toLowerCase()));
  return wholes.length === 1 ? wholes[0] : undefined;
}

/** The one name that goes on where the word ends, or that the word goes on from: `parameters` of `param`, `max_vio` of `max_violation`. */
function begunAs(word: string, names: readonly string[]): string | undefined {
  const written = nearness.plain(word);
  const begun = names.filter((name) => {
    const meant = nearness.plain(name);
    const [short, long] = meant.length < written.length ? [meant, written] : [written, meant];
    return short.length >= 4 && long.startsWith(short);
  });
  return begun.length === 1 ? begun[0] : undefined;
}
