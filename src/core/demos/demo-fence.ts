import type { CourseDocument, Fence } from '../course/course-document';
import type { Finding } from '../diagnostics/course-diagnostic';
import { getOrSet } from '../get-or-set';
import type { EmbeddedText } from '../text/embedded-text';
import type { Span, TextChange } from '../text/span';
import type { Demo, DemoProblem } from './demo';
import { demoKindOf } from './demo-kind';
import { readDemo } from './read-demo';

/** A demo and the fence that it stands in. */
export interface DemoFence {
  readonly fence: Fence;
  readonly demo: Demo;
}

const known = new WeakMap<CourseDocument, readonly DemoFence[]>();

/** The demos of a document in text order, read once for all features. */
export const demoFences = (document: CourseDocument): readonly DemoFence[] =>
  getOrSet(known, document, () =>
    document.fences.flatMap((fence) => {
      const kind = demoKindOf(fence);
      return kind ? [{ fence, demo: readDemo(kind, fence.content.text) }] : [];
    }),
  );

/** A demo's problem in document offsets; undefined where it touches what is not the author's literal text. */
export const demoFinding = (problem: DemoProblem, { content, infoSpan }: Fence): Finding | undefined =>
  findingIn(problem, content, infoSpan);

/** A problem in a text that stands in the document, in the document's offsets; `whole` is marked where it has no place. */
export function findingIn(
  { code, span, message, fixes, atMost, atLeast }: DemoProblem,
  content: EmbeddedText,
  whole: Span,
): Finding | undefined {
  if (content.isOpaque(span)) return undefined;
  const nowhere = span.end === 0;
  return {
    ...{ code, message, ...(atMost && { atMost }), ...(atLeast && { atLeast }) },
    span: nowhere ? whole : content.spanToOuter(span),
    fixes: fixes.flatMap((fix) => {
      const change = content.change(fix.span, fix.newText);
      return change ? [{ title: fix.title, safe: fix.safe, changes: [change] }] : [];
    }),
  };
}

/** A change of a demo's text as one of the document; undefined where it cannot be written. */
export const demoChange = (change: TextChange | undefined, fence: Fence): TextChange | undefined =>
  change && fence.content.change(change.span, change.newText);
