import type { CourseDocument, ListItem } from '../course/course-document';
import { getOrSet } from '../get-or-set';
import { readHeadingNumber, readNumber } from './item-number';

/**
 * The bullets whose text begins with a number that counts them. `0.3` is a rate, `404:` a code and `3.11` a version
 * unless others around them count: a neighbour with the next number in a series from 1 on, or a heading or step above
 * that has the number's first part.
 */
export function countingBullets(document: CourseDocument): ReadonlySet<ListItem> {
  const counting = new Set<ListItem>();
  const lists = new Map<string, { item: ListItem; parts: readonly number[] }[]>();
  const open: ListItem[] = [];
  let heading = 0;
  let section: readonly number[] = [];
  for (const item of document.listItems) {
    while (open.length > 0 && open.at(-1)!.span.end <= item.span.start) open.pop();
    const above = open.at(-1);
    open.push(item);
    for (; document.headings[heading] && document.headings[heading]!.span.start < item.span.start; heading++) {
      section = readHeadingNumber(document.headings[heading]!.title)?.number.parts ?? [];
    }
    const number = item.ordered ? undefined : readNumber(firstLine(item))?.number;
    if (!number) continue;
    const { parts, style, span } = number;
    if (style === 'keycaps' || parts.length > 2) counting.add(item);
    else if (firstLine(item)[span.end] === ':' || parts[0] === 0 || parts.at(-1)! > 99) continue;
    else if (parts.length > 1 && (parts[0] === section[0] || parts[0] === above?.number)) counting.add(item);
    else {
      const key = `${heading} ${above?.span.start ?? -1} ${parts.slice(0, -1)}`;
      getOrSet(lists, key, () => []).push({ item, parts });
    }
  }
  for (const list of lists.values()) {
    const numbers = new Set(list.map(({ parts }) => parts.at(-1)!));
    if (Math.min(...numbers) > 1) continue;
    for (const { item, parts } of list) {
      const last = parts.at(-1)!;
      if (numbers.has(last - 1) || numbers.has(last + 1)) counting.add(item);
    }
  }
  return counting;
}

const firstLine = ({ inline }: ListItem): string => inline?.source.text.split('\n', 1)[0] ?? '';
