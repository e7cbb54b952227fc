import type { CourseDocument } from '../course/course-document';
import { overviewPart } from '../course/overview-part';
import { getOrSet } from '../get-or-set';
import { contains } from '../text/span';
import { definingDirectives, directiveEntries } from './forms/directive-entries';
import { headingEntries } from './forms/heading-entries';
import { htmlEntries } from './forms/html-entries';
import { labelledEntries } from './forms/labelled-entries';
import { pageEntries } from './forms/page-entries';
import { paragraphEntries } from './forms/paragraph-entries';
import { tableEntries } from './forms/table-entries';
import { titledEntries } from './forms/titled-entries';
import type { GlossaryEntry } from './glossary-entry';
import { isGlossaryFile, isInGlossaryFolder } from './glossary-title';
import { passagesOf } from './passages';
import { fieldsOf } from './section-fields';
import { isDerived, spells } from './term-name';

/** Every term that a document defines, in text order. A diagram's labels define none, a written overview repeats them. */
export function glossaryEntries(document: CourseDocument): readonly GlossaryEntry[] {
  const isField = fieldsOf(document);
  const defining = definingDirectives(document);
  const found = [
    ...[
      ...labelledEntries(document, isField),
      ...paragraphEntries(document),
      ...tableEntries(document),
      ...titledEntries(document),
      ...htmlEntries(document),
    ].filter(({ span }) => !defining.some((directive) => contains(directive.span, span.start))),
    ...directiveEntries(document),
  ]
    .filter((entry) => !isNavigation(entry) && !ordinal.test(entry.term))
    .sort(byStart);
  const below = isNote(document, found) ? [] : found;
  const headed = [...headingEntries(document, isField, below)];
  const all = [...headed, ...outside(below, headed)];
  // A colon or a table within a term's own page begins no other term.
  const few =
    all.length <= 1 || all.every(({ form, announced }) => form === 'plain' || (form === 'table' && !announced));
  const [page] = few ? pageEntries(document, all.length === 0) : [];
  const entries = page ? [page] : all;
  const overview = overviewPart(document.text);
  const own = overview
    ? entries.filter(({ span }) => span.end <= overview.start || span.start >= overview.end)
    : entries;
  return Object.freeze(withoutQualifiers(own).sort(byStart));
}

/** A note without headings in a folder called a glossary is about the word that it is called by, where it is no list of entries. */
function isNote(document: CourseDocument, entries: readonly GlossaryEntry[]): boolean {
  const { uri, headings } = document;
  if (entries.length === 0 || headings.length > 0 || !isInGlossaryFolder(uri) || isGlossaryFile(uri)) return false;
  const passages = passagesOf(document);
  return 2 * entries.length < passages.length && passages[0]!.inline.span.end <= entries[0]!.span.start;
}

const byStart = (a: GlossaryEntry, b: GlossaryEntry): number => a.span.start - b.span.start || a.span.end - b.span.end;

/** An entry that is only a link leads somewhere and defines nothing. */
const isNavigation = ({ definition, scope, form }: GlossaryEntry): boolean =>
  scope !== null &&
  form !== 'abbreviation' &&
  definition !== null &&
  /^(?:[-–—→>]\s*)?(?:\[[^\][]*\]\([^()\s]*(?:\s"[^"]*")?\)|<?https?:\/\/\S+>?)[.\s]*$/.test(definition);

const ordinal = /^(?:step|chapter|lesson|week|day|part|phase|module|unit|question|exercise|figure|table)\s+\d+$/i;

/** The entries that no heading's entry holds; both lists in text order. */
function outside(entries: readonly GlossaryEntry[], holders: readonly GlossaryEntry[]): GlossaryEntry[] {
  let at = 0;
  return entries.filter(({ span }) => {
    while (at < holders.length && holders[at]!.span.end <= span.start) at++;
    return !(holders[at] && holders[at]!.span.start <= span.start);
  });
}

/**
 * What returns in brackets behind several names, and is made of none of them or of one by chance, qualifies them: it is no
 * acronym.
 */
function withoutQualifiers(entries: readonly GlossaryEntry[]): GlossaryEntry[] {
  const names = new Map<string, Set<string>>();
  const isForeign = ({ term, acronym, acronymSpan, form }: GlossaryEntry): boolean =>
    acronym !== null &&
    acronymSpan !== null &&
    form !== 'table' &&
    form !== 'titled' &&
    acronym !== term &&
    !isDerived(acronym, term);
  for (const entry of entries) if (isForeign(entry)) getOrSet(names, entry.acronym!, () => new Set()).add(entry.term);
  return entries.map((entry) => {
    const foreign = entry.acronym === null ? undefined : names.get(entry.acronym);
    const isQualified = isForeign(entry) || (entry.form === 'bold' && !spells(entry.acronym ?? '', entry.term));
    if (!foreign || foreign.size < 2 || !isQualified) return entry;
    return Object.freeze({ ...entry, acronym: null, acronymSpan: null });
  });
}
