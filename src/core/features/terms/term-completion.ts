import { type CompletionItem, CompletionItemKind, type Range } from 'vscode-languageserver-types';
import type { CourseDocument, Diagram } from '../../course/course-document';
import { isProseAt } from '../../course/prose-at';
import { getOrSet } from '../../get-or-set';
import { type Glossary, glossaryOf } from '../../glossary/glossary';
import { nearestEntries } from '../../glossary/nearest-entries';
import { lowered } from '../../glossary/renamed-use';
import type { Term } from '../../glossary/term';
import { labelSource } from '../../mermaid/label-source';
import { languageNamed } from '../../mermaid/languages/languages';
import { settingsPlace } from '../../mermaid/settings-place';
import { linePlaceAt } from '../../mermaid/statement-place';
import { symbolsIn } from '../../mermaid/symbols-in';
import { matchOf } from '../../text/match';
import { contains } from '../../text/span';
import type { CompletionAbilities } from '../completion-abilities';
import type { FeatureContext } from '../feature-context';
import { shownDefinition } from './shown-definition';

const longestPrefix = 80;
const most = 100;
const wordEnd = /[\p{L}\p{N}_]*$/u;

/** Names and acronyms of the course's terms: in prose, and in labels with their emoji. */
export const termCompletion = (context: FeatureContext, offset: number, abilities: CompletionAbilities) =>
  termsFor(['prose', 'label'], context, offset, abilities);

/** The course's terms as nodes, where an id or the text of a node may begin. */
export const nodeTermCompletion = (context: FeatureContext, offset: number, abilities: CompletionAbilities) =>
  termsFor(['id', 'node'], context, offset, abilities);

function termsFor(
  places: readonly Place[],
  { document, course }: FeatureContext,
  offset: number,
  { typed }: CompletionAbilities,
): CompletionItem[] {
  if (typed !== undefined) return [];
  const diagram = document.diagrams.find(({ contentSpan }) => contains(contentSpan, offset));
  const place = diagram
    ? placeIn(diagram, document, offset)
    : isProseAt(document, offset)
      ? proseAt(document, offset)
      : 'none';
  if (!places.includes(place)) return [];
  // A node that stands in the diagram is offered with the diagram's own ids.
  const declared = new Set(place === 'id' && diagram ? symbolsIn(diagram).nodes.map(({ id }) => id) : []);
  const line = document.lines.lineStart(document.lines.lineOf(offset));
  const before = document.text.slice(Math.max(line, offset - longestPrefix), offset);
  const begun = beginnings(before);
  const ranges = new Map<number, Range>();
  const range = (length: number) => getOrSet(ranges, length, () => rangeBack(document, offset, length));
  const glossary = glossaryOf(course);
  const fitting = glossary
    .termsFor(document.uri)
    .filter((term) => fits(term, begun) && !(term.acronym && declared.has(term.acronym)));
  const used = fitting.length > 1 ? usedIn(glossary, document.uri) : new Set<Term>();
  const ordered = [...fitting.filter((term) => used.has(term)), ...fitting.filter((term) => !used.has(term))];
  return ordered
    .slice(0, most)
    .flatMap((term) => itemsOf(term, definitionOf(term, { document, course }, offset), place, begun, range, before))
    .map((item, index) => ({ ...item, sortText: `3${String(index).padStart(4, '0')}` }));
}

function definitionOf(
  term: Term,
  { document, course }: Pick<FeatureContext, 'document' | 'course'>,
  offset: number,
): string | undefined {
  const [defining] = nearestEntries(term, document.uri, offset);
  return defining && shownDefinition(defining, course);
}

/** Whether a term may be meant by what is typed of it. */
function fits({ name, acronym }: Term, begun: readonly Beginning[]): boolean {
  const word = begun.at(-1)!.text;
  const small = name.toLowerCase();
  return (
    begun.some((one) => small.startsWith(one.small)) ||
    matchOf(word, name) < Number.POSITIVE_INFINITY ||
    (acronym !== null && matchOf(word, acronym) < Number.POSITIVE_INFINITY)
  );
}

function usedIn(glossary: Glossary, uri: string): Set<Term> {
  const used = new Set<Term>();
  for (const { terms } of glossary.usesInFile(uri)) for (const term of terms) used.add(term);
  return used;
}

type Place = 'prose' | 'label' | 'id' | 'node' | 'none';

/** In an address, a tag, a module's line of MDX, and the destination of a link that is not closed yet, no prose is written. */
function proseAt({ text, lines, uri }: CourseDocument, offset: number): Place {
  const before = text.slice(Math.max(lines.lineStart(lines.lineOf(offset)), offset - 300), offset);
  if (uri.endsWith('.mdx') && /^(?:import|export)\s/.test(before)) return 'none';
  return /\]\([^()\s]*$|\w:\/\/\S*$|<[A-Za-z][\w.-]*\s[^<>]*$/.test(before) ? 'none' : 'prose';
}

function placeIn(diagram: Diagram, document: CourseDocument, offset: number): Place {
  const line = document.lines.lineStart(document.lines.lineOf(offset));
  const before = document.text.slice(Math.max(line, diagram.contentSpan.start), offset);
  const symbols = symbolsIn(diagram);
  const inner = diagram.content.toInner(offset) ?? 0;
  if (settingsPlace(diagram.content.text, inner)) return 'none';
  if (/^\s*(?:%%|style\b|classDef\b|class\b|click\b|linkStyle\b)/.test(before)) return 'none';
  const { bracketLabels: inBrackets, plainLabels, words } = languageNamed(symbols.type) ?? {};
  if (linePlaceAt(diagram.content.text.slice(0, inner), words?.linePlaces)) return 'none';
  // In `@{ … }` only what is quoted is text.
  if (/@\{[^{}"]*(?:"[^"]*"[^{}"]*)*$/.test(before)) return 'none';
  if (plainLabels) return /(?:^|:)\s*[\p{L}\p{N}_]*$/u.test(before) ? 'node' : 'label';
  // Elsewhere brackets and pipes are parts of arrows, calls and bodies.
  if (inBrackets ? isOpen(before) : before.split('"').length % 2 === 0) return 'label';
  const begins = /^\s*(?:[\p{L}\p{N}_]*)$|(?:[-=.~]>|---|&|\||^\s*subgraph)\s*[\p{L}\p{N}_]*$/u.test(before);
  return begins && inBrackets ? 'id' : 'none';
}

/** Whether a bracket, quote or pipe of the line is open at its end. */
function isOpen(line: string): boolean {
  const unquoted = line.replace(/"[^"]*"/g, '""');
  const count = (pattern: RegExp) => (unquoted.match(pattern) ?? []).length;
  if (count(/"/g) % 2 === 1 || count(/\|/g) % 2 === 1) return true;
  return count(/[[({]/g) > count(/[\])}]/g);
}

/** What may be the beginning of a name, as it stands and in small letters. */
interface Beginning {
  readonly text: string;
  readonly small: string;
}

function itemsOf(
  term: Term,
  definition: string | undefined,
  place: Place,
  begun: readonly Beginning[],
  range: (length: number) => Range,
  before: string,
): CompletionItem[] {
  const documentation = definition ? { documentation: { kind: 'markdown', value: definition } as const } : {};
  const full = term.label;
  const label = term.acronym && term.acronym !== term.name ? { labelDetails: { description: term.acronym } } : {};
  const word = begun.at(-1)!.text;
  const item = (name: string, newText: string, typed: string, detail: string, kind: CompletionItemKind) => ({
    label: name,
    kind,
    detail,
    ...(name === term.name ? label : {}),
    ...documentation,
    ...(name === term.name ? {} : { filterText: term.name }),
    textEdit: { range: range(typed.length), newText },
  });
  const lower = term.name.toLowerCase();
  const typed = begun.find(({ small }) => lower.startsWith(small))?.text ?? word;
  if (place === 'id') {
    const id = [term.acronym, term.name].find((name) => name && /^[\p{L}\p{N}_]+$/u.test(name));
    if (!id) return [];
    return [item(id, id === full ? id : `${id}[${labelSource(full)}]`, word, full, CompletionItemKind.Reference)];
  }
  // In a label the emoji is part of the name, where it does not stand there yet.
  const shown = place !== 'prose' && term.emoji && !before.includes(term.emoji) ? full : term.name;
  const cased = place === 'prose' ? inCaseOf(typed, term.name) : shown;
  const items = [item(shown, cased, typed, shown === full ? term.name : full, CompletionItemKind.Keyword)];
  if (term.acronym && term.acronym !== term.name) {
    items.push({
      ...item(term.acronym, term.acronym, word, full, CompletionItemKind.Constant),
      filterText: term.acronym,
    });
  }
  return items;
}

/** The ends of a text that begin with a word, the longest first, the word under way (or nothing) last. */
function beginnings(before: string): Beginning[] {
  const word = wordEnd.exec(before)![0];
  const starts = [...before.matchAll(/(?<![\p{L}\p{N}_])[\p{L}\p{N}]/gu)].map(({ index }) => before.slice(index));
  const texts = [...starts.filter((text) => text.length > word.length), word];
  return texts.map((text) => ({ text, small: text.toLowerCase() }));
}

/** A name that was begun in small letters goes on in small letters. */
const inCaseOf = (typed: string, name: string): string => (/^\p{Ll}/u.test(typed) ? lowered(name) : name);

function rangeBack({ lines }: CourseDocument, offset: number, length: number): Range {
  return lines.rangeOf({ start: offset - length, end: offset });
}
