import type { CourseDocument, Inline, ListItem } from '../course/course-document';
import { type GlossarySection, glossarySections } from './glossary-sections';

/** A paragraph, the item whose first text it is, and the section it stands in. */
export interface Passage {
  readonly inline: Inline;
  readonly item?: ListItem;
  readonly section: GlossarySection;
}

const known = new WeakMap<CourseDocument, readonly Passage[]>();

/** The paragraphs of a document in text order, headings and cells left out. */
export function passagesOf(document: CourseDocument): readonly Passage[] {
  const found = known.get(document);
  if (found) return found;
  const sections = glossarySections(document);
  const items = document.listItems;
  const made: Passage[] = [];
  let item = 0;
  let section = 0;
  for (const inline of document.inlines) {
    if (inline.kind !== 'paragraph') continue;
    const { start } = inline.span;
    while (item < items.length && items[item]!.textSpan.start < start) item++;
    while (section + 1 < sections.length && sections[section + 1]!.start <= start) section++;
    const own = items[item]?.textSpan.start === start ? { item: items[item]! } : {};
    const around = sections[section];
    if (around) made.push({ inline, ...own, section: around });
  }
  known.set(document, made);
  return made;
}
