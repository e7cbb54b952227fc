import type { Hover } from 'vscode-languageserver-types';
import type { Course } from '../../course/course';
import type { CourseDocument } from '../../course/course-document';
import { inlineSpans } from '../../course/inline/inline-spans';
import { inlineAt } from '../../course/inline-at';
import { type Glossary, glossaryOf } from '../../glossary/glossary';
import { byNearness, nearestEntries } from '../../glossary/nearest-entries';
import { type Neighbour, neighboursOf } from '../../glossary/neighbours';
import { isFormula, type PlacedEntry, type Term } from '../../glossary/term';
import { say } from '../../l10n/say';
import { isInside } from '../../links/link-target';
import { withReadableFormulas } from '../../math/formulas-as-code';
import { destination, escapedMarkdown, inBrackets } from '../../text/escaped-markdown';
import { contains } from '../../text/span';
import type { FeatureContext } from '../feature-context';
import { placeName } from './place-name';
import { shownDefinition, shownFields } from './shown-definition';

const mostNeighbours = 6;
/** How many of a term's definitions are shown, where several are equally near, and how many of their places. */
const mostDefinitions = 3;
const mostPlaces = 5;

/** What the glossary says of the term at an offset, in prose, in a diagram or where it is defined. */
export function termHover(context: FeatureContext, offset: number): Hover | undefined {
  const { document, course } = context;
  const glossary = glossaryOf(course);
  const found = formulaAt(document, offset, glossary) ?? glossary.at(document.uri, offset);
  if (!found) return undefined;
  const value = found.terms.map((term) => termMarkdown(term, offset, glossary, context)).join('\n\n---\n\n');
  return { contents: { kind: 'markdown', value }, range: document.lines.rangeOf(found.span) };
}

/** The term whose name is the formula at an offset, as a glossary of symbols has them. */
function formulaAt(document: CourseDocument, offset: number, glossary: Glossary) {
  const source = inlineAt(document, offset)?.source;
  const inner = source?.toInner(offset);
  if (!source || inner === undefined) return undefined;
  const found = inlineSpans(source.text).formulas.find(({ span }) => contains(span, inner));
  const term = found && glossary.named(source.text.slice(found.span.start, found.span.end), document.uri);
  return term && { terms: [term], span: source.spanToOuter(found.span) };
}

/** A term as markdown: name, definitions, neighbours in the document's diagrams, where it is defined and used. */
function termMarkdown(term: Term, offset: number, glossary: Glossary, { document, course }: FeatureContext): string {
  const nearest = nearestEntries(term, document.uri, offset);
  const definitions = [...new Set(nearest.flatMap((placed) => shownDefinition(placed, course) ?? []))];
  const fields = nearest.slice(0, mostDefinitions).flatMap((placed) => shownFields(placed, course));
  const parts = [titleOf(term), ...definitions.slice(0, mostDefinitions), ...new Set(fields)];
  const neighbours = neighboursOf(term, document, glossary);
  if (neighbours.length > 0) parts.push(neighbours.slice(0, mostNeighbours).map(neighbourMarkdown).join('  \n'));
  const entries = byNearness(term, document.uri, offset);
  const more = entries.length - mostPlaces;
  const places = entries
    .slice(0, mostPlaces)
    .map((placed) => placeMarkdown(placed, glossary, course))
    .join(', ');
  const defined = say`Defined in ${places}${more > 0 ? say` and ${more} more places` : ''}`;
  // Nobody counts the formulas that hold a letter.
  parts.push(isFormula(term.name) ? defined : `${defined} · ${usesMarkdown(term, glossary)}`);
  return parts.join('\n\n');
}

function titleOf(term: Term): string {
  const names = [...new Set(term.entries.flatMap(({ entry }) => entry.aliases))].map((alias) => `“${alias}”`);
  const acronym = term.acronym && term.acronym !== term.name ? ` (${term.acronym})` : '';
  const emoji = term.emoji ? `${term.emoji} ` : '';
  const title = isFormula(term.name)
    ? withReadableFormulas(term.name)
    : escapedMarkdown(`${emoji}${term.name}${acronym}`);
  return [`**${title}**`, ...names.map(escapedMarkdown)].join(' · ');
}

function neighbourMarkdown({ direction, label, other }: Neighbour): string {
  const arrow = direction === 'out' ? '→' : '←';
  const edge = label ? `${arrow} *${escapedMarkdown(label)}* ` : '';
  return `${edge}${arrow} ${escapedMarkdown(other)}`;
}

function placeMarkdown(placed: PlacedEntry, glossary: Glossary, course: Course): string {
  const { uri, entry } = placed;
  const place = escapedMarkdown(placeName(placed, glossary, course));
  const line = (glossary.file(uri)?.places.lineOf(entry.nameSpan.start) ?? 0) + 1;
  return isInside(uri, course.root) ? `[${inBrackets(place)}]${destination(`${uri}#L${line}`)}` : place;
}

function usesMarkdown(term: Term, glossary: Glossary): string {
  let uses = 0;
  const files = new Set<string>();
  for (const { uri } of glossary.usesOf(term)) {
    uses++;
    files.add(uri);
  }
  if (uses === 0) return say`not used`;
  return say`used ${times(uses)}${files.size > 1 ? say` in ${files.size} files` : ''}`;
}

const times = (count: number): string => (count === 1 ? 'once' : say`${count} times`);
