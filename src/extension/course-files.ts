/** Language ids whose files may hold course text. */
export const courseLanguages: readonly string[] = ['markdown', 'mdx', 'quarto', 'mermaid', 'python'];

/** VS Code's own languages for files that steer assistants, which are markdown. */
const assistantLanguages: readonly string[] = ['prompt', 'instructions', 'chatmode', 'chatagent', 'skill'];

/**
 * The documents that the server is told of: those of the languages, and course files under any other name of a language,
 * whose text is the editor's all the same.
 */
export const courseDocuments: readonly ({ readonly language: string } | { readonly pattern: string })[] = [
  ...[...courseLanguages, ...assistantLanguages].map((language) => ({ language })),
  ...['md', 'markdown', 'mdx', 'qmd', 'mmd', 'mermaid'].map((ending) => ({ pattern: `**/*.${ending}` })),
];

/** Whether a document is what a course states of itself. */
export const isSettingsFile = ({ uri }: { readonly uri: { readonly path: string } }): boolean =>
  /\/coursewright\.jsonc?$/.test(uri.path);

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
