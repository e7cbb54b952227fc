import type { Location, LocationLink } from 'vscode-languageserver-types';
import { type Anchor, anchorNamed, anchorsOf, fileLinks } from '../../links/file-links';
import { findTarget } from '../../links/find-target';
import { labelMeant } from '../../links/labels';
import { isInside } from '../../links/link-target';
import { contains, type Span } from '../../text/span';
import type { FeatureContext } from '../feature-context';
import { labelAt, linkAt } from './link-at';

/** A file that a link leads to, and the place in it where one is named. */
export interface LinkGoal {
  readonly uri: string;
  readonly anchor?: Anchor;
}

/** Where a destination as written leads inside the course; undefined for addresses and for what is not there. */
export async function goalOf(
  { document, course, settings }: FeatureContext,
  target: string,
): Promise<LinkGoal | undefined> {
  const label = labelMeant(course, target);
  if (label) return label;
  const found = await findTarget(course, target, document.uri, settings.links.routes);
  const uri = found.kind === 'file' ? found.uri : found.kind === 'spelled' ? found.uris[0] : undefined;
  if (uri === undefined || (found.kind !== 'file' && found.kind !== 'spelled')) return undefined;
  if (uri !== document.uri && !isInside(uri, course.root)) return undefined;
  const anchor = found.fragment ? anchorNamed((await anchorsOf(course, uri)) ?? [], found.fragment) : undefined;
  return anchor ? { uri, anchor } : { uri };
}

/** What the link, the reference or the footnote at an offset leads to. Plain markdown is VS Code's own to follow. */
export async function linkDefinition(context: FeatureContext, offset: number): Promise<LocationLink[]> {
  const { document, course, builtInMarkdown } = context;
  const label = builtInMarkdown ? undefined : labelAt(document, offset);
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
  // MyST and Quarto labels are no markdown: VS Code does not know them.
  if (builtInMarkdown && !labelMeant(course, link.target)) return [];
  const goal = await goalOf(context, link.target);
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
  if (builtInMarkdown) return undefined;
  const label = labelAt(document, offset);
  if (label) {
    const spans = includeDeclaration ? [...label.definitions, ...label.uses] : label.uses;
    return spans.map((span) => ({ uri: document.uri, range: document.lines.rangeOf(span) }));
  }
  const link = linkAt(document, offset);
  const heading = document.headings.findIndex(({ span }) => contains(span, offset));
  const anchor = heading < 0 ? undefined : course.fact(fileLinks, document.uri)?.anchors[heading];
  const goal = link ? await goalOf(context, link.target) : anchor && { uri: document.uri, anchor };
  if (!goal) return undefined;
  const found = await linksTo(context, goal, heading === 0);
  const places = includeDeclaration && goal.anchor ? course.fact(fileLinks, goal.uri)?.places : undefined;
  return places ? [{ uri: goal.uri, range: places.rangeOf(goal.anchor!.span) }, ...found] : found;
}

/** The links of the course that lead to a place; to the file as a whole too, where the place is its first heading. */
async function linksTo({ course, settings }: FeatureContext, goal: LinkGoal, wholeFile: boolean): Promise<Location[]> {
  const name = pageName(goal.uri);
  const anchors = (await anchorsOf(course, goal.uri)) ?? [];
  const found: Location[] = [];
  for (const [uri, { links, places }] of course.all(fileLinks)) {
    for (const { target, span } of links) {
      if (uri !== goal.uri && !mayMean(target, name)) continue;
      const met = await findTarget(course, target, uri, settings.links.routes);
      const isMeant =
        met.kind === 'file' ? met.uri === goal.uri : met.kind === 'spelled' && met.uris.includes(goal.uri);
      if (!isMeant || (met.kind !== 'file' && met.kind !== 'spelled')) continue;
      const anchor = met.fragment ? anchorNamed(anchors, met.fragment) : undefined;
      const sameAnchor = goal.anchor ? anchor?.span.start === goal.anchor.span.start : true;
      if (sameAnchor || (wholeFile && !met.fragment)) found.push({ uri, range: places.rangeOf(span) });
    }
  }
  return found;
}

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
