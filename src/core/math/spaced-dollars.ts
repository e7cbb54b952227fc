import type { Course } from '../course/course';
import type { CourseDocument } from '../course/course-document';
import { foldersAbove } from '../course/folders-above';

/** Files beside which a `$` may close a formula behind a space: those of MyST and Jupyter Book, and of Jekyll with MathJax. */
const siteFiles = ['myst.yml', '_toc.yml', '_config.yml'];

/**
 * Whether `$x $` is a formula where a document is published: in MyST and Jupyter Book, told by their files or by a front
 * matter of jupytext, in notebooks, and in MDX, whose formulas are read as code spans are.
 */
export async function allowsSpacedDollars({ uri, text, regions }: CourseDocument, course: Course): Promise<boolean> {
  if (/\.(?:mdx|ipynb)$/i.test(uri)) return true;
  const frontMatter = regions[0]?.frontMatter;
  if (frontMatter && /^(?:jupytext|kernelspec)[ \t]*:/m.test(text.slice(frontMatter.start, frontMatter.end)))
    return true;
  for (const folder of foldersAbove(uri, course.root)) {
    for (const name of siteFiles) if (await course.exists(`${folder}/${name}`)) return true;
  }
  return false;
}
