import { distance } from 'fastest-levenshtein';

/** The name that a mistyped one most likely means: at most a third of its letters away, the longest alike at the start. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const near = names
    .map((name) => ({ name, steps: distance(plain(word), plain(name)), start: commonStart(plain(word), plain(name)) }))
    .filter(({ name, steps }) => steps <= Math.max(1, Math.floor(name.length / 3)));
  return near.sort((a, b) => a.steps - b.steps || b.start - a.start)[0]?.name;
}

/** Case, dashes and underscores tell names apart least. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_\s]/g, '');

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
