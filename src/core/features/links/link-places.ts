import type { Location, LocationLink } from 'vscode-languageserver-types';
import { fileLinks } from '../../links/file-links';
import { goalOf, type LinkGoal } from '../../links/find-link';
import { isLabelled } from '../../links/labels';
import { isNamed, isUnseen, type WrittenLink } from '../../links/link';
import { contains, type Span } from '../../text/span';
import type { FeatureContext } from '../feature-context';
import { linkAt, ownLabelAt } from './link-at';

/** What the link, the reference or the footnote at an offset leads to. Plain markdown is VS Code's own to follow. */
export async function linkDefinition(context: FeatureContext, offset: number): Promise<LocationLink[]> {
  const { document, course, builtInMarkdown } = context;
  const label = ownLabelAt(document, offset, builtInMarkdown);
  if (label) {
    return label.definitions.map((span) => ({
      originSelectionRange: document.lines.rangeOf(label.span),
      targetUri: document.uri,
      targetRange: document.lines.rangeOf(span),
      targetSelectionRange: document.lines.rangeOf(span),
    }));
  }
  const link = linkAt(document, offset);
  if (!link || link.kind === 'autolink') return [];
  if (builtInMarkdown && !isOurs(context, link, document.uri)) return [];
  const goal = await goalOf(course, link, document.uri, context.settings.links.routes);
  if (!goal) return [];
  const range = await rangeIn(context, goal.uri, goal.anchor?.span);
  return [
    {
      originSelectionRange: document.lines.rangeOf(link.span),
      targetUri: goal.uri,
      targetRange: range,
      targetSelectionRange: range,
    },
  ];
}

/** Every link of the course to the heading at an offset, to its file from the first one, or as the link there does. */
export async function linkReferences(
  context: FeatureContext,
  offset: number,
  includeDeclaration: boolean,
): Promise<Location[] | undefined> {
  const { document, course, builtInMarkdown } = context;
  const label = ownLabelAt(document, offset, builtInMarkdown);
  if (label) {
    const spans = includeDeclaration ? [...label.definitions, ...label.uses] : label.uses;
    return spans.map((span) => ({ uri: document.uri, range: document.lines.rangeOf(span) }));
  }
  const link = linkAt(document, offset);
  const heading = document.headings.findIndex(({ span }) => contains(span, offset));
  const own = course.fact(fileLinks, document.uri);
  const anchor =
    own?.labels.find(({ span }) => contains(span, offset)) ?? (heading < 0 ? undefined : own?.anchors[heading]);
  if (link && builtInMarkdown && !isOurs(context, link, document.uri)) return undefined;
  const goal = link
    ? await goalOf(course, link, document.uri, context.settings.links.routes)
    : anchor && { uri: document.uri, anchor };
  if (!goal) return undefined;
  const found = await linksTo(context, goal, heading === 0);
  const places = includeDeclaration && goal.anchor ? course.fact(fileLinks, goal.uri)?.places : undefined;
  return places ? [{ uri: goal.uri, range: places.rangeOf(goal.anchor!.span) }, ...found] : found;
}

/** The links of the course that lead to a place; to the file as a whole too, where the place is its first heading. */
async function linksTo(context: FeatureContext, goal: LinkGoal, wholeFile: boolean): Promise<Location[]> {
  const { course, settings, builtInMarkdown } = context;
  const name = pageName(goal.uri);
  const label = goal.anchor?.slug.toLowerCase();
  const found: Location[] = [];
  for (const [uri, { links, places }] of course.all(fileLinks)) {
    for (const { span, ...link } of links) {
      if (uri !== goal.uri && !isNamed(link.kind) && !mayMean(link.target, name) && !mayMean(link.target, label))
        continue;
      // An editor that follows links of markdown itself counts those itself.
      if (builtInMarkdown && !isOurs(context, link, uri)) continue;
      const met = await goalOf(course, link, uri, settings.links.routes);
      if (met?.uri !== goal.uri) continue;
      const sameAnchor = goal.anchor ? met.anchor?.span.start === goal.anchor.span.start : true;
      if (sameAnchor || (wholeFile && !met.anchor && !link.target.includes('#'))) {
        found.push({ uri, range: places.rangeOf(span) });
      }
    }
  }
  return found;
}

/** What no editor's own markdown knows: notes of a vault, labels of MyST and Quarto, links in directives. */
export const isOurs = ({ course }: FeatureContext, link: WrittenLink, uri: string): boolean =>
  isUnseen(link) || isLabelled(course, link.target, uri);

/** A link names its file or its folder: most need not be looked up. */
const mayMean = (target: string, name: string | undefined): boolean =>
  name === undefined || target.includes('%') || target.toLowerCase().includes(name);

/** What every link to a page holds, in lower case; undefined where a link need not name it: the page of a folder. */
function pageName(uri: string): string | undefined {
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))
    .replace(/\.[^.]+$/, '')
    .toLowerCase();
  return /^(?:_?index|readme)$/.test(name) || /\P{ASCII}/u.test(name) ? undefined : name;
}

async function rangeIn({ document, course }: FeatureContext, uri: string, span: Span | undefined) {
  const places =
    uri === document.uri
      ? document.lines
      : (course.fact(fileLinks, uri)?.places ?? (span && (await course.document(uri))?.lines));
  const start = { line: 0, character: 0 };
  return span && places ? places.rangeOf(span) : { start, end: start };
}
