import type { LineIndex } from '../text/line-index';

/**
 * Characters of a line in which slips, doubts and novelties are looked for. Finders read a line with patterns that may cost its square;
 * no line that a person reads is so long, and of a diagram with a longer one Mermaid's own word is told.
 */
const longestLine = 2000;

/** Whether a line of a diagram is longer than anybody reads. */
export function hasEndlessLine(text: string, lines: LineIndex): boolean {
  if (text.length <= longestLine) return false;
  for (let line = 0; line < lines.lineCount; line++) {
    if (lines.lineEnd(line) - lines.lineStart(line) > longestLine) return true;
  }
  return false;
}
