import { distance } from 'fastest-levenshtein';

/** The words that a misspelt one may have meant, the nearest first; none when nothing is near enough. */
export function nearest(word: string, known: readonly string[]): string[] {
  return known
    .filter((candidate) => candidate !== word)
    .map((candidate) => ({ candidate, far: distanceOf(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= allowance(word, candidate))
    .sort((a, b) => a.far - b.far)
    .map(({ candidate }) => candidate);
}

/** The edit distance, but that two letters changing places are one slip. */
function distanceOf(a: string, b: string): number {
  const far = distance(a, b);
  return far === 2 && a.length === b.length && [...a].sort().join('') === [...b].sort().join('') ? 1 : far;
}

/** One slip in three letters, three at most: `sectoin` is near `section`, `and` is not near `end` by accident alone. */
const allowance = (word: string, candidate: string): number =>
  Math.min(3, Math.floor(Math.max(word.length, candidate.length) / 3));
