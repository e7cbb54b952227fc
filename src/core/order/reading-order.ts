import type { Course } from '../course/course';
import { statedNeeds } from './stated-needs';
import { type TableOfContents, tableOfContents } from './table-of-contents';

/** In which order the files of a course are read, as far as it says so. */
export interface ReadingOrder {
  /** All files: those of tables of contents in their places, others by the numbers and letters of their paths. */
  readonly uris: readonly string[];
  /** Whether one comes before the other by a table of contents, by front matter or by numbers; undefined where nothing says. */
  isBefore(one: string, other: string): boolean | undefined;
}

export async function readingOrder(course: Course): Promise<ReadingOrder> {
  const tables = new Map<string, TableOfContents>();
  for (const uri of course.uris) {
    const contents = await tableOfContents(course, uri);
    if (contents) tables.set(uri, contents);
  }
  const needs = statedNeeds(course);
  const byName = [...course.uris].sort(naturally);
  const listed = new Set<string>();
  // A table's pages stand together, where the first of them would stand by its name.
  for (const uri of byName) for (const page of tables.get(uri)?.places.keys() ?? []) listed.add(page);
  return {
    uris: [...listed, ...byName.filter((uri) => !listed.has(uri))],
    isBefore(one, other) {
      const table = tables.get(one);
      const there = table?.places.get(other);
      if (table && there !== undefined) return table.places.get(one)! < there;
      const [needed, needing] = [needs.chain(other, one), needs.chain(one, other)];
      if ((needed === undefined) !== (needing === undefined)) return needed !== undefined;
      return isNumberedBefore(one, other);
    },
  };
}

const naturally = new Intl.Collator('en', { numeric: true }).compare;

/** By the first part of their paths in which they differ, where a number leads both: `01-intro/` and `2_attention.md`. */
function isNumberedBefore(one: string, other: string): boolean | undefined {
  const [a, b] = [one.split('/'), other.split('/')];
  const at = a.findIndex((part, i) => part !== b[i]);
  const [first, second] = [leading(a[at]), leading(b[at])];
  return first === undefined || second === undefined || first === second ? undefined : first < second;
}

function leading(part = ''): number | undefined {
  const digits = /^(?:(?:chapter|lesson|unit|week|module|part|session|lecture|day)[-_. ]?)?(\d{1,4})(?!\d)/i.exec(part);
  return digits ? Number(digits[1]) : undefined;
}
