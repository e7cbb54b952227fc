import { queryWords } from '../../text/plain-words';
import type { SearchAnswer, Searchable, SearchKind } from './search-entry';

/** Of what is named alike, a term stands before the section about it, and that before the diagrams that draw it. */
const order: Readonly<Record<SearchKind, number>> = { term: 0, heading: 1, label: 2 };

/**
 * The entries that hold every word of a query: those that are named so first, then those that begin with it, then those
 * of which a word begins with it. Nothing is found by an empty query.
 */
export function findEntries(searchables: Iterable<Searchable>, query: string, most: number): SearchAnswer {
  const words = queryWords(query);
  if (words.length === 0) return { hits: [], total: 0 };
  const whole = words.join(' ');
  const found: { readonly rank: number; readonly one: Searchable }[] = [];
  for (const one of searchables) {
    if (!words.every((word) => one.plain.includes(word))) continue;
    found.push({ rank: rankOf(one.plain, whole) * 3 + order[one.entry.kind], one });
  }
  found.sort((a, b) => a.rank - b.rank || a.one.plain.length - b.one.plain.length);
  return { hits: found.slice(0, most).map(({ one }) => one.entry), total: found.length };
}

function rankOf(plain: string, whole: string): number {
  // A name begins behind the emoji that stands before it.
  const start = Math.max(0, plain.search(/[\p{L}\p{N}]/u));
  const at = plain.indexOf(whole);
  if (at === 0 || at === start) return [undefined, '\n'].includes(plain[at + whole.length]) ? 0 : 1;
  return at > 0 && !/[\p{L}\p{N}]/u.test(plain[at - 1]!) ? 2 : 3;
}
