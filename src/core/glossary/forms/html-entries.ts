import type { CourseDocument } from '../../course/course-document';
import { firstIndex } from '../../text/first-index';
import type { GlossaryEntry } from '../glossary-entry';
import { isAnnounced, scopeAt } from '../glossary-sections';
import { readTermName } from '../term-name';
import { entryOf } from './entry-draft';

const tag = /<(\/?)(dt|dd|dl)(?:\s[^<>]*)?>/gi;

/** A paragraph or list item in HTML that begins with a name in bold, a colon or a dash behind it, and the definition. */
const boldParagraph =
  /<(p|li)(?:\s[^<>]*)?>\s*<(strong|b)(?:\s[^<>]*)?>([^<>\n]{1,100}?)\s*[:：]?\s*<\/\2>\s*(?:[:：]|[—–-]\s)?\s*([^<>\s](?:(?!<\/?(?:p|li|ul|ol|div)[\s>])[\s\S]){0,2000}?)<\/\1>/gi;

function* boldParagraphs(document: CourseDocument): Iterable<GlossaryEntry> {
  if (!/<(?:strong|b)[\s>]/i.test(document.text)) return;
  for (const { source } of Object.values(document.regions)) {
    for (const match of source.text.matchAll(boldParagraph)) {
      const at = source.toOuter(match.index);
      const [all, block, , name, definition] = match as unknown as [string, string, string, string, string];
      const nameStart = match.index + all.indexOf(`>${name}`) + 1;
      const end = match.index + all.length - `</${block}>`.length;
      const between = all.slice(
        nameStart - match.index + name.length,
        all.length - `</${block}>`.length - definition.length,
      );
      if (
        !isAnnounced(document, at) ||
        !/[:：—–]|-\s/.test(between.replace(/<[^<>]*>/g, '')) ||
        isInFence(document, at)
      )
        continue;
      const written = readTermName(name, true);
      if (!written) continue;
      yield entryOf({
        source,
        form: 'html',
        name: written,
        nameStart,
        start: nameStart,
        definition: { start: end - definition.length, end },
        scope: scopeAt(document, at),
        announced: true,
      });
    }
  }
}

/** `<dl>`, with each `<dt>` a term and the `<dd>` behind it its definition; several `<dt>` share one. */
export function* htmlEntries(document: CourseDocument): Iterable<GlossaryEntry> {
  if (document.language === 'mermaid') return;
  yield* boldParagraphs(document);
  if (!/<dt[\s>]/i.test(document.text)) return;
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
