import type { CourseDocument } from '../../course/course-document';
import { firstIndex } from '../../text/first-index';
import type { GlossaryEntry } from '../glossary-entry';
import { isAnnounced, scopeAt } from '../glossary-sections';
import { readTermName } from '../term-name';
import { entryOf } from './entry-draft';

const tag = /<(\/?)(dt|dd|dl)(?:\s[^<>]*)?>/gi;

/** `<dl>`, with each `<dt>` a term and the `<dd>` behind it its definition; several `<dt>` share one. */
export function* htmlEntries(document: CourseDocument): Iterable<GlossaryEntry> {
  if (document.language === 'mermaid' || !/<dt[\s>]/i.test(document.text)) return;
  for (const { source } of Object.values(document.regions)) {
    const { text } = source;
    const opened: { readonly start: number; readonly end: number }[] = [];
    const tags = [...text.matchAll(tag)].filter(({ index }) => !isInFence(document, source.toOuter(index)));
    for (const [i, { index, 1: closing, 2: name, 0: all }] of tags.entries()) {
      if (closing !== '') continue;
      const span = { start: index + all.length, end: tags[i + 1]?.index ?? text.length };
      if (name!.toLowerCase() === 'dl') opened.length = 0;
      else if (name!.toLowerCase() === 'dt') opened.push(span);
      else {
        for (const term of opened.splice(0)) {
          const written = readTermName(text.slice(term.start, term.end), true);
          if (!written || term.end - term.start > 160) continue;
          yield entryOf({
            source,
            form: 'html',
            name: written,
            nameStart: term.start,
            start: term.start,
            definition: span,
            scope: scopeAt(document, source.toOuter(term.start)),
            announced: isAnnounced(document, source.toOuter(term.start)),
          });
        }
      }
    }
  }
}

function isInFence({ fences }: CourseDocument, offset: number): boolean {
  const fence = fences[firstIndex(fences.length, (i) => fences[i]!.span.start > offset) - 1];
  return fence !== undefined && offset < fence.span.end;
}
