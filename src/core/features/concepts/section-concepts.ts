import type { Cancellation } from '../../cancellation';
import { type KeyConcepts, type KnownName, keyConcepts } from '../../concepts/key-concepts';
import { type Rouge, rouge } from '../../concepts/rouge';
import type { Course } from '../../course/course';
import type { CourseDocument } from '../../course/course-document';
import { inlineSpans } from '../../course/inline/inline-spans';
import { plainText } from '../../course/inline/plain-text';
import { overviewPart } from '../../course/overview-part';
import { glossaryOf } from '../../glossary/glossary';
import { sentencesIn } from '../../text/sentences';
import type { Span } from '../../text/span';

/** Which part of a document is meant: the section around an offset, a section by its title, a stretch, or all of it. */
export type ConceptPart =
  | { readonly offset: number }
  | { readonly section: string }
  | { readonly span: Span }
  | { readonly whole: true };

export interface SectionConcepts extends KeyConcepts {
  /** What the part is called. */
  readonly title: string;
  /** How much of the part its concepts say, in their order. */
  readonly rouge: Rouge;
  /** The part as it was read. */
  readonly text: string;
}

/** What tells a part of a document from the rest of its course; undefined where there is no such section, or nobody waits. */
export async function sectionConcepts(
  course: Course,
  document: CourseDocument,
  part: ConceptPart,
  cancellation?: Cancellation,
): Promise<SectionConcepts | undefined> {
  const place = placeOf(document, part);
  if (!place) return undefined;
  const own = sentencesOf(document, (at) => at >= place.span.start && at < place.span.end);
  const rest = sentencesOf(document, (at) => at < place.span.start || at >= place.span.end);
  for (const uri of course.uris) {
    if (uri === document.uri) continue;
    if (cancellation?.aborted) return undefined;
    const other = await course.document(uri);
    if (!other || overviewPart(other.text)) continue;
    for (const sentence of sentencesOf(other, () => true)) rest.push(sentence);
  }
  const names = glossaryOf(course)
    .termsFor(document.uri)
    .flatMap((term): KnownName[] => term.forms.map(({ text }) => ({ name: text, label: term.label })));
  const found = keyConcepts(own, rest, names);
  const text = own.join(' ');
  const said = found.concepts.map(({ label }) => label).join(' ');
  return { ...found, title: place.title, rouge: rouge(text, said), text };
}

function placeOf(document: CourseDocument, part: ConceptPart): { title: string; span: Span } | undefined {
  const { headings, text, uri } = document;
  const name = decodeURIComponent(/[^/:]*$/.exec(uri)![0]);
  if ('span' in part) return { title: name, span: part.span };
  const whole = { title: name, span: { start: 0, end: text.length } };
  if ('whole' in part) return whole;
  const index =
    'section' in part
      ? headings.findIndex(({ title }) => folded(plainText(title)) === folded(part.section))
      : headings.findLastIndex(({ span }) => span.start <= part.offset);
  const heading = headings[index];
  if (!heading) return 'section' in part ? undefined : whole;
  const next = headings
    .slice(index + 1)
    .find(({ level, region }) => level <= heading.level || region !== heading.region);
  return {
    title: plainText(heading.title),
    span: { start: heading.span.start, end: next?.span.start ?? text.length },
  };
}

const folded = (title: string): string => title.toLowerCase().replace(/^[^\p{L}]+/u, '');

/** The sentences of paragraphs and cells, without code, formulas and addresses. */
function sentencesOf({ inlines }: CourseDocument, holds: (offset: number) => boolean): string[] {
  return inlines
    .filter(({ kind, span }) => kind !== 'heading' && holds(span.start))
    .flatMap(({ source }) => {
      const prose = proseOf(source.text);
      return sentencesIn(prose).map(({ start, end }) => prose.slice(start, end).trim());
    })
    .filter((sentence) => sentence !== '');
}

function proseOf(text: string): string {
  let prose = '';
  let at = 0;
  for (const { start, end } of inlineSpans(text).opaque) {
    prose += `${text.slice(at, start)} `;
    at = end;
  }
  return plainText((prose + text.slice(at)).replace(/[[\]]/g, ' '));
}
