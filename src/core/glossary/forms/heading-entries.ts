import type { CourseDocument } from '../../course/course-document';
import { getOrSet } from '../../get-or-set';
import { firstIndex } from '../../text/first-index';
import type { Span } from '../../text/span';
import { isDefiningLabel, isFieldLabel } from '../field-label';
import type { EntryField, GlossaryEntry } from '../glossary-entry';
import { type GlossarySection, glossarySections } from '../glossary-sections';
import { isGlossaryFile, isGlossaryTitle } from '../glossary-title';
import { type Passage, passagesOf } from '../passages';
import { type FieldTest, isLetter } from '../section-fields';
import { readTermName } from '../term-name';
import { entryOf } from './entry-draft';
import { labelledLines } from './labelled-lines';

const longestTitle = 90;
const longestEntry = 1200;
const mostWords = 9;
const numbering = /^(?:\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+)\s+/;
const anchor = /\s*(?:\{[#.:][^{}]*\}|\[\[[^\][]*\]\]|<a\s[^<>]*>\s*(?:<\/a>)?)\s*$/;
/** Sections of a glossary page that define nothing. */
const aside =
  /^(?:examples?\b.*|introduction|overview|about.*|contents?|table of contents|toc|notes?|references?|(?:further|more) (?:reading|resources)|resources|links|see also|sources?|bibliography|contributing|contributors|acknowledge?ments|credits|licen[sc]e|summary|conclusion|how to .*|quiz|exercises?|next steps?|what(?:'s| is) next|changelog|related.*|other resources|index|faq|home|why .*|when to .*|using th.*|(?:this|these) .*|purpose|scope|audience)$/i;
/** The same in some other languages. */
const asideElsewhere =
  /^(?:einleitung|einführung|vorwort|übersicht|überblick|inhalt(?:sverzeichnis)?|(?:hinweise?|anmerkungen?)\b.*|quellen|literatur|siehe auch|weiterführende .*|zusammenfassung|sommaire|remarques?|références|voir aussi|résumé|liens|introducción|índice|notas?|referencias|véase también|enlaces|resumen|introdução|referências|veja também|注意(?:事项)?|说明|备注|参考(?:资料|文献|链接)?|前言|概述|总结|小结|简介|目录|引言|はじめに|概要|まとめ|参考(?:文献|資料)|目次|참고.*|소개|введение|примечани[ея]|литература|ссылки|содержание)$/i;

/** A field as it stands under its heading. */
interface Field {
  readonly label: string;
  readonly span: Span;
}

/**
 * A heading for each term under a title that announces them, with the paragraph below, or its defining field, as the
 * definition. A heading over other headings, over entries of its own (`others`, in text order), or that only sorts
 * (A, B, C) is a group, and so is none that stands between groups.
 */
export function* headingEntries(
  document: CourseDocument,
  isField: FieldTest,
  others: readonly GlossaryEntry[],
): Iterable<GlossaryEntry> {
  const headed = headedSections(document, others);
  const isTerm = ({ kind, section }: HeadedSection): boolean => {
    const { term, group, either } = headed.counts.get(ranking(section))!;
    if (kind === 'either') return term > group + either;
    return kind === 'term' && (group < 2 || term >= group);
  };
  for (const one of headed.sections) {
    const { section, passages } = one;
    if (!isTerm(one) || (isWeak(document, section) && isLesson(document, section))) continue;
    const entry = entryIn(document, section, passages, isField);
    if (entry) yield entry;
  }
}

/**
 * What a section with text of its own is by itself: a term's; a group, where an entry stands there at once; or either, where
 * entries or deeper headings follow its first paragraph. Most of the headings of its rank decide then.
 */
interface HeadedSection {
  readonly section: GlossarySection;
  readonly passages: readonly Passage[];
  readonly kind: 'term' | 'group' | 'either';
}

/** Headings of one level under one announcement. */
const ranking = ({ scope, heading }: GlossarySection): string => `${scope} ${heading?.level}`;

function headedSections(document: CourseDocument, others: readonly GlossaryEntry[]) {
  const passages = passagesOf(document);
  const sections: HeadedSection[] = [];
  const counts = new Map<string, Record<HeadedSection['kind'], number>>();
  let next = 0;
  let other = 0;
  for (const section of glossarySections(document)) {
    const first = next;
    while (next < passages.length && passages[next]!.section === section) next++;
    const firstOther = other;
    while (other < others.length && others[other]!.span.start < section.end) other++;
    const { heading, announcement, opens, hasDeeper } = section;
    if (!heading || announcement !== 'throughout' || opens || isLetter(heading.title)) continue;
    const own = passages.slice(first, next);
    const below = others.slice(firstOther, other);
    const kind = kindOf(own[0], below, hasDeeper);
    if (!kind) continue;
    getOrSet(counts, ranking(section), () => ({ term: 0, group: 0, either: 0 }))[kind]++;
    sections.push({ section, passages: own, kind });
  }
  return { sections, counts };
}

function kindOf(
  lead: Passage | undefined,
  entries: readonly GlossaryEntry[],
  hasDeeper: boolean,
): HeadedSection['kind'] | undefined {
  if (!lead) return entries.length > 0 ? 'group' : undefined;
  if (entries[0] && entries[0].span.start <= lead.inline.span.start + 4) return 'group';
  return hasDeeper || entries.length > 1 ? 'either' : 'term';
}

/** Whether a lesson may have a part so called: Definitions, Vocabulary. A file that is a glossary is no lesson. */
function isWeak(document: CourseDocument, { scope }: GlossarySection): boolean {
  if (isGlossaryFile(document.uri)) return false;
  const opener =
    document.headings[firstIndex(document.headings.length, (i) => document.headings[i]!.span.start >= scope)];
  return scope >= 0 && opener !== undefined && !isGlossaryTitle(opener.title);
}

/** Whether a section is long, or shows code or formulas: it teaches, and is no entry. */
function isLesson({ fences, formulas, text }: CourseDocument, { start, end }: GlossarySection): boolean {
  const holds = (blocks: readonly { readonly span: Span }[]): boolean => {
    const next = blocks[firstIndex(blocks.length, (i) => blocks[i]!.span.start >= start)];
    return next !== undefined && next.span.start < end;
  };
  return text.slice(start, end).trim().length > longestEntry || holds(fences) || holds(formulas);
}

function entryIn(
  document: CourseDocument,
  section: GlossarySection,
  passages: readonly Passage[],
  isField: FieldTest,
): GlossaryEntry | undefined {
  const { title, titleSpan, region, span } = section.heading!;
  const { source } = document.regions[region]!;
  const number = numbering.exec(title)?.[0].length ?? 0;
  const written = title.slice(number).replace(anchor, '');
  if (!isName(written) || isFieldLabel(written)) return undefined;
  const name = readTermName(written, true);
  const titleStart = source.toInner(titleSpan.start);
  const start = source.toInner(span.start);
  if (!name || titleStart === undefined || start === undefined) return undefined;
  const inner = (outer: number) => source.toInner(outer) ?? start;
  const fields = passages.flatMap((passage) => labelsIn(passage, inner)).filter(({ label }) => isField(label, section));
  const opensWithField = fields[0]?.start === inner(passages[0]!.inline.span.start);
  const defining = opensWithField ? (fields.find(({ label }) => isDefiningLabel(label)) ?? fields[0]) : undefined;
  const end = passages.reduce((last, { inline, item }) => Math.max(last, item?.span.end ?? 0, inline.span.end), 0);
  return entryOf({
    source,
    form: 'heading',
    name,
    nameStart: titleStart + number,
    start,
    definition: defining?.span ?? leadSpan(passages, inner),
    end: inner(end),
    fields: fields
      .filter((field) => field !== defining)
      .map(({ label, span }): EntryField => ({ label, text: source.text.slice(span.start, span.end) })),
    scope: section.scope,
    announced: true,
  });
}

function isName(title: string): boolean {
  const plain = title.replace(/[*_`]/g, '').trim();
  const words = plain.replace(/[:：]$/, '');
  if (plain.length > longestTitle || aside.test(words) || asideElsewhere.test(words)) return false;
  if (/[?!？！]$/.test(plain)) return false;
  return plain.split(/\s+/).length <= mostWords && !/\S\.\s/.test(plain);
}

/** The bold labels that begin a passage's lines or its item, each with the text behind it, in the region's offsets. */
function labelsIn({ inline, item }: Passage, inner: (outer: number) => number): (Field & { readonly start: number })[] {
  const { source } = inline;
  const found = labelledLines(source.text, item !== undefined);
  const end = inner(item?.span.end ?? inline.span.end);
  return found.map(({ name, start, definitionStart }, i) => ({
    label: name.term,
    start: inner(source.toOuter(start)),
    span: {
      start: inner(source.toOuter(definitionStart, 'end')),
      end: found[i + 1] ? inner(source.toOuter(found[i + 1]!.start)) : end,
    },
  }));
}

/** The first paragraph, with the list below it that it leads to; or the list that stands there at once. */
function leadSpan(passages: readonly Passage[], inner: (outer: number) => number): Span {
  const [lead, ...rest] = passages;
  const { inline, item } = lead!;
  const listed = item ? passages : /[:：]\s*$/.test(inline.source.text) ? rest : [];
  let end = inline.span.end;
  for (const passage of listed) {
    if (passage.item) end = Math.max(end, passage.item.span.end);
    else if (passage.inline.span.start > end) break;
  }
  return { start: inner(item ? item.markerSpan.start : inline.span.start), end: inner(end) };
}
