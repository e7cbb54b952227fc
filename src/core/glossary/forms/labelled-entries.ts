import type { CourseDocument, ListItem } from '../../course/course-document';
import { plainText } from '../../course/inline/plain-text';
import { getOrSet } from '../../get-or-set';
import type { GlossaryEntry } from '../glossary-entry';
import { type GlossarySection, ownScopeAt } from '../glossary-sections';
import { type Passage, passagesOf } from '../passages';
import type { FieldTest } from '../section-fields';
import { readBoldEntry } from './bold-entry';
import { entryOf } from './entry-draft';
import { type LabelledLine, labelledLines } from './labelled-lines';

/**
 * `- **🤖 Name (AC):** definition` with an acronym anywhere. Under a heading that announces terms also `**Name:** …`,
 * `**Name** - …`, `**Name.** …`, `Name: …` and a bold name alone on its line, in a list or not. A list below an entry
 * belongs to its definition.
 */
export function* labelledEntries(document: CourseDocument, isField: FieldTest): Iterable<GlossaryEntry> {
  const passages = passagesOf(document);
  const plainSections = sectionsOfPlain(passages);
  const advice = sectionsOfAdvice(passages);
  let takenUntil = 0;
  for (const [i, passage] of passages.entries()) {
    const { inline, item, section } = passage;
    if (inline.span.start < takenUntil) continue;
    if (section.announcement === 'none') {
      const bold = item && !item.ordered ? readBoldEntry(inline.source.text, 0) : undefined;
      if (!item || bold?.separator !== 'colon' || bold.name.acronym === null) continue;
      takenUntil = item.span.end;
      const scope = ownScopeAt(document, inline.span.start);
      yield itemEntry(document, item, passage, { ...bold, form: 'bold' }, { scope, announced: false });
      continue;
    }
    if (advice.has(section.start)) continue;
    const lines = labelledLines(inline.source.text, item !== undefined).filter(
      ({ form }) => form === 'bold' || plainSections.has(section.start),
    );
    if (item) {
      const [line] = lines;
      if (!line || isField(line.name.term, section) || isAlone(line, passage)) continue;
      takenUntil = item.span.end;
      yield itemEntry(document, item, passage, line, placeOf(section));
    } else yield* lineEntries(document, passage, lines, passages[i + 1], isField);
  }
}

const placeOf = ({ scope, announcement }: GlossarySection): Pick<GlossaryEntry, 'scope' | 'announced'> => ({
  scope,
  announced: announcement === 'throughout',
});

/** Whether an item holds a name and nothing else. */
const isAlone = ({ definitionStart }: LabelledLine, { inline, item }: Passage): boolean =>
  definitionStart >= inline.source.text.length && (item?.span.end ?? 0) <= inline.span.end;

/**
 * The sections where at least half of what stands there begins with a plain name: elsewhere a colon only parts a sentence,
 * as a single one does below one of many headings that have none.
 */
function sectionsOfPlain(passages: readonly Passage[]): ReadonlySet<number> {
  const counts = new Map<number, { readonly rank: string; plain: number; all: number }>();
  for (const { inline, item, section } of passages) {
    if (section.announcement !== 'throughout') continue;
    const rank = section.opens ? '' : `${section.scope} ${section.heading?.level}`;
    const count = getOrSet(counts, section.start, () => ({ rank, plain: 0, all: 0 }));
    const names = labelledLines(inline.source.text, item !== undefined).length;
    count.all += Math.max(names, 1);
    count.plain += names;
  }
  const ranks = new Map<string, { plain: number; all: number }>();
  for (const { rank, plain } of counts.values()) {
    const count = getOrSet(ranks, rank, () => ({ plain: 0, all: 0 }));
    count.all++;
    if (plain > 0) count.plain++;
  }
  const isAlone = (rank: string): boolean => rank !== '' && 2 * ranks.get(rank)!.plain <= ranks.get(rank)!.all;
  return new Set(
    [...counts].flatMap(([start, { rank, plain, all }]) =>
      2 * plain >= all && (plain > 1 || !isAlone(rank)) ? [start] : [],
    ),
  );
}

/** How an advice begins. `Set of`, `Use of` and `Test for` name things. */
const doThis =
  /^[*_"'“]*(?:always|never|avoid|don['’]t|do not|use|let|keep|make|ensure|choose|prefer|remember|leverage|start|try|apply|check|monitor|standardi[sz]e|debug|consider|pick|write|run|give|provide|be)\s(?!(?:of|for|cases?)\s)/i;

/**
 * The sections whose items mostly tell a reader what to do, below Core Concepts, say: what is bold there names a piece of
 * advice.
 */
function sectionsOfAdvice(passages: readonly Passage[]): ReadonlySet<number> {
  const counts = new Map<number, { tells: number; all: number }>();
  for (const { inline, item, section } of passages) {
    if (section.announcement === 'none' || !item) continue;
    const [line] = labelledLines(inline.source.text, true);
    if (!line) continue;
    const count = getOrSet(counts, section.start, () => ({ tells: 0, all: 0 }));
    count.all++;
    if (doThis.test(inline.source.text.slice(line.definitionStart).trimStart())) count.tells++;
  }
  return new Set([...counts].flatMap(([start, { tells, all }]) => (tells > 1 && 2 * tells >= all ? [start] : [])));
}

function itemEntry(
  document: CourseDocument,
  item: ListItem,
  { inline }: Passage,
  line: LabelledLine,
  place: Pick<GlossaryEntry, 'scope' | 'announced'>,
): GlossaryEntry {
  const source = document.regions[item.region]!.source;
  const offset = source.toInner(inline.span.start) ?? 0;
  const definitionStart = source.toInner(inline.source.toOuter(line.definitionStart, 'end')) ?? offset;
  return entryOf({
    source,
    form: line.form,
    name: line.name,
    nameStart: offset + line.nameStart,
    start: offset + line.start,
    definition: { start: definitionStart, end: source.toInner(item.span.end) ?? definitionStart },
    ...place,
  });
}

/** Entries that follow each other line by line in one paragraph; the last may have its definition in the next one. */
function* lineEntries(
  document: CourseDocument,
  { inline, section }: Passage,
  lines: readonly LabelledLine[],
  after: Passage | undefined,
  isField: FieldTest,
): Iterable<GlossaryEntry> {
  const source = document.regions[inline.region]!.source;
  const inner = (offset: number, side: 'start' | 'end' = 'start') =>
    source.toInner(inline.source.toOuter(offset, side)) ?? 0;
  const end = inline.source.text.length;
  for (const [i, { name, nameStart, start, definitionStart, form }] of lines.entries()) {
    if (isField(name.term, section)) continue;
    const own = { start: inner(definitionStart, 'end'), end: inner(lines[i + 1]?.start ?? end, 'end') };
    const isEmpty = definitionStart >= end || inline.source.text.slice(definitionStart).trim() === '';
    const below = isEmpty && i === lines.length - 1 ? paragraphBelow(after, section.start) : undefined;
    if (isEmpty && !below) continue;
    yield entryOf({
      source,
      form,
      name,
      nameStart: inner(nameStart),
      start: inner(start),
      definition: below
        ? { start: source.toInner(below.inline.span.start) ?? 0, end: source.toInner(below.inline.span.end) ?? 0 }
        : own,
      ...placeOf(section),
    });
  }
}

/** The paragraph that a bold name alone on its line may lead to: one of the same section that is no entry itself. */
const paragraphBelow = (after: Passage | undefined, section: number): Passage | undefined =>
  after &&
  !after.item &&
  after.section.start === section &&
  plainText(after.inline.source.text) !== '' &&
  labelledLines(after.inline.source.text, false).length === 0
    ? after
    : undefined;
