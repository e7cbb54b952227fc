import type { CourseDocument, Heading } from '../../course/course-document';
import type { CourseEdit } from '../../course/course-edit';
import { inlineAt } from '../../course/inline-at';
import { isLinkedUnseen, mendedLinks } from '../../links/mended-links';
import { contains, type TextChange } from '../../text/span';
import type { FeatureContext } from '../feature-context';
import type { RenameSubject } from '../renamer';

/** The title of the heading at an offset. */
export async function prepareHeadingRename(
  context: FeatureContext,
  offset: number,
): Promise<RenameSubject | undefined> {
  const { document } = context;
  const heading = await ownHeadingAt(context, offset);
  // What a program fills in, as an f-string does, is not the author's to rename.
  if (!heading || !titleChange(document, heading, heading.title)) return undefined;
  return { range: document.lines.rangeOf(heading.titleSpan), placeholder: heading.title };
}

/** Gives a heading a new title, and the links to it their new anchor. */
export async function renameHeading(
  context: FeatureContext,
  offset: number,
  newName: string,
): Promise<readonly CourseEdit[] | undefined> {
  const { document, course } = context;
  const heading = await ownHeadingAt(context, offset);
  const change = heading && titleChange(document, heading, newName);
  if (!heading || !change) return undefined;
  const title: CourseEdit = { uri: document.uri, range: document.lines.rangeOf(change.span), newText: change.newText };
  return [title, ...(await mendedLinks(course, document, new Map([[document.headings.indexOf(heading), newName]])))];
}

function titleChange(document: CourseDocument, { titleSpan }: Heading, newTitle: string): TextChange | undefined {
  const source = inlineAt(document, titleSpan.start)?.source;
  return source?.change({ start: 0, end: source.text.length }, newTitle);
}

/** The heading at an offset. VS Code renames those of plain markdown itself, but would leave links to them that it does not see. */
async function ownHeadingAt(
  { document, course, builtInMarkdown }: FeatureContext,
  offset: number,
): Promise<Heading | undefined> {
  const heading = headingAt(document.headings, offset);
  if (!heading || !builtInMarkdown) return heading;
  if (document.directives.some(({ span }) => contains(span, offset))) return heading;
  return (await isLinkedUnseen(course, document, document.headings.indexOf(heading))) ? heading : undefined;
}

const headingAt = (headings: readonly Heading[], offset: number): Heading | undefined =>
  headings.find(({ titleSpan }) => titleSpan.end > titleSpan.start && contains(titleSpan, offset));
