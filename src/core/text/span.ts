/** A stretch of text in UTF-16 offsets, end exclusive. The core reckons in spans; line and character appear at its edge. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const contains = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** One replacement in a text. An empty span inserts, an empty `newText` deletes. */
export interface TextChange {
  readonly span: Span;
  readonly newText: string;
}

/** Applies changes that do not overlap, in any order. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let end = 0;
  for (const change of [...changes].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    if (change.span.start < end) throw new RangeError('changes overlap');
    result += text.slice(end, change.span.start) + change.newText;
    end = change.span.end;
  }
  return result + text.slice(end);
}
