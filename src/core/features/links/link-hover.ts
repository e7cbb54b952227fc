import type { Hover } from 'vscode-languageserver-types';
import { fileLinks } from '../../links/file-links';
import { goalOf } from '../../links/find-link';
import { safeMarkdown } from '../../links/safe-markdown';
import { destination, escapedMarkdown } from '../../text/escaped-markdown';
import type { FeatureContext } from '../feature-context';
import { linkAt } from './link-at';
import { isOurs } from './link-places';

/** How much of a page is shown. */
const mostShown = 500;
const picture = /\.(?:apng|avif|bmp|gif|ico|jpe?g|png|svg|webp)$/i;

/** The beginning of what the link at an offset leads to, and of a picture the picture: files of the course alone. */
export async function linkHover(context: FeatureContext, offset: number): Promise<Hover | undefined> {
  const { document, course, settings, builtInMarkdown } = context;
  const link = linkAt(document, offset);
  if (!link || link.kind === 'autolink' || (builtInMarkdown && !isOurs(context, link, document.uri))) return undefined;
  const goal = await goalOf(course, link, document.uri, settings.links.routes);
  if (!goal) return undefined;
  const range = document.lines.rangeOf(link.span);
  if (picture.test(goal.uri)) return { range, contents: { kind: 'markdown', value: `![]${destination(goal.uri)}` } };
  const page = course.fact(fileLinks, goal.uri) ? await course.document(goal.uri) : undefined;
  if (!page) return undefined;
  const front = page.regions[0]?.frontMatter?.end ?? 0;
  const start = goal.anchor?.span.start ?? front;
  const lineStart = page.lines.lineStart(page.lines.lineOf(start));
  const text = page.text.slice(lineStart, lineStart + 4 * mostShown).trim();
  const name = decodeURIComponent(goal.uri.slice(course.root.length + 1));
  const value = `*${escapedMarkdown(name)}*\n\n${safeMarkdown(text, goal.uri, course.root, mostShown)}`;
  return { range, contents: { kind: 'markdown', value } };
}
