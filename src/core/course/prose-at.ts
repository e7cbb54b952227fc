import type { CourseDocument, Inline } from './course-document';
import { inlineSpans } from './inline/inline-spans';
import { inlineAt } from './inline-at';
import { regionAt } from './region-at';

/** Whether running text stands, or may be written, at an offset: no code, formula, link target, address or front matter. */
export function isProseAt(document: CourseDocument, offset: number): boolean {
  const here = { start: offset, end: offset };
  const region = regionAt(document, here);
  if (!region || (region.frontMatter && offset <= region.frontMatter.end)) return false;
  const blocks = [...document.fences, ...document.formulas, ...document.references];
  if (blocks.some(({ span }) => span.start <= offset && offset <= span.end)) return false;
  const inline = inlineAt(document, offset);
  return !inline || !isOpaque(inline, offset);
}

function isOpaque({ source }: Inline, offset: number): boolean {
  const inner = source.toInner(offset);
  return inner !== undefined && inlineSpans(source.text).opaque.some(({ start, end }) => start < inner && inner < end);
}
