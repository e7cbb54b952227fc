import type { CourseDocument, Fence } from '../course/course-document';
import type { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';
import type { CourseDiagnostic } from './course-diagnostic';

/** Where a person writes in a document. */
export interface Writing {
  /** The line of the last edit, zero-based. */
  readonly edited: number;
  /** The line of the cursor, where it is known to be elsewhere by now. */
  readonly cursor?: number;
  /** Whether the person has paused since the last edit. */
  readonly resting: boolean;
}

/**
 * What may be said to a person who is writing. A fence that they opened and are in is not yet forgotten to be closed,
 * nor has it swallowed anything; nor is a block of a diagram, such as a subgraph, in which they are; and what is wrong with the line they type in may be right with its next letter.
 */
export function sayableWhileWriting(
  document: CourseDocument,
  found: readonly CourseDiagnostic[],
  { edited, cursor = edited, resting }: Writing,
): readonly CourseDiagnostic[] {
  const { lines, fences, directives, diagrams } = document;
  const open = [...fences, ...directives].find((fence) => isOpenAt(document, fence, edited));
  const inside = open !== undefined && isOpenAt(document, open, cursor) ? open : undefined;
  const diagram = diagrams.find(({ span }) => holds(lines, span, edited) && holds(lines, span, cursor));
  const isInBlock = (span: Span) =>
    diagram !== undefined &&
    diagram.span.start <= span.start &&
    lines.lineOf(span.start) < Math.min(edited, cursor) &&
    opensBlock(document, span);
  return found.filter(({ code, span }) => {
    if (code === 'mermaid.unclosed' && isInBlock(span)) return false;
    if (!resting && lines.lineOf(span.start) <= edited && edited <= lines.lineOf(span.end)) return false;
    // Fences below may fit together badly because of the one that is not closed yet.
    return !(inside && code === 'fence.unclosed' && span.start >= inside.span.start);
  });
}

/** Whether a line belongs to a fence that nothing closes: down to the next line with text behind it. */
function isOpenAt({ text, lines }: CourseDocument, fence: Fence, line: number): boolean {
  if (fence.closed || line < lines.lineOf(fence.span.start)) return false;
  const next = text.slice(fence.span.end).search(/\S/);
  return line <= lines.lineOf(fence.span.end) || next < 0 || line < lines.lineOf(fence.span.end + next);
}

const holds = (lines: LineIndex, { start, end }: Span, line: number): boolean =>
  lines.lineOf(start) <= line && line <= lines.lineOf(end);

/** Whether a block begins at what is marked, and not a label: a word does so, or a brace that ends its line. */
function opensBlock({ text, lines }: CourseDocument, { start, end }: Span): boolean {
  const marked = text.slice(start, end);
  const behind = text.slice(end, lines.lineEnd(lines.lineOf(end)));
  return /^\p{L}+$/u.test(marked) || (marked === '{' && behind.trim() === '');
}
