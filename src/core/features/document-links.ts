import type { DocumentLink } from 'vscode-languageserver-types';
import { anchorNamed, anchorReader, fileLinks } from '../links/file-links';
import { safeTarget } from '../links/link-target';
import { linksOf } from '../links/links';
import type { FeatureContext } from './feature-context';

/** Links that can be followed without harm; one to a section leads to the section's line. */
export async function documentLinks({ document, course, builtInMarkdown }: FeatureContext): Promise<DocumentLink[]> {
  if (builtInMarkdown) return [];
  const anchorsOf = anchorReader(course);
  const links = linksOf(document).map(async ({ kind, span, target: written }): Promise<DocumentLink | undefined> => {
    const range = document.lines.rangeOf(span);
    const isEmail = kind === 'autolink' && !written.includes(':');
    const target = safeTarget(isEmail ? `mailto:${written}` : written, document.uri, course.root);
    if (target?.kind !== 'file') return target && { range, target: target.href };
    const { uri, fragment } = target;
    const anchor = fragment && anchorNamed((await anchorsOf(uri)) ?? [], fragment);
    const places = uri === document.uri ? document.lines.places : course.fact(fileLinks, uri)?.places;
    const line = anchor && places ? `#L${places.lineOf(anchor.span.start) + 1}` : '';
    return { range, target: uri + line };
  });
  return (await Promise.all(links)).filter((link) => link !== undefined);
}
