import type { CourseDocument } from '../course/course-document';
import { inlineSpans } from '../course/inline/inline-spans';
import { getOrSet } from '../get-or-set';
import { contains } from '../text/span';
import { directiveLinks } from './directive-links';
import { type Link, linkAt } from './link';
import { namedLinks } from './named-links';

const known = new WeakMap<CourseDocument, readonly Link[]>();

/** Every link of a document that names a destination, in text order. */
export const linksOf = (document: CourseDocument): readonly Link[] =>
  getOrSet(known, document, () =>
    [...inlineLinks(document), ...definitions(document), ...namedLinks(document), ...directiveLinks(document)]
      .map((link) => (isUnseenAt(document, link.span.start) ? { ...link, unseen: true as const } : link))
      .sort((a, b) => a.span.start - b.span.start),
  );

/** A cell of a notebook is held under a part of its notebook’s file. */
const isUnseenAt = ({ uri, directives }: CourseDocument, offset: number): boolean =>
  /\.ipynb#/i.test(uri) || directives.some(({ span }) => contains(span, offset));

function* inlineLinks(document: CourseDocument): Iterable<Link> {
  for (const { source } of document.inlines) {
    if (!/[\]<]/.test(source.text)) continue;
    for (const { kind, span, targetSpan } of inlineSpans(source.text).links) {
      // `@[youtube](id)` is a film to the sites that know it.
      if (source.text[span.start - 1] === '@') continue;
      if (targetSpan && targetSpan.end > targetSpan.start) yield linkAt(kind, source, targetSpan);
    }
  }
}

/** `[label]: destination "title"` */
function* definitions(document: CourseDocument): Iterable<Link> {
  for (const { source } of document.references) {
    const match = /^\s*\[(?!\^)(?:\\.|[^\]\\])*\]:\s*(<[^<>\n]*>|\S+)/.exec(source.text);
    if (!match) continue;
    const bare = match[1]!.replace(/^<|>$/g, '');
    const start = match[0].length - match[1]!.length + match[1]!.indexOf(bare);
    yield linkAt('definition', source, { start, end: start + bare.length });
  }
}
