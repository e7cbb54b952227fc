import type { DocumentLink } from 'vscode-languageserver-types';
import { anchorsOf, fileLinks, sameAnchor } from '../links/file-links';
import { readTarget } from '../links/link-target';
import { linksOf } from '../links/links';
import type { FeatureContext } from './feature-context';

/** Links that can be followed; one to a section leads to the section's line. */
export async function documentLinks({ document, course, builtInMarkdown }: FeatureContext): Promise<DocumentLink[]> {
  if (builtInMarkdown) return [];
  return Promise.all(
    linksOf(document).map(async ({ span, target }): Promise<DocumentLink> => {
      const range = document.lines.rangeOf(span);
      const { uri, fragment } = readTarget(target, document.uri, course.root);
      if (uri === undefined) return { range, target };
      const anchor = fragment && (await anchorsOf(course, uri))?.find(({ slug }) => sameAnchor(slug, fragment));
      const places = uri === document.uri ? document.lines.places : course.fact(fileLinks, uri)?.places;
      const line = anchor && places ? `#L${places.lineOf(anchor.span.start) + 1}` : '';
      return { range, target: uri + line };
    }),
  );
}
