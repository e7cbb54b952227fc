import type { CourseDocument } from '../../course/course-document';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { numberBreaks } from '../../outline/numbering';
import { outlineOf } from '../../outline/outline';
import type { OutlineItem } from '../../outline/outline-item';
import { withoutEmoji } from '../../text/emoji';
import type { FeatureContext } from '../feature-context';

/** Numbers that jump or repeat among siblings, and sections of one parent that share a title. */
export function outlineFindings({ document }: FeatureContext): Finding[] {
  const items = outlineOf(document);
  return [...numberFindings(items), ...duplicateHeadings(items, document)];
}

function numberFindings(items: readonly OutlineItem[]): Finding[] {
  return numberBreaks(items).map(({ kind, item, span, expected, changes }) => ({
    code: kind === 'gap' ? 'outline.number-gap' : 'outline.number-duplicate',
    span,
    message:
      kind === 'gap'
        ? `Number ${item.written!.text} leaves a gap: ${expected} would be next`
        : `Number ${item.written!.text} stands twice here: ${expected} would be next`,
    fixes: [{ title: `Renumber from here: ${item.written!.text} becomes ${expected}`, safe: false, changes }],
  }));
}

function duplicateHeadings(items: readonly OutlineItem[], document: CourseDocument): Finding[] {
  const first = new Map<string, OutlineItem>();
  const counts = new Map<string, number>();
  const found: Finding[] = [];
  for (const item of items) {
    found.push(...duplicateHeadings(item.children, document));
    const key = `${item.level} ${item.number ?? ''} ${withoutEmoji(item.title).toLowerCase()}`;
    if (item.kind !== 'heading' || withoutEmoji(item.title) === '') continue;
    const twin = first.get(key);
    if (!twin) first.set(key, item);
    else {
      const count = (counts.get(key) ?? 1) + 1;
      counts.set(key, count);
      found.push(duplicate(item, twin, count, document));
    }
  }
  return found;
}

function duplicate(item: OutlineItem, twin: OutlineItem, count: number, document: CourseDocument): Finding {
  const { end } = item.selectionSpan;
  return {
    code: 'outline.duplicate-heading',
    span: item.selectionSpan,
    message: `A section beside this one has the same title: “${item.title}”`,
    fixes: [
      {
        title: `Tell it apart: “${item.title} (${count})”`,
        safe: false,
        changes: [{ span: { start: end, end }, newText: ` (${count})` }],
      },
    ],
    related: [{ uri: document.uri, range: document.lines.rangeOf(twin.selectionSpan), message: 'The first one' }],
  };
}
