import type { CourseLanguage } from './course-document';

const languages: Readonly<Record<string, CourseLanguage>> = {
  py: 'python',
  ipynb: 'notebook',
  mmd: 'mermaid',
  mermaid: 'mermaid',
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  qmd: 'markdown',
};

/** The endings of course text, small and without their dots. */
export const courseEndings: readonly string[] = Object.keys(languages);

/** Which language a path's ending says; undefined for a file that is not course text by its ending. */
export function courseLanguageOf(path: string): CourseLanguage | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  return ending === undefined || !Object.hasOwn(languages, ending) ? undefined : languages[ending];
}
