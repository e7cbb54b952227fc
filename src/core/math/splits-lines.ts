import type { Course } from '../course/course';
import type { CourseDocument } from '../course/course-document';
import { foldersAbove } from '../course/folders-above';

/**
 * Whether a formula of several lines is set in columns without an environment where a document is published: Sphinx puts
 * `split` around what holds `\\`, and so does Jupyter Book, told by its table of contents or a front matter of jupytext.
 */
export async function splitsLines({ uri, text, regions }: CourseDocument, course: Course): Promise<boolean> {
  const frontMatter = regions[0]?.frontMatter;
  if (frontMatter && /^jupytext[ \t]*:/m.test(text.slice(frontMatter.start, frontMatter.end))) return true;
  for (const folder of foldersAbove(uri, course.root)) {
    for (const name of ['_toc.yml', 'conf.py']) if (await course.exists(`${folder}/${name}`)) return true;
  }
  return false;
}
