import type { CourseDocument } from '../../course/course-document';
import { decoded } from '../../text/decoded';
import type { Span } from '../../text/span';
import type { GlossaryEntry } from '../glossary-entry';
import { askedIn, isGlossaryPage, isGlossaryTitle, isInGlossaryFolder } from '../glossary-title';
import { type Passage, passagesOf } from '../passages';
import { isLetter } from '../section-fields';
import { readTermName } from '../term-name';
import { entryOf } from './entry-draft';

const index = /\/_?(?:index|readme)\.[a-z]+$/i;
const title = /^title:[ \t]*(["']?)(.*?)\1[ \t]*$/m;

/**
 * A page for each term in a folder that is called a glossary: the title in its front matter, its one heading (`headed`), what
 * it asks after (What is a warp?), or the bold name that begins it where the file is called so, and its first paragraph.
 */
export function* pageEntries(document: CourseDocument, headed: boolean): Iterable<GlossaryEntry> {
  if (document.language !== 'markdown' || !isGlossaryPage(document.uri) || index.test(document.uri)) return;
  const [lead] = passagesOf(document);
  const source = document.regions[0]?.source;
  const asked = lead && source && questionOf(document, source.text);
  const titled = isInGlossaryFolder(document.uri)
    ? (asked ?? titleOf(document, headed) ?? (lead && openingOf(document, lead)))
    : asked;
  if (!titled || !lead || !source) return;
  const written = source.text.slice(titled.start, titled.end);
  const name = readTermName(written, true);
  if (!name || isLetter(written) || isGlossaryTitle(written)) return;
  yield entryOf({
    source,
    form: 'page',
    name,
    nameStart: titled.start,
    start: titled.start,
    definition: { start: source.toInner(lead.inline.span.start) ?? 0, end: source.toInner(lead.inline.span.end) ?? 0 },
    scope: -1,
    announced: true,
  });
}

/** The title in the front matter, else the one heading. */
function titleOf({ regions, headings }: CourseDocument, headed: boolean): Span | undefined {
  const [region] = regions;
  const { frontMatter, source } = region ?? {};
  if (!source) return undefined;
  const match = frontMatter && title.exec(source.text.slice(0, source.toInner(frontMatter.end) ?? 0));
  if (match) {
    const start = match.index + match[0].indexOf(match[2]!, 'title:'.length);
    return { start, end: start + match[2]!.length };
  }
  if (!headed || headings.length !== 1) return undefined;
  const { start, end } = headings[0]!.titleSpan;
  return { start: source.toInner(start) ?? 0, end: source.toInner(end) ?? 0 };
}

/** What the first heading of a page asks after, where it is the only one of its level: What is a warp? */
function questionOf({ regions, headings }: CourseDocument, text: string): Span | undefined {
  const [first] = headings;
  if (!first || headings.some((other) => other !== first && other.level <= first.level)) return undefined;
  const start = regions[0]!.source.toInner(first.titleSpan.start) ?? 0;
  const end = regions[0]!.source.toInner(first.titleSpan.end) ?? start;
  const asked = askedIn(text.slice(start, end));
  return asked && { start: start + asked.start, end: start + asked.end };
}

/** The bold words that a page without headings begins with, where they are its file's name, as in a vault of notes. */
function openingOf({ regions, headings, uri }: CourseDocument, { inline }: Passage): Span | undefined {
  const { source } = regions[0] ?? {};
  const bold = /^\*\*([^*\n]{1,80})\*\*/.exec(inline.source.text)?.[1];
  if (!source || bold === undefined || headings.length > 0) return undefined;
  const file = decoded(uri.slice(uri.lastIndexOf('/') + 1)).replace(/\.\w+$/, '');
  if (plainName(file) !== plainName(bold)) return undefined;
  const start = (source.toInner(inline.span.start) ?? 0) + 2;
  return { start, end: start + bold.length };
}

const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
