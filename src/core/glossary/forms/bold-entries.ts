import type { CourseDocument, Inline, ListItem } from '../../course/course-document';
import type { GlossaryEntry } from '../glossary-entry';
import { glossaryScope } from '../glossary-title';
import { type BoldEntry, readBoldEntry } from './bold-entry';
import { entryOf } from './entry-draft';

/**
 * `- **🤖 Name (AC):** definition` with an acronym anywhere; `**Name:** definition` and `**Name** - definition`, in a list
 * or not, under a heading that announces terms. A list below an entry belongs to its definition.
 */
export function* boldEntries(document: CourseDocument): Iterable<GlossaryEntry> {
  const announced = glossaryScope(document);
  const items = document.listItems;
  let next = 0;
  let takenUntil = 0;
  for (const inline of document.inlines) {
    if (inline.kind !== 'paragraph') continue;
    const { start } = inline.span;
    while (next < items.length && items[next]!.textSpan.start < start) next++;
    const item = items[next]?.textSpan.start === start ? items[next] : undefined;
    const glossary = announced(start, inline.region);
    if (start < takenUntil) continue;
    if (item) {
      const bold = readBoldEntry(inline.source.text, 0);
      if (!bold || !(glossary || (bold.name.acronym !== null && bold.separator === 'colon' && !item.ordered))) continue;
      takenUntil = item.span.end;
      yield itemEntry(document, item, inline, bold);
    } else if (glossary) yield* lineEntries(inline);
  }
}

function itemEntry(document: CourseDocument, item: ListItem, inline: Inline, bold: BoldEntry): GlossaryEntry {
  const source = document.regions[item.region]!.source;
  const offset = source.toInner(inline.span.start) ?? 0;
  const definitionStart = source.toInner(inline.source.toOuter(bold.definitionStart, 'end')) ?? offset;
  return entryOf({
    source,
    form: 'bold',
    name: bold.name,
    nameStart: offset + bold.nameStart,
    start: offset + bold.start,
    definition: { start: definitionStart, end: source.toInner(item.span.end) ?? definitionStart },
  });
}

/** Entries that follow each other line by line in one paragraph. */
function lineEntries(inline: Inline): GlossaryEntry[] {
  const { text } = inline.source;
  const found: BoldEntry[] = [];
  for (let start = 0; start >= 0 && start < text.length; start = text.indexOf('\n', start) + 1 || -1) {
    const bold = readBoldEntry(text, start);
    if (bold) found.push(bold);
    else if (found.length === 0) return [];
  }
  return found.map((bold, i) =>
    entryOf({
      source: inline.source,
      form: 'bold',
      name: bold.name,
      nameStart: bold.nameStart,
      start: bold.start,
      definition: { start: bold.definitionStart, end: found[i + 1]?.start ?? text.length },
    }),
  );
}
