import type { CourseDocument } from '../course/course-document';
import { getOrSet } from '../get-or-set';
import { firstIndex } from '../text/first-index';
import type { OutlineItem } from './outline-item';

/** Lines at which a reader is given one of several texts: conditions, tabs and their ends. */
const markers = new RegExp(
  [
    String.raw`\{[#:/](?:if|else|each|await|key)\b`,
    String.raw`\{%-?[ \t]*(?:if|elif|elsif|else|endif|tabs?|endtabs?|case|when)\b`,
    String.raw`\{\{[<%][ \t]*/?[ \t]*(?:tabs?|tab-item|expand|details)\b`,
    String.raw`</?(?:details|Tabs?|TabItem|TabPanel|Tabs\.\w+|CodeGroup|template)\b`,
    String.raw`===(?:[+!]*[ \t]+["']|\[\[)`,
    String.raw`:{3,}[ \t]*(?<fence>.*)$`,
    String.raw`@tab\b`,
  ]
    .map((one) => `(?:${one})`)
    .join('|')
    .replace(/^(.*)$/, String.raw`^[ \t]*(?:$1)`),
  'gm',
);

const known = new WeakMap<CourseDocument, readonly number[]>();

/**
 * Which of the branches of a text an offset stands in: framework conditions, tabs, panels. Two places with the same
 * number are read one after the other; of two with different numbers a reader may see one alone.
 */
function branchAt(document: CourseDocument, offset: number): number {
  const starts = getOrSet(known, document, () => branchStarts(document.text));
  return firstIndex(starts.length, (i) => starts[i]! > offset);
}

/** Whether a reader sees both of two entries, one after the other. */
export const inOneBranch =
  (document: CourseDocument) =>
  (one: OutlineItem, other: OutlineItem): boolean =>
    branchAt(document, one.selectionSpan.start) === branchAt(document, other.selectionSpan.start);

function branchStarts(text: string): number[] {
  const starts: number[] = [];
  /** Of the colon fences that are open: whether they hold tabs. */
  const fences: boolean[] = [];
  for (const { index, 0: line, groups } of text.matchAll(markers)) {
    const { fence } = groups!;
    if (fence !== undefined) {
      const tabs = fence === '' ? (fences.pop() ?? false) : /tab|panel/i.test(fence);
      if (fence !== '') fences.push(tabs);
      if (!tabs) continue;
    }
    starts.push(index);
    if (/^[ \t]*===(?!\[)/.test(line)) {
      const end = afterIndented(text, text.indexOf('\n', index));
      if (end !== undefined) starts.push(end);
    }
  }
  return starts.sort((a, b) => a - b);
}

/** Where the indented lines end that follow a line end: the first letter at a margin. */
function afterIndented(text: string, lineEnd: number): number | undefined {
  const margin = /\n(?=\S)/g;
  margin.lastIndex = Math.max(lineEnd, 0);
  const found = lineEnd < 0 ? null : margin.exec(text);
  return found ? found.index + 1 : undefined;
}
