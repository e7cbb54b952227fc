import type { CourseDocument, Heading } from '../../course/course-document';
import type { CourseEdit } from '../../course/course-edit';
import { inlineAt } from '../../course/inline-at';
import { mendedLinks } from '../../links/mended-links';
import { contains, type TextChange } from '../../text/span';
import type { FeatureContext } from '../feature-context';
import type { RenameSubject } from '../renamer';

/** The title of the heading at an offset. */
export function prepareHeadingRename(
  { document, builtInMarkdown }: FeatureContext,
  offset: number,
): RenameSubject | undefined {
  const heading = builtInMarkdown ? undefined : headingAt(document.headings, offset);
  // What a program fills in, as an f-string does, is not the author's to rename.
  if (!heading || !titleChange(document, heading, heading.title)) return undefined;
  return { range: document.lines.rangeOf(heading.titleSpan), placeholder: heading.title };
}

/** Gives a heading a new title, and the links to it their new anchor. */
export async function renameHeading(
  { document, course, builtInMarkdown }: FeatureContext,
  offset: number,
  newName: string,
): Promise<readonly CourseEdit[] | undefined> {
  const heading = builtInMarkdown ? undefined : headingAt(document.headings, offset);
  const change = heading && titleChange(document, heading, newName);
  if (!heading || !change) return undefined;
  const title: CourseEdit = { uri: document.uri, range: document.lines.rangeOf(change.span), newText: change.newText };
  return [title, ...(await mendedLinks(course, document, new Map([[document.headings.indexOf(heading), newName]])))];
}

function titleChange(document: CourseDocument, { titleSpan }: Heading, newTitle: string): TextChange | undefined {
  const source = inlineAt(document, titleSpan.start)?.source;
  return source?.change({ start: 0, end: source.text.length }, newTitle);
}

const headingAt = (headings: readonly Heading[], offset: number): Heading | undefined =>
  headings.find(({ titleSpan }) => titleSpan.end > titleSpan.start && contains(titleSpan, offset));
