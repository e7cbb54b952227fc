import type { Hover } from 'vscode-languageserver-types';
import type { CourseDocument } from '../../course/course-document';
import { fileLinks } from '../../links/file-links';
import { goalOf } from '../../links/find-link';
import { isPicture } from '../../links/is-picture';
import { linksOf } from '../../links/links';
import { safeMarkdown } from '../../links/safe-markdown';
import { textAt } from '../../links/text-at';
import { destination, escapedMarkdown } from '../../text/escaped-markdown';
import { contains } from '../../text/span';
import type { FeatureContext } from '../feature-context';
import { linkAt } from './link-at';
import { isOurs } from './link-places';

/** How much of a page is shown. */
const mostShown = 500;

const shown = (uri: string): string => `![]${destination(uri)}`;

/** The picture of the figure whose label stands at an offset. */
async function pictureAt(
  { course, settings }: FeatureContext,
  page: CourseDocument,
  offset: number,
): Promise<string | undefined> {
  const figure = page.directives.find(({ language, span }) => language === 'figure' && contains(span, offset));
  const link =
    figure && linksOf(page).find(({ kind, span }) => kind === 'file' && contains(figure.infoSpan, span.start));
  const goal = link && (await goalOf(course, link, page.uri, settings.links.routes));
  return goal && isPicture(goal.uri) ? goal.uri : undefined;
}

/** The beginning of what the link at an offset leads to, and of a picture the picture: files of the course alone. */
export async function linkHover(context: FeatureContext, offset: number): Promise<Hover | undefined> {
  const { document, course, settings, builtInMarkdown } = context;
  const link = linkAt(document, offset);
  if (!link || link.kind === 'autolink' || (builtInMarkdown && !isOurs(context, link, document.uri))) return undefined;
  const goal = await goalOf(course, link, document.uri, settings.links.routes);
  if (!goal) return undefined;
  const range = document.lines.rangeOf(link.span);
  if (isPicture(goal.uri)) return { range, contents: { kind: 'markdown', value: shown(goal.uri) } };
  const page = course.fact(fileLinks, goal.uri) ? await course.document(goal.uri) : undefined;
  if (!page) return undefined;
  const front = page.regions[0]?.frontMatter?.end ?? 0;
  const start = goal.anchor?.span.start ?? front + page.text.slice(front).search(/\S|$/);
  const text = textAt(page, start, 4 * mostShown);
  const figure = goal.anchor && (await pictureAt(context, page, goal.anchor.span.start));
  const name = decodeURIComponent(goal.uri.slice(course.root.length + 1));
  const value = `*${escapedMarkdown(name)}*\n\n${figure ? `${shown(figure)}\n\n` : ''}${safeMarkdown(text, goal.uri, course.root, mostShown)}`;
  return { range, contents: { kind: 'markdown', value } };
}
