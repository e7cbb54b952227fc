import type { DocumentLink } from 'vscode-languageserver-types';
import { anchorNamed, anchorReader, fileLinks } from '../links/file-links';
import { goalOf, type LinkGoal } from '../links/find-link';
import { isNamed, isUnseen } from '../links/link';
import { safeTarget } from '../links/link-target';
import { linksOf } from '../links/links';
import type { FeatureContext } from './feature-context';

/** Links that can be followed without harm; one to a section leads to the section's line. */
export async function documentLinks({
  document,
  course,
  settings,
  builtInMarkdown,
}: FeatureContext): Promise<DocumentLink[]> {
  const anchorsOf = anchorReader(course);
  const found = linksOf(document).map(async (link): Promise<DocumentLink | undefined> => {
    const { kind, span, target: written } = link;
    const range = document.lines.rangeOf(span);
    const to = ({ uri, anchor }: LinkGoal): DocumentLink => {
      const places = uri === document.uri ? document.lines.places : course.fact(fileLinks, uri)?.places;
      const line = anchor && places ? `#L${places.lineOf(anchor.span.start) + 1}` : '';
      return { range, target: uri + line };
    };
    if (isNamed(kind)) {
      const goal = await goalOf(course, link, document.uri, settings.links.routes);
      return goal && to(goal);
    }
    if (builtInMarkdown && !isUnseen(link)) return undefined;
    const isEmail = kind === 'autolink' && !written.includes(':');
    const target = safeTarget(isEmail ? `mailto:${written}` : written, document.uri, course.root);
    if (target?.kind !== 'file') return target && { range, target: target.href };
    const anchor = target.fragment && anchorNamed((await anchorsOf(target.uri)) ?? [], target.fragment);
    return to(anchor ? { uri: target.uri, anchor } : { uri: target.uri });
  });
  return (await Promise.all(found)).filter((link) => link !== undefined);
}
