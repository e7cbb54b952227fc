/** Language ids whose files may hold course text. */
export const courseLanguages: readonly string[] = ['markdown', 'mdx', 'quarto', 'mermaid', 'python'];

/**
 * A cheap look at a Python file: a triple-quoted string and something that only course text has. The server decides
 * with care; this only keeps it from starting for nothing.
 */
export function mayHoldCourseText(text: string): boolean {
  if (!text.includes('"""') && !text.includes("'''")) return false;
  return /^[ \t]*(?:```|~~~|:::|#{1,6} |[-*+] +\*\*|graph |flowchart |sequenceDiagram|mindmap|[a-z]+Diagram)/m.test(
    text,
  );
}
