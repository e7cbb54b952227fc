import type { CourseDocument, Diagram } from '../../course/course-document';
import type { CourseEdit } from '../../course/course-edit';
import { inlineAt } from '../../course/inline-at';
import { regionAt } from '../../course/region-at';
import { formOf } from '../../glossary/form-at';
import { glossaryOf } from '../../glossary/glossary';
import type { GlossaryEntry } from '../../glossary/glossary-entry';
import { renamedUse } from '../../glossary/renamed-use';
import type { Term } from '../../glossary/term';
import type { TermForm } from '../../glossary/term-matcher';
import type { TermUse } from '../../glossary/term-use';
import { say } from '../../l10n/say';
import { mendedLinks } from '../../links/mended-links';
import { labelChange } from '../../mermaid/label-change';
import { symbolsIn } from '../../mermaid/symbols-in';
import type { EmbeddedText } from '../../text/embedded-text';
import { applyChanges, overlaps, type Span, type TextChange } from '../../text/span';
import type { FeatureContext } from '../feature-context';
import { RenameRefused } from '../rename-refused';
import type { RenameSubject } from '../renamer';

const ordinaryWord = say`An ordinary word: is the term meant here?`;
const idShape = /^[\p{L}\p{N}_]+$/u;

/** A term's name or acronym at a place. */
interface Subject {
  readonly term: Term;
  readonly form: TermForm;
  readonly part: 'name' | 'acronym';
  readonly span: Span;
}

/** What `renameTerm` would rename at an offset: a name or an acronym, wherever it stands. */
export function prepareTermRename(context: FeatureContext, offset: number): RenameSubject | undefined {
  const subject = subjectAt(context, offset);
  return subject && { range: context.document.lines.rangeOf(subject.span), placeholder: subject.form.text };
}

/** Gives a term a new name or acronym: in its definitions, in prose, in labels, and in ids that are the acronym. */
export async function renameTerm(
  context: FeatureContext,
  offset: number,
  newName: string,
): Promise<readonly CourseEdit[] | undefined> {
  const subject = subjectAt(context, offset);
  if (!subject) return undefined;
  // It would end what is quoted around a use: a label, a value of YAML, a title of a link.
  if (newName.includes('"')) throw new RenameRefused(say`A term that is used everywhere holds no straight quotes.`);
  const glossary = glossaryOf(context.course);
  const places = new Map<string, TermUse[]>();
  for (const { uri } of subject.term.entries) places.set(uri, []);
  for (const place of glossary.placesOf(subject.term)) {
    places.set(place.uri, [...(places.get(place.uri) ?? []), place]);
  }
  const edits: CourseEdit[] = [];
  for (const [uri, inFile] of places) {
    const document = uri === context.document.uri ? context.document : await context.course.document(uri);
    const inDocument = document ? editsIn(document, subject, inFile, newName) : [];
    edits.push(...inDocument);
    if (document) edits.push(...(await mendedLinks(context.course, document, newTitles(document, inDocument))));
  }
  return edits;
}

/** The titles that edits change, by the index of their heading. */
function newTitles({ headings, lines, text }: CourseDocument, edits: readonly CourseEdit[]): Map<number, string> {
  const changes = edits.map(({ range, newText }) => ({ span: lines.spanOf(range), newText }));
  return new Map(
    headings.flatMap(({ title, titleSpan: { start, end } }, i): (readonly [number, string])[] => {
      const own = changes
        .filter(({ span }) => start <= span.start && span.end <= end)
        .map(({ span, newText }) => ({ span: { start: span.start - start, end: span.end - start }, newText }));
      const isPlain = text.slice(start, end) === title;
      return own.length > 0 && isPlain ? [[i, applyChanges(title, own)]] : [];
    }),
  );
}

/** What a span says, as the language of its place reads it: in a table cell `\|` is `|`. */
function saidAt(document: CourseDocument, span: Span): string {
  const source = inlineAt(document, span.start)?.source;
  const start = source?.toInner(span.start);
  const end = source?.toInner(span.end);
  const isInside = source !== undefined && start !== undefined && end !== undefined;
  return isInside ? source.text.slice(start, end) : document.text.slice(span.start, span.end);
}

function subjectAt({ document, course }: FeatureContext, offset: number): Subject | undefined {
  const found = glossaryOf(course).at(document.uri, offset);
  // An acronym of two terms is no single thing to rename.
  if (found?.terms.length !== 1) return undefined;
  const term = found.terms[0]!;
  const form = formOf(saidAt(document, found.span), term);
  if (!form) return undefined;
  if (term.entries.some(({ entry }) => entry.acronym === form.text))
    return { term, form, part: 'acronym', span: found.span };
  // What stands in the middle of a name (`JIT (Just-in-Time) compilation`) has no place in a new one.
  const isWhole = term.name === form.text || term.name.startsWith(`${form.text} (`);
  return form === term.forms[0] && isWhole ? { term, form, part: 'name', span: found.span } : undefined;
}

function editsIn(
  document: CourseDocument,
  subject: Subject,
  places: readonly TermUse[],
  newName: string,
): CourseEdit[] {
  const edits: CourseEdit[] = [];
  const add = (change: TextChange | undefined, confirm?: string): void => {
    if (!change) return;
    const { span, newText } = change;
    edits.push({ uri: document.uri, range: document.lines.rangeOf(span), newText, ...(confirm ? { confirm } : {}) });
  };
  const defined: Span[] = [];
  for (const { uri, entry } of subject.term.entries) {
    const span = uri === document.uri ? definedSpan(entry, subject, document) : null;
    if (!span) continue;
    // What is written in the place of marks, half of them perhaps, could not be written back.
    const written = saidAt(document, span);
    if (![subject.form.text, entry.term, entry.acronym].some((name) => name && readsAs(written, name))) {
      throw new RenameRefused(
        say`‘${subject.form.text}’ holds markup where it is defined: write the new name there yourself.`,
      );
    }
    defined.push(span);
    add(changeIn((inlineAt(document, span.start) ?? regionAt(document, span))?.source, span, () => newName));
  }
  for (const { span, kind } of places) {
    if (defined.some((own) => overlaps(own, span))) continue;
    if (kind === 'node') {
      add(nodeChange(document, span, subject, newName));
      continue;
    }
    const change = changeIn(inlineAt(document, span.start)?.source, span, (written) =>
      renamed(written, subject, newName),
    );
    const isWord = subject.part === 'name' && !/[\s-]/.test(subject.form.text);
    add(change, isWord ? ordinaryWord : undefined);
  }
  return edits;
}

/** Whether a text is a name as it stands, line breaks and runs of blanks apart. */
const readsAs = (written: string, name: string): boolean => written.replace(/\s+/g, ' ') === name.replace(/\s+/g, ' ');

/** Where an entry says what is renamed; a qualifier in brackets behind the name stays. */
function definedSpan(entry: GlossaryEntry, { part, form }: Subject, { text }: CourseDocument): Span | null {
  if (part === 'acronym') return entry.acronym === form.text ? entry.acronymSpan : null;
  const { start } = entry.nameSpan;
  const isQualified = entry.term.startsWith(`${form.text} (`) && text.startsWith(form.text, start);
  return isQualified ? { start, end: start + form.text.length } : entry.nameSpan;
}

/** The use as it is to read, or undefined where it is another form of the term. */
function renamed(written: string, { term, form }: Subject, newName: string): string | undefined {
  if (formOf(written, term) !== form) return undefined;
  const there = renamedUse(written, form, newName);
  if (form.exact) return there;
  // `mixture-of-experts` has no place for its hyphens in a name of one word, and would come back without them: it stays.
  const back = renamedUse(there, { ...form, text: newName }, form.text);
  return jointsOf(back) === jointsOf(written) ? there : undefined;
}

/** The hyphens and gaps between words, in their order. */
const jointsOf = (text: string): string => text.replace(/[^\s\u2010-\u2013-]+/g, '').replace(/\s+/g, ' ');

function changeIn(
  source: EmbeddedText | undefined,
  span: Span,
  rewrite: (written: string) => string | undefined,
): TextChange | undefined {
  const start = source?.toInner(span.start);
  const end = source?.toInner(span.end);
  if (!source || start === undefined || end === undefined) return undefined;
  const newText = rewrite(source.text.slice(start, end));
  return newText === undefined ? undefined : source.change({ start, end }, newText);
}

/** An id that is an acronym gets the new one; a label is put into quotes where its new text needs them. */
function nodeChange(document: CourseDocument, span: Span, subject: Subject, newName: string): TextChange | undefined {
  const diagram = document.diagrams.find(
    ({ contentSpan }) => contentSpan.start <= span.start && span.end <= contentSpan.end,
  );
  const start = diagram?.content.toInner(span.start);
  const end = diagram?.content.toInner(span.end);
  if (!diagram || start === undefined || end === undefined) return undefined;
  const { content } = diagram;
  const isId = symbolsIn(diagram).nodes.some(
    ({ id, occurrences }) =>
      !/\s/.test(id) && occurrences.some((one) => one.span.start === start && one.span.end === end),
  );
  const newText = renamed(content.text.slice(start, end), subject, newName);
  if (newText === undefined) return undefined;
  if (!isId) return changeOfLabel(diagram, { start, end }, newText);
  if (idShape.test(newText)) return content.change({ start, end }, uniqueId(diagram, newText));
  // A name may hold spaces; an id that happens to be the old name stays what it is.
  if (subject.part === 'name') return undefined;
  throw new RenameRefused(
    say`${subject.form.text} names nodes: an acronym that does holds letters, digits and _ only.`,
  );
}

function uniqueId(diagram: Diagram, id: string): string {
  if (symbolsIn(diagram).nodes.some((node) => node.id === id)) {
    throw new RenameRefused(say`A diagram that uses the term has another node ${id} already.`);
  }
  return id;
}

function changeOfLabel(diagram: Diagram, span: Span, newText: string): TextChange | undefined {
  const { content } = diagram;
  const symbols = symbolsIn(diagram);
  const labels = [
    ...symbols.nodes.flatMap((node) => node.labels),
    ...[...symbols.edges, ...symbols.groups].flatMap(({ label }) => label ?? []),
  ];
  const label = labels.find((one) => one.span.start <= span.start && span.end <= one.span.end);
  if (!label) return content.change(span, newText);
  const change = labelChange(content.text, symbols.type, label, span, newText);
  return content.change(change.span, change.newText);
}
