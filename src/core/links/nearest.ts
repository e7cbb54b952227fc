import { distance } from 'fastest-levenshtein';

/** The candidate that a mistyped word most likely means; undefined when none is near. */
export function nearest<T>(word: string, candidates: Iterable<T>, textOf: (candidate: T) => string): T | undefined {
  let best: T | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const text = textOf(candidate);
    if (Math.abs(text.length - word.length) >= least) continue;
    const away = distance(word.toLowerCase(), text.toLowerCase());
    if (away < least) {
      least = away;
      best = candidate;
    }
  }
  return best;
}
