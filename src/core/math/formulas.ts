import type { CourseDocument } from '../course/course-document';
import { inlineSpans } from '../course/inline/inline-spans';
import { inlineAt } from '../course/inline-at';
import { contains, type Span } from '../text/span';

/** A formula in a document, in document offsets. */
export interface Formula {
  /** Delimiters included. */
  readonly span: Span;
  /** The TeX as it reads: quote marks and string escapes undone. */
  readonly tex: string;
  /** On a line of its own rather than inside the text. */
  readonly display: boolean;
}

/** Every formula of a document: blocks, then those inside text, each in text order. */
export function* formulasOf(document: CourseDocument): Iterable<Formula> {
  for (const { span, content } of document.formulas) yield { span, tex: content.text, display: true };
  for (const { source } of document.inlines) {
    if (!/[$\\]/.test(source.text)) continue;
    for (const { span, contentSpan, opener } of inlineSpans(source.text).formulas) {
      const tex = source.text.slice(contentSpan.start, contentSpan.end);
      yield { span: source.spanToOuter(span), tex, display: opener === '$$' || opener === '\\[' };
    }
  }
}

/** The formula around an offset. */
export function formulaAt(document: CourseDocument, offset: number): Formula | undefined {
  const block = document.formulas.find(({ span }) => contains(span, offset));
  if (block) return { span: block.span, tex: block.content.text, display: true };
  const source = inlineAt(document, offset)?.source;
  const inner = source?.toInner(offset);
  if (!source || inner === undefined) return undefined;
  const found = inlineSpans(source.text).formulas.find(({ span }) => contains(span, inner));
  if (!found) return undefined;
  const tex = source.text.slice(found.contentSpan.start, found.contentSpan.end);
  const display = found.opener === '$$' || found.opener === '\\[';
  return { span: source.spanToOuter(found.span), tex, display };
}
