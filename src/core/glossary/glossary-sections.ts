import type { CourseDocument, Heading } from '../course/course-document';
import { getOrSet } from '../get-or-set';
import { firstIndex } from '../text/first-index';
import { isFieldLabel } from './field-label';
import { type Announcement, announcedBy, isGlossaryFile, isInGlossaryFolder } from './glossary-title';

/** A stretch of a document from one heading to the next, and what the headings above it announce. */
export interface GlossarySection {
  readonly start: number;
  readonly end: number;
  readonly region: number;
  /** Absent for what stands before the first heading of a region. */
  readonly heading?: Heading;
  readonly announcement: Announcement;
  /** Which announcement it is under: the announcing heading's offset, -1 where the file's name announces, -2 for none. */
  readonly scope: number;
  /** Whether its own heading is the one that announces, or the title of a glossary file. */
  readonly opens: boolean;
  /** Whether a deeper heading follows, so that this one is a group. */
  readonly hasDeeper: boolean;
}

const ofFile = -1;
const nowhere = -2;

const known = new WeakMap<CourseDocument, readonly GlossarySection[]>();

/** The sections of a document, in text order: one a heading, and one before the first of each region. */
export function glossarySections(document: CourseDocument): readonly GlossarySection[] {
  const found = known.get(document);
  if (found) return found;
  const headings = new Map<number, Heading[]>();
  for (const heading of document.headings) getOrSet(headings, heading.region, () => []).push(heading);
  // A string of a Python file is read alone, as the last region of a list that has no others.
  const regions = Object.keys(document.regions).map(Number);
  const made = Object.freeze(regions.flatMap((region) => sectionsOf(document, region, headings.get(region) ?? [])));
  known.set(document, made);
  return made;
}

function sectionsOf(document: CourseDocument, region: number, headings: readonly Heading[]): GlossarySection[] {
  const { span } = document.regions[region]!;
  const named = isGlossaryFile(document.uri) || isInGlossaryFolder(document.uri);
  const title = named ? titleOf(headings) : undefined;
  const before = named ? ofFile : nowhere;
  const sections: GlossarySection[] = [
    {
      start: span.start,
      end: headings[0]?.span.start ?? span.end,
      region,
      announcement: named ? 'throughout' : 'none',
      scope: before,
      opens: true,
      hasDeeper: false,
    },
  ];
  const open: { readonly level: number; readonly announcement: Announcement; readonly scope: number }[] = [];
  headings.forEach((heading, i) => {
    while (open.length > 0 && open.at(-1)!.level >= heading.level) open.pop();
    const own = announcedBy(heading.title);
    const above = open.at(-1) ?? { announcement: named ? 'throughout' : 'none', scope: before };
    const inherits = above.announcement === 'throughout';
    const opens =
      heading === title ||
      (own === 'throughout' && (!inherits || above.scope === ofFile)) ||
      (own === 'below' && !inherits);
    const announcement = inherits ? 'throughout' : own;
    const scope = opens && heading !== title ? heading.span.start : inherits ? above.scope : nowhere;
    open.push({ level: heading.level, announcement, scope });
    const next = headings[i + 1];
    const hasDeeper = next !== undefined && next.level > heading.level && !isFieldLabel(next.title);
    const end = next?.span.start ?? span.end;
    sections.push({ start: heading.span.start, end, region, heading, announcement, scope, opens, hasDeeper });
  });
  return sections;
}

/** The one heading of the highest level at the top of a file: its title, where it has one. */
function titleOf(headings: readonly Heading[]): Heading | undefined {
  const [first] = headings;
  return first && headings.every((other) => other === first || other.level > first.level) ? first : undefined;
}

/** The section around an offset. */
export function sectionAt(document: CourseDocument, offset: number): GlossarySection | undefined {
  const sections = glossarySections(document);
  return sections[firstIndex(sections.length, (i) => sections[i]!.start > offset) - 1];
}

/** The list that an entry at an offset belongs to: what announces it, or none. */
export function scopeAt(document: CourseDocument, offset: number): number | null {
  const section = sectionAt(document, offset);
  return section && section.announcement !== 'none' ? section.scope : null;
}

/** Whether a glossary is announced at an offset, and not merely a list of nodes or concepts. */
export const isAnnounced = (document: CourseDocument, offset: number): boolean =>
  sectionAt(document, offset)?.announcement === 'throughout';

/** The same for entries that their form alone says to be some: those of one section are one list. */
export const ownScopeAt = (document: CourseDocument, offset: number): number =>
  scopeAt(document, offset) ?? sectionAt(document, offset)?.start ?? 0;
