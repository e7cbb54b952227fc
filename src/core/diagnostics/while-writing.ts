import type { CourseDocument, Fence } from '../course/course-document';
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
 * nor has it swallowed anything; and what is wrong with the line they type in may be right with its next letter.
 */
export function sayableWhileWriting(
  document: CourseDocument,
  found: readonly CourseDiagnostic[],
  { edited, cursor = edited, resting }: Writing,
): readonly CourseDiagnostic[] {
  const { lines, fences, directives } = document;
  const open = [...fences, ...directives].find((fence) => isOpenAt(document, fence, edited));
  const inside = open !== undefined && isOpenAt(document, open, cursor) ? open : undefined;
  return found.filter(({ code, span }) => {
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
