import { distance } from 'fastest-levenshtein';

/** When a name is near to what was written instead of it. Each use has a rule of its own, and states it. */
export interface Nearness {
  /** What is compared of a name. */
  readonly plain: (name: string) => string;
  /** The most letters that may be added, lost or changed between a word and a name. */
  readonly most: (word: string, name: string) => number;
  /** Two letters that changed places count as one, not as two. */
  readonly swaps?: boolean;
}

/** The candidates that a mistyped word may mean, the nearest first, those as near by their longest common start. */
export function nearest<T>(
  word: string,
  candidates: Iterable<T>,
  { plain, most, swaps = false }: Nearness,
  nameOf: (candidate: T) => string,
): T[] {
  const written = plain(word);
  const near: { readonly candidate: T; readonly away: number; readonly start: number }[] = [];
  for (const candidate of candidates) {
    const name = nameOf(candidate);
    const meant = plain(name);
    const allowed = most(word, name);
    if (Math.abs(meant.length - written.length) > allowed) continue;
    const away = swaps ? editsBetween(written, meant) : distance(written, meant);
    if (away <= allowed) near.push({ candidate, away, start: commonStart(written, meant) });
  }
  return near.sort((a, b) => a.away - b.away || b.start - a.start).map(({ candidate }) => candidate);
}

/** The edit distance, but that two letters changing places are one slip. */
function editsBetween(a: string, b: string): number {
  const far = distance(a, b);
  return far === 2 && a.length === b.length && [...a].sort().join('') === [...b].sort().join('') ? 1 : far;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
