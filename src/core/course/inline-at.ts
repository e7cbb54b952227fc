import type { CourseDocument, Inline } from './course-document';

/** The inline text around an offset, both its ends included; undefined between blocks and in code. */
export function inlineAt({ inlines }: CourseDocument, offset: number): Inline | undefined {
  let low = 0;
  let high = inlines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inlines[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  const inline = inlines[low - 1];
  return inline && offset <= inline.span.end ? inline : undefined;
}
