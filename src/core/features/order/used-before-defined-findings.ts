import type { CourseDocument, Inline } from '../../course/course-document';
import { inlineAt } from '../../course/inline-at';
import type { Finding, Fix } from '../../diagnostics/course-diagnostic';
import { type Glossary, glossaryOf } from '../../glossary/glossary';
import type { PlacedEntry, Term } from '../../glossary/term';
import { say } from '../../l10n/say';
import { linkable, relativeTarget } from '../../links/link-target';
import { linksOf } from '../../links/links';
import { fileLesson } from '../../order/file-lesson';
import { introductions, isGlossaryPage } from '../../order/introductions';
import { statedNeeds } from '../../order/stated-needs';
import { tableOfContents } from '../../order/table-of-contents';
import type { Span } from '../../text/span';
import type { FeatureContext } from '../feature-context';

/**
 * `order.used-before-defined`: a term stands in the prose of a lesson, and the lesson that defines it comes later by the
 * course's own word: its table of contents, or `needs` in front matter. Once for each term, where it first stands.
 */
export async function usedBeforeDefinedFindings(context: FeatureContext): Promise<Finding[]> {
  const { document, course, settings } = context;
  const { uri } = document;
  if (settings.severity['order.used-before-defined'] === 'off' || !course.isLoaded || document.language !== 'markdown')
    return [];
  const needs = statedNeeds(course);
  const contents = await tableOfContents(course, uri);
  const place = contents?.places.get(uri);
  const title = course.fact(fileLesson, uri)?.title ?? '';
  if ((place === undefined && needs.isEmpty) || isGlossaryPage(course, uri) || isOverview(uri, title)) return [];

  const isLater = (other: string): boolean => {
    const there = contents?.places.get(other);
    if (place !== undefined && there !== undefined) return there > place;
    return needs.chain(other, uri) !== undefined && !needs.chain(uri, other);
  };
  const glossary = glossaryOf(course);
  const findings: Finding[] = [];
  for (const [term, spans] of usesByTerm(glossary, uri)) {
    // Where a definition may be read earlier, or at any time, nothing is used before it.
    const defined = introductions(course, term);
    const [first] = defined;
    if (!first || defined.length < term.entries.length || !defined.every((entry) => isLater(entry.uri))) continue;
    if (spans.some((span) => introduces(document, span))) continue;
    const span = spans.find((one) => isRelied(document, one));
    if (span) findings.push(finding(document, term, span, earliest(defined, contents?.places) ?? first, glossary));
  }
  return findings;
}

/** Pages that say what is to come: of the course, or of a part of it. */
const isOverview = (uri: string, title: string): boolean =>
  /\/(?:\d+[-_. ]*)?(?:index|readme|_index|intro\w*|overview|syllabus|preface|about|welcome|summary|contents|toc)\.\w+$/i.test(
    uri,
  ) || /\b(?:introduction|overview|syllabus|preface|welcome|curriculum|roadmap|outline)\b/i.test(title);

/** The uses in prose that mean one term beyond doubt: an acronym, or a name of several words. A single word is too common. */
function usesByTerm(glossary: Glossary, uri: string): ReadonlyMap<Term, readonly Span[]> {
  const uses = new Map<Term, Span[]>();
  for (const { terms, kind, span } of glossary.usesInFile(uri)) {
    const [term, ...others] = terms;
    if (!term || others.length > 0 || kind !== 'prose') continue;
    const known = uses.get(term);
    if (known) known.push(span);
    else uses.set(term, [span]);
  }
  return uses;
}

const earliest = (
  entries: readonly PlacedEntry[],
  places: ReadonlyMap<string, number> | undefined,
): PlacedEntry | undefined =>
  [...entries].sort((a, b) => (places?.get(a.uri) ?? Infinity) - (places?.get(b.uri) ?? Infinity))[0];

/** Whether a term is explained where it stands: emphasised, called by name, or with its other name in brackets. */
function introduces({ text }: CourseDocument, { start, end }: Span): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 24), start), text.slice(end, end + 24)];
  return (
    /[*_"“«(]$/.test(before) ||
    /^["”»]?[*_]*\s?[(（:]/.test(after) ||
    /^[*_]*(?:,| \p{L}{2,4}) (?:an?|the)\s/u.test(after) ||
    /\b(?:called|named|known as|termed|the term)\s+(?:an?\s+|the\s+)?$/i.test(before)
  );
}

/** Words by which a text speaks of what comes later, or points elsewhere. */
const ahead =
  /\b(?:later|soon|next|will|upcoming|ahead|below|see|chapter|lesson|section|week|module|unit|part|course|learn|cover(?:s|ed)?)\b/i;

/** Whether a reader has to know the term here: in running text, not in a title, a link or a word about what comes. */
function isRelied(document: CourseDocument, span: Span): boolean {
  const words = document.text.slice(span.start, span.end);
  if (!/[\s-]\S/.test(words) && !/\p{Lu}\S*\p{Lu}/u.test(words)) return false;
  const inline = inlineAt(document, span.start);
  if (inline?.kind !== 'paragraph' || ahead.test(inline.source.text) || isInItem(document, inline)) return false;
  return !linksOf(document).some((link) => inline.span.start <= link.span.start && link.span.end <= inline.span.end);
}

/** Lists say what there is to learn as often as they teach it. */
const isInItem = ({ listItems }: CourseDocument, { span }: Inline): boolean =>
  listItems.some((item) => item.span.start <= span.start && span.end <= item.span.end);

function finding(
  document: CourseDocument,
  term: Term,
  span: Span,
  { uri, entry }: PlacedEntry,
  glossary: Glossary,
): Finding {
  const words = document.text.slice(span.start, span.end);
  const target = relativeTarget(document.uri, uri);
  const fix: Fix = {
    title: say`Link to ${target}, which defines it`,
    safe: false,
    changes: [{ span, newText: `[${words}](${target.split('/').map(linkable).join('/')})` }],
  };
  const place = glossary.file(uri)?.places.rangeOf(entry.nameSpan);
  return {
    code: 'order.used-before-defined',
    span,
    message: say`“${term.name}” is used here, and defined later, in ${target}.`,
    fixes: /[[\]\n]/.test(words) ? [] : [fix],
    related: place ? [{ uri, range: place, message: say`“${term.name}” is defined here` }] : [],
  };
}
