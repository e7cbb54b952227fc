import { contains } from '../text/span';
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
  // The blanks at the end of a fence that nothing closes yet are about to be written on.
  if (document.fences.some(({ contentSpan }) => contains(contentSpan, offset))) return false;
  if (isInComment(document.text, offset)) return false;
  const inline = inlineAt(document, offset);
  return !inline || !isOpaque(inline, offset);
}

/** Whether a comment of HTML is open at an offset; one that began further away than anyone writes is not sought. */
function isInComment(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 5000), offset);
  return before.lastIndexOf('<!--') > before.lastIndexOf('-->');
}

function isOpaque({ source }: Inline, offset: number): boolean {
  const inner = source.toInner(offset);
  return inner !== undefined && inlineSpans(source.text).opaque.some(({ start, end }) => start < inner && inner < end);
}
