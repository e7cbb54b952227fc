import type { CourseLanguage } from './course-document';

/** Which language a path's ending says; undefined for a file that is not course text by its ending. */
export function courseLanguageOf(path: string): CourseLanguage | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === 'py') return 'python';
  if (ending === 'ipynb') return 'notebook';
  if (ending === 'mmd' || ending === 'mermaid') return 'mermaid';
  if (ending === 'md' || ending === 'markdown' || ending === 'mdx' || ending === 'qmd') return 'markdown';
  return undefined;
}
