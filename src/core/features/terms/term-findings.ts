import type { CourseDocument } from '../../course/course-document';
import { regionAt } from '../../course/region-at';
import type { Finding, Fix } from '../../diagnostics/course-diagnostic';
import { getOrSet } from '../../get-or-set';
import { freeAcronym } from '../../glossary/free-acronym';
import { type Glossary, glossaryOf } from '../../glossary/glossary';
import type { GlossaryEntry } from '../../glossary/glossary-entry';
import { type PlacedEntry, type Term, termKey } from '../../glossary/term';
import type { Span } from '../../text/span';
import type { FeatureContext } from '../feature-context';

/** What is wrong with a document's definitions, seen from the whole course. */
export function termFindings({ document, course }: FeatureContext): Finding[] {
  const glossary = glossaryOf(course);
  const entries = glossary.file(document.uri)?.entries ?? [];
  return entries.flatMap((entry) => {
    const term = glossary.named(entry.term);
    if (!term) return [];
    const about = { document, glossary, entry, term };
    return [...repeated(about), ...collision(about), ...(course.isLoaded ? unused(about) : [])];
  });
}

interface About {
  readonly document: CourseDocument;
  readonly glossary: Glossary;
  readonly entry: GlossaryEntry;
  readonly term: Term;
}

/** `term.duplicate` where an earlier entry says the same, `term.conflict` where none does but one says something else. */
function repeated({ document, glossary, entry, term }: About): Finding[] {
  const meaning = saying(entry.definition);
  if (meaning === null) return [];
  const { first, twins } = sayingsOf(term);
  if (!first || first.entry === entry) return [];
  const spoken = twins.get(meaning);
  const twin = spoken?.entry === entry ? undefined : spoken;
  const other = twin ?? first;
  return [
    {
      code: twin ? 'term.duplicate' : 'term.conflict',
      span: entry.nameSpan,
      message: twin
        ? `“${entry.term}” is defined a second time, in the same words`
        : `“${entry.term}” is defined differently in another place: “${shortened(first.entry.definition!)}”`,
      fixes: [...(twin ? [] : adopt(entry, first, document)), removal(document, entry)],
      related: [related(other, glossary, 'The first definition')],
    },
  ];
}

/** The first definition of a term, and the first of each wording. */
interface Sayings {
  readonly first: PlacedEntry | undefined;
  readonly twins: ReadonlyMap<string, PlacedEntry>;
}

const sayings = new WeakMap<Term, Sayings>();

function sayingsOf(term: Term): Sayings {
  const known = sayings.get(term);
  if (known) return known;
  const defining = term.entries.filter((placed) => placed.entry.definition !== null);
  const twins = new Map<string, PlacedEntry>();
  for (const placed of defining) getOrSet(twins, saying(placed.entry.definition)!, () => placed);
  const made = { first: defining[0], twins };
  sayings.set(term, made);
  return made;
}

/** Whether the definitions of a term say different things. */
export const isContradicted = (term: Term): boolean => sayingsOf(term).twins.size > 1;

/** Whether an acronym of a term stands for an earlier one already. */
export const isAcronymTaken = (term: Term, glossary: Glossary): boolean =>
  term.entries.some(({ entry }) => entry.acronym && ownerBefore(term, entry.acronym, glossary));

/** The earlier term that an acronym stands for, if it is another thing. */
function ownerBefore(term: Term, acronym: string, glossary: Glossary): Term | undefined {
  const first = glossary.withAcronym(acronym)[0];
  return first && first !== term && !isOneThing(first, term) ? first : undefined;
}

/** `term.acronym-collision`: an earlier term has the acronym. */
function collision({ document, glossary, entry, term }: About): Finding[] {
  const { acronym, acronymSpan } = entry;
  if (!acronym || !acronymSpan) return [];
  const first = ownerBefore(term, acronym, glossary);
  if (!first) return [];
  const source = regionAt(document, acronymSpan)?.source;
  const start = source?.toInner(acronymSpan.start);
  const free = freeAcronym(entry.term, (text) => glossary.withAcronym(text).length > 0);
  const change = start !== undefined && free ? source?.change({ start, end: start + acronym.length }, free) : undefined;
  return [
    {
      code: 'term.acronym-collision',
      span: acronymSpan,
      message: `${acronym} already stands for “${first.name}”`,
      fixes: change ? [{ title: `Use ${free}, which is free`, safe: false, changes: [change] }] : [],
      related: [related(first.entries[0]!, glossary, `${acronym} stands for “${first.name}” here`)],
    },
  ];
}

/** `term.unused`: nothing in the course uses the term. */
function unused({ document, glossary, entry, term }: About): Finding[] {
  if (glossary.isUsed(term)) return [];
  const message = `“${entry.term}” is not used anywhere in the course`;
  return [{ code: 'term.unused', span: entry.nameSpan, message, fixes: [removal(document, entry)] }];
}

/** An abbreviation and the term it stands for (`*[MoE]: Mixture of Experts`) do not collide. */
function isOneThing(a: Term, b: Term): boolean {
  const names = (term: Term) =>
    new Set(term.entries.flatMap(({ entry }) => [entry.term, ...entry.aliases].map(termKey)));
  const ofB = names(b);
  return [...names(a)].some((key) => ofB.has(key));
}

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
  return change ? [{ title: 'Use the definition given first', safe: false, changes: [change] }] : [];
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
  return { title: `Remove this definition of “${entry.term}”`, safe: false, changes: [{ span, newText: '' }] };
}

function related({ uri, entry }: PlacedEntry, glossary: Glossary, message: string) {
  return { uri, range: glossary.file(uri)!.places.rangeOf(entry.nameSpan), message };
}

/** What a definition says, its markup, case and closing dot aside. */
const saying = (definition: string | null): string | null =>
  definition
    ?.replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .toLowerCase() ?? null;

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
