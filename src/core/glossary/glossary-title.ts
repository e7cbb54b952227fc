import type { CourseDocument } from '../course/course-document';
import { remembering } from '../remembering';
import { withoutEmoji } from '../text/emoji';

const adjectives = '(?:(?:the|key|core|main|important|essential|basic|new|course|technical)\\s+)';
const glossaryWord = /\b(?:glossary|glossaries|terminology|vocabulary|definitions|abbreviations|acronyms)\b/;
const terms = new RegExp(`^${adjectives}*terms?(?:\\s+(?:of|in|for|from|to|used)\\b.*)?$`);
const nodes = /^(?:the\s+)?(?:nodes?|relationships?|edges?|edge labels?)$/;
const concepts = new RegExp(`^${adjectives}+concepts?$`);
const glossaryFile = /(?:^|\/)(?:glossary|terms|terminology|vocabulary|definitions)\.[a-z]+$/i;

/** How far a heading announces terms: not at all, right below it, or under the headings below it too. */
export type Announcement = 'none' | 'below' | 'throughout';

/**
 * Glossary, Key terms and Vocabulary announce terms throughout. Nodes, Edge labels and Key concepts are common words of
 * lessons as well (Key concepts in X), so they count only when they are the whole title, or a part of it between
 * `&`, `,`, `/` or brackets, and only down to the next heading.
 */
export const announcedBy = remembering(4096, (title: string): Announcement => {
  const plain = withoutEmoji(title)
    .replace(/[*_`#]|^[\d.\s]+/g, '')
    .toLowerCase();
  const parts = plain.split(/[(),&/:]|\band\b/).map((part) => part.trim());
  if (glossaryWord.test(plain) || parts.some((part) => terms.test(part))) return 'throughout';
  return parts.some((part) => nodes.test(part) || concepts.test(part)) ? 'below' : 'none';
});

/**
 * Answers, for offsets in rising order, whether terms are announced at a place, by a heading above it or the file's name.
 */
export function glossaryScope(document: CourseDocument): (offset: number, region: number) => boolean {
  const byName = glossaryFile.test(document.uri);
  const open: { readonly level: number; readonly announcement: Announcement }[] = [];
  let next = 0;
  let within = 0;
  return (offset, region) => {
    for (; next < document.headings.length && document.headings[next]!.span.start <= offset; next++) {
      const heading = document.headings[next]!;
      if (heading.region !== within) open.length = 0;
      within = heading.region;
      while (open.length > 0 && open.at(-1)!.level >= heading.level) open.pop();
      const inherited = byName || open.at(-1)?.announcement === 'throughout';
      open.push({ level: heading.level, announcement: inherited ? 'throughout' : announcedBy(heading.title) });
    }
    return byName || (region === within && (open.at(-1)?.announcement ?? 'none') !== 'none');
  };
}
