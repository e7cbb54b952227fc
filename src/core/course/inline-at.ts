import { firstIndex } from '../text/first-index';
import type { CourseDocument, Inline } from './course-document';

/** The inline text around an offset, both its ends included; undefined between blocks and in code. */
export function inlineAt({ inlines }: CourseDocument, offset: number): Inline | undefined {
  const inline = inlines[firstIndex(inlines.length, (i) => inlines[i]!.span.start > offset) - 1];
  return inline && offset <= inline.span.end ? inline : undefined;
}
