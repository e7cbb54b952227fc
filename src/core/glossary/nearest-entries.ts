import type { PlacedEntry, Term } from './term';

/**
 * The entries that answer for a term at a place: those of its own file, of the list that it stands in or behind; else
 * those of the files that share most folders with it. Entries that say something come before those that only name.
 */
export function nearestEntries(term: Term, uri: string, offset: number): readonly PlacedEntry[] {
  const saying = term.entries.filter(({ entry }) => entry.definition !== null);
  const entries = saying.length > 0 ? saying : term.entries;
  const own = entries.filter((placed) => placed.uri === uri);
  if (own.length > 0) {
    const before = own.filter(({ entry }) => entry.span.start <= offset).at(-1) ?? own[0]!;
    return own.filter(({ entry }) => entry.scope === before.entry.scope);
  }
  const shared = entries.map((placed) => sharedFolders(placed.uri, uri));
  const most = shared.reduce((a, b) => Math.max(a, b), 0);
  return entries.filter((_, i) => shared[i] === most);
}

/** All entries of a term, the nearest to a place first. */
export function byNearness(term: Term, uri: string, offset: number): readonly PlacedEntry[] {
  const nearest = new Set(nearestEntries(term, uri, offset));
  return [...nearest, ...term.entries.filter((placed) => !nearest.has(placed))];
}

/** How many characters of their folders two addresses share, whole folders only. */
function sharedFolders(a: string, b: string): number {
  let shared = 0;
  for (let i = 0; i < a.length && a[i] === b[i]; i++) if (a[i] === '/') shared = i;
  return shared;
}
