import type { Course } from '../../course/course';
import type { CourseDocument } from '../../course/course-document';
import { regionAt } from '../../course/region-at';
import type { Finding, Fix } from '../../diagnostics/course-diagnostic';
import { getOrSet } from '../../get-or-set';
import { contradicts, deniesOther, isWordInOtherScript, mayBoth } from '../../glossary/contradicts';
import { freeAcronym } from '../../glossary/free-acronym';
import { type Glossary, glossaryOf } from '../../glossary/glossary';
import type { GlossaryEntry } from '../../glossary/glossary-entry';
import { isGlossaryTitle } from '../../glossary/glossary-title';
import { hasSureAcronym } from '../../glossary/sure-acronym';
import type { PlacedEntry, Term } from '../../glossary/term';
import { say } from '../../l10n/say';
import { remembering } from '../../remembering';
import type { Span } from '../../text/span';
import type { FeatureContext } from '../feature-context';
import { placeName } from './place-name';

/** What is wrong with a document's definitions, seen from the whole course. */
export function termFindings({ document, course }: FeatureContext): Finding[] {
  const glossary = glossaryOf(course);
  const entries = glossary.file(document.uri)?.entries ?? [];
  return entries.flatMap((entry) => {
    const term = glossary.named(entry.term, document.uri);
    if (!term) return [];
    const about = { course, document, glossary, entry, term };
    return [...repeated(about), ...collision(about), ...(course.isLoaded ? unused(about) : [])];
  });
}

interface About {
  readonly course: Course;
  readonly document: CourseDocument;
  readonly glossary: Glossary;
  readonly entry: GlossaryEntry;
  readonly term: Term;
}

/**
 * `term.duplicate` and `term.conflict` within one list: an earlier entry says the same, or something else. Between lists
 * of a course, which repeat their words and say them in others, only what contradicts the first definition, once for
 * each wording, and only where one of them is a glossary: a lesson's list says what matters there. Where lessons have a
 * glossary each, a word may mean another thing in another lesson: only a number or a denial contradicts there.
 */
function repeated(about: About): Finding[] {
  const { document, glossary, entry, term } = about;
  const meaning = saying(entry);
  if (meaning === null) return [];
  const definitions = sayingsOf(term, glossary);
  const own = definitions.places.get(entry);
  if (!own) return [];
  const twin = own.twin;
  const other = twin ?? own.rival;
  if (!other) return [];
  return [
    {
      code: twin ? 'term.duplicate' : 'term.conflict',
      span: entry.nameSpan,
      message: twin
        ? say`“${entry.term}” is defined a second time, in the words of ${whereIs(other, about)}`
        : say`“${entry.term}” means something else in ${whereIs(other, about)}: “${shortened(other.entry.definition!)}”`,
      // Without it, what repeats it further down would contradict the other: that is to go first.
      fixes: own.isRepeated ? [] : [...(twin ? [] : adopt(entry, other, document)), removal(document, entry)],
      related: [related(other, glossary, say`The first definition`)],
    },
  ];
}

/** A place in words; in the same file by its line alone. */
const whereIs = (placed: PlacedEntry, { document, glossary, course }: About): string => {
  const place = placeName(placed, glossary, course);
  return placed.uri === document.uri ? place.slice(place.lastIndexOf('line ')) : place;
};

/** What stands against a definition: an earlier one of its list in the same words, or one that says something else. */
interface Standing {
  readonly twin?: PlacedEntry;
  readonly rival?: PlacedEntry;
  /** A later entry of its list says the same. */
  readonly isRepeated?: boolean;
}

interface Sayings {
  readonly places: ReadonlyMap<GlossaryEntry, Standing>;
  readonly contradicted: boolean;
}

const sayings = new WeakMap<Term, Sayings>();

function sayingsOf(term: Term, glossary: Glossary): Sayings {
  const known = sayings.get(term);
  if (known) return known;
  const places = new Map<GlossaryEntry, Standing>();
  const lists = new Map<string, { readonly first: PlacedEntry; readonly twins: Map<string, PlacedEntry> }>();
  const wordings = new Set<string>();
  let first: PlacedEntry | undefined;
  const denies = term.entries.some(({ uri }) => glossary.hasManyLists(uri)) ? deniesOther : contradicts;
  for (const placed of term.entries) {
    const { uri, entry } = placed;
    const meaning = saying(entry);
    if (meaning === null) continue;
    const list = getOrSet(lists, `${uri} ${entry.scope}`, () => ({ first: placed, twins: new Map() }));
    const twin = list.twins.get(meaning);
    const deniesFirst = () =>
      first &&
      (first.entry.announced || entry.announced) &&
      !wordings.has(meaning) &&
      sameName(first, placed) &&
      denies(first.entry.definition!, entry.definition!);
    if (twin) {
      places.set(entry, { twin });
      const told = places.get(twin.entry);
      if (told) places.set(twin.entry, { ...told, isRepeated: true });
    } else if (list.first === placed) {
      if (deniesFirst()) places.set(entry, { rival: first! });
    } else {
      const { first: before } = list;
      const [one, other] = [before.entry.definition!, entry.definition!];
      const translated = [before, placed].every(({ entry: { term, definition } }) =>
        isWordInOtherScript(term, definition!),
      );
      const differs = !translated && (entry.announced ? !mayBoth(one, other) : contradicts(one, other));
      if (sameName(before, placed) && differs) places.set(entry, { rival: before });
      // Where the first of its list is told to contradict, it would be told of this one as soon as that is mended.
      else if (places.get(before.entry)?.rival && deniesFirst()) places.set(entry, { rival: first! });
    }
    getOrSet(list.twins, meaning, () => placed);
    wordings.add(meaning);
    first ??= placed;
  }
  const made = { places, contradicted: [...places.values()].some(({ rival }) => rival) };
  sayings.set(term, made);
  return made;
}

/** Whether two names are the same but for case and joints: Weight and Weights, `(a)` and `(a,)` may both be explained. */
const sameName = (a: PlacedEntry, b: PlacedEntry): boolean => bareName(a.entry.term) === bareName(b.entry.term);
const bareName = (name: string): string => name.toLowerCase().replace(/[\s\u00AD\u2010-\u2013-]+/g, ' ');

/** Whether the definitions of a term say different things. */
export const isContradicted = (term: Term, glossary: Glossary): boolean => sayingsOf(term, glossary).contradicted;

/** Whether an acronym of a term stands for an earlier one already. */
export const isAcronymTaken = (term: Term, glossary: Glossary): boolean =>
  term.entries.some(({ uri, entry }) => ownerBefore(term, entry, glossary, uri));

/** The earlier term that an entry's acronym stands for, if it is another thing; said once, at the term's first entry. */
function ownerBefore(term: Term, entry: GlossaryEntry, glossary: Glossary, uri: string): Term | undefined {
  const { acronym } = entry;
  if (!acronym || !hasSureAcronym(entry)) return undefined;
  const first = glossary.withAcronym(acronym, uri)[0];
  // What a lesson calls its parts gives no acronym to a glossary elsewhere.
  const owns = first?.entries.some(
    ({ uri: place, entry: other }) =>
      other.acronym === acronym && hasSureAcronym(other) && (other.announced || place === uri),
  );
  const own = term.entries.find(({ entry: other }) => other.acronym === acronym && hasSureAcronym(other));
  const isFirst = own?.entry === entry;
  // One letter is short for something else in every lesson; only glossaries speak for the course.
  if (acronym.length === 1 && !entry.announced) return undefined;
  return first && owns && isFirst && first !== term && !isOneThing(first, term) ? first : undefined;
}

/** `term.acronym-collision`: an earlier term has the acronym. */
function collision(about: About): Finding[] {
  const { document, glossary, entry, term } = about;
  const { acronym, acronymSpan } = entry;
  if (!acronym || !acronymSpan) return [];
  const first = ownerBefore(term, entry, glossary, document.uri);
  if (!first) return [];
  const source = regionAt(document, acronymSpan)?.source;
  const start = source?.toInner(acronymSpan.start);
  const free = freeAcronym(entry.term, (text) => glossary.withAcronym(text, document.uri).length > 0);
  const change = start !== undefined && free ? source?.change({ start, end: start + acronym.length }, free) : undefined;
  return [
    {
      code: 'term.acronym-collision',
      span: acronymSpan,
      message: say`${acronym} already stands for “${first.name}” (${whereIs(first.entries[0]!, about)})`,
      fixes: change ? [{ title: say`Use ${free}, which is free`, safe: false, changes: [change] }] : [],
      related: [related(first.entries[0]!, glossary, say`${acronym} stands for “${first.name}” here`)],
    },
  ];
}

/**
 * `term.unused`: nothing in the course uses the term, also in code or in part, and it uses its other terms. A translation
 * has the terms of its original, and a lesson that explains one uses it.
 */
function unused({ document, glossary, entry, term }: About): Finding[] {
  // A name in a code font is one of a program's, which the text need not speak of.
  if (document.text[entry.nameSpan.start - 1] === '`' || document.text[entry.nameSpan.start] === '`') return [];
  if (!entry.announced || isOfLesson(document, entry) || /[`=(){}<>[\]_/.\\$]/.test(entry.term)) return [];
  if (glossary.languages.originalOf(document.uri) || term.entries.some(({ uri }) => uri !== document.uri)) return [];
  // Said once for a name that is explained twice.
  if (term.entries[0]?.entry !== entry || glossary.isUsed(term) || !glossary.isInUse(document.uri)) return [];
  if (glossary.isInCode(term) || glossary.standsInParts(term)) return [];
  const message = say`“${entry.term}” is explained here, but no page of the course uses it`;
  return [{ code: 'term.unused', span: entry.nameSpan, message, fixes: [removal(document, entry)] }];
}

/** Whether an entry stands in the part of a lesson that explains its words, `## Terms`: to explain them is to use them. */
function isOfLesson({ headings }: CourseDocument, { scope }: GlossaryEntry): boolean {
  const opener = headings.find(({ span }) => span.start === scope);
  if (!opener || isGlossaryTitle(opener.title)) return false;
  return opener !== headings[0] || headings.some((other) => other !== opener && other.level <= opener.level);
}

/**
 * An abbreviation and the term it stands for (`*[MoE]: Mixture of Experts`) do not collide, nor do a name and the same name
 * with more or other endings (Language Model, Large Language Modelling).
 */
function isOneThing(a: Term, b: Term): boolean {
  const names = (term: Term) => term.entries.flatMap(({ entry }) => [entry.term, ...entry.aliases].map(stems));
  const ofB = names(b);
  return names(a).some((one) => ofB.some((other) => holds(one, other) || holds(other, one)));
}

const stems = remembering(
  4096,
  (name: string): ReadonlySet<string> =>
    new Set((name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, 4))),
);

const holds = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  other.size > 0 && [...other].every((stem) => one.has(stem));

/** Takes over what another place says, where both can be written as one line. */
function adopt(entry: GlossaryEntry, other: PlacedEntry, document: CourseDocument): Fix[] {
  const { definitionSpan } = entry;
  const definition = other.entry.definition!;
  const source = definitionSpan && regionAt(document, definitionSpan)?.source;
  if (!definitionSpan || !source || definition.includes('\n')) return [];
  const start = source.toInner(definitionSpan.start);
  const end = source.toInner(definitionSpan.end);
  if (start === undefined || end === undefined) return [];
  const change = source.change({ start, end }, entry.form === 'table' ? definition.replaceAll('|', '\\|') : definition);
  return change ? [{ title: say`Use the definition given first`, safe: false, changes: [change] }] : [];
}

/** Takes the entry away, with its lines where nothing else stands on them. */
function removal(document: CourseDocument, entry: GlossaryEntry): Fix {
  const { lines, text } = document;
  const first = lines.lineOf(entry.span.start);
  const last = lines.lineOf(entry.span.end);
  const before = text.slice(lines.lineStart(first), entry.span.start);
  const after = text.slice(entry.span.end, lines.lineEnd(last));
  const alone = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+|\|\s*)?[^\p{L}\p{N}]*$/u.test(before) && /^[\s|.]*$/.test(after);
  const span: Span = alone ? { start: lines.lineStart(first), end: lines.lineStart(last + 1) } : entry.span;
  return { title: say`Remove this definition of “${entry.term}”`, safe: false, changes: [{ span, newText: '' }] };
}

function related({ uri, entry }: PlacedEntry, glossary: Glossary, message: string) {
  return { uri, range: glossary.file(uri)!.places.rangeOf(entry.nameSpan), message };
}

/** What an announced entry says, its markup, case and closing dot aside. */
const saying = ({ definition, scope }: GlossaryEntry): string | null =>
  scope === null || definition === null ? null : wording(definition);

const wording = remembering(4096, (definition: string): string =>
  definition
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .toLowerCase(),
);

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
