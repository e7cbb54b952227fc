import type { CourseDocument } from '../../course/course-document';
import type { CourseEdit } from '../../course/course-edit';
import { say } from '../../l10n/say';
import { fileLinks } from '../../links/file-links';
import { goalOf } from '../../links/find-link';
import { labelMeant, labelsOf, type PlacedLabel } from '../../links/labels';
import type { WrittenLink } from '../../links/link';
import { contains, type Span } from '../../text/span';
import type { FeatureContext } from '../feature-context';
import { RenameRefused } from '../rename-refused';
import type { RenameSubject } from '../renamer';

/** What a text names a place by: one word, as MyST and Quarto read it. */
const word = /^[\p{L}\p{N}_:.-]+$/u;

/** By such a beginning Quarto knows what it counts. */
const counted = /^(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg)-/;

/** The label of MyST or Quarto at an offset: where it names a place, or where a link names it. */
export function preparePlaceLabelRename(context: FeatureContext, offset: number): RenameSubject | undefined {
  const here = placeLabelAt(context, offset);
  if (!here) return undefined;
  const { lines, text } = context.document;
  return { range: lines.rangeOf(here.span), placeholder: text.slice(here.span.start, here.span.end) };
}

/** Gives a place another label, and every link of the course that leads there by it. */
export async function renamePlaceLabel(
  context: FeatureContext,
  offset: number,
  newName: string,
): Promise<readonly CourseEdit[] | undefined> {
  const label = placeLabelAt(context, offset)?.label;
  if (!label) return undefined;
  const { course } = context;
  const { slug, span } = label.anchor;
  if (!word.test(newName)) throw new RenameRefused(say`A label is one word of letters, digits and the signs - _ . :`);
  const prefix = counted.exec(slug)?.[0];
  if (prefix && /\.[qR]md$/i.test(label.uri) && !newName.startsWith(prefix)) {
    throw new RenameRefused(
      say`Quarto numbers this place because its label begins with ${prefix}: keep that beginning.`,
    );
  }
  const taken = labelsOf(course).get(newName.toLowerCase());
  if (taken && newName.toLowerCase() !== slug.toLowerCase()) {
    const file = decodeURIComponent(taken.uri.slice(taken.uri.lastIndexOf('/') + 1));
    throw new RenameRefused(say`There is a label ${newName} already, in ${file}.`);
  }
  const definition = await course.document(label.uri);
  if (!definition) return undefined;
  const edits: CourseEdit[] = [{ uri: label.uri, range: definition.lines.rangeOf(span), newText: newName }];
  for (const uri of course.uris) {
    const document = await course.document(uri);
    if (!document?.text.toLowerCase().includes(slug.toLowerCase())) continue;
    for (const link of course.fact(fileLinks, uri)?.links ?? []) {
      const named = nameIn(link);
      if (document.text.slice(named.start, named.end).toLowerCase() !== slug.toLowerCase()) continue;
      const goal = await goalOf(course, link, uri, context.settings.links.routes);
      if (goal?.uri === label.uri && goal.anchor && isSame(goal.anchor.span, span, definition)) {
        edits.push({ uri, range: document.lines.rangeOf(named), newText: newName });
      }
    }
  }
  return edits;
}

/** `\label{…}` of a formula is left alone: formulas refer to it in words of their own. */
function placeLabelAt(
  { document, course, builtInMarkdown }: FeatureContext,
  offset: number,
): { readonly label: PlacedLabel; readonly span: Span } | undefined {
  const { uri, text } = document;
  const own = course.fact(fileLinks, uri);
  if (!own || document.language !== 'markdown') return undefined;
  const given = own.labels.find(({ span }) => contains(span, offset));
  if (given) {
    const isFormula = text.slice(0, given.span.start).endsWith('\\label{');
    return isFormula ? undefined : { label: { uri, anchor: given }, span: given.span };
  }
  for (const link of own.links) {
    const span = nameIn(link);
    if (!contains(span, offset) || (builtInMarkdown && link.kind !== 'label')) continue;
    const label = link.kind === 'doc' || link.kind === 'file' ? undefined : labelMeant(course, link.target, uri);
    // A path leads to a file first, and is that file's to rename.
    if (label && /^#?[^/#]+$/.test(link.target)) return { label, span };
  }
  return undefined;
}

type PlacedLink = WrittenLink & { readonly span: Span };

/** Where a link's destination names a place: behind its `#`, or all of it. */
const nameIn = ({ target, span }: PlacedLink): Span => ({
  start: span.end - (target.length - target.lastIndexOf('#') - 1),
  end: span.end,
});

/** The anchor of a heading takes in the label that stands in it or behind it. */
const isSame = (anchor: Span, label: Span, { lines }: CourseDocument): boolean =>
  (anchor.start <= label.start && label.end <= anchor.end) || lines.lineOf(anchor.start) === lines.lineOf(label.start);
