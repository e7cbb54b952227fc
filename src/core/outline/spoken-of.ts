import { getOrSet } from '../get-or-set';
import type { OutlineItem } from './outline-item';

/**
 * Whether the number behind a title's word counts nothing: the section around it has one with that word (`Day 2 checklist`
 * below `# Day 2`), it is one of two that are compared (`Week 2 → Week 3`), or in parts (`Step 2-1` beside `Step 2-2`, which
 * is no range).
 * @param above the titles of the sections around the items
 */
export function spokenOf(items: readonly OutlineItem[], above: readonly string[]): (item: OutlineItem) => boolean {
  const inParts = numbersInParts(items);
  return (item) => {
    const { written, title } = item;
    if (written?.word === undefined || written.style !== 'digits') return false;
    const [number] = written.text.split('-');
    if (written.joined !== undefined && inParts.has(`${written.word} ${number}`)) return true;
    const named = `(?<!\\p{L})${written.word}s?\\s+#?\\d`;
    if (above.some((one) => new RegExp(named, 'iu').test(one))) return true;
    return new RegExp(`(?:→|⇒|[-=]>|(?<!\\p{L})(?:vs\\.?|versus)\\s)\\D*?${named}`, 'iu').test(title);
  };
}

/** Numbers with their word that a hyphen joins to 1 and more: `step 2` of `Step 2-1` and `Step 2-2`. */
function numbersInParts(items: readonly OutlineItem[]): ReadonlySet<string> {
  const joined = new Map<string, Set<number>>();
  for (const { written } of items) {
    if (written?.word === undefined || written.joined === undefined) continue;
    getOrSet(joined, `${written.word} ${written.text.split('-')[0]}`, () => new Set()).add(written.joined);
  }
  return new Set([...joined].filter(([, others]) => others.size > 1 && others.has(1)).map(([number]) => number));
}
