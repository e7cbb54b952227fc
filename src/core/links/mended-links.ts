import type { Course } from '../course/course';
import type { CourseDocument } from '../course/course-document';
import type { CourseEdit } from '../course/course-edit';
import { headingSlugs } from '../course/slug';
import { fileLinks, sameAnchor } from './file-links';
import { readTarget } from './link-target';

/** The edits that let links to a document's sections lead there still once headings have new titles, by their index. */
export function mendedLinks(
  course: Course,
  document: CourseDocument,
  newTitles: ReadonlyMap<number, string>,
): CourseEdit[] {
  const before = headingSlugs(document);
  const headings = document.headings.map((heading, i) => ({ ...heading, title: newTitles.get(i) ?? heading.title }));
  const after = headingSlugs({ ...document, headings });
  const changed = before.flatMap((slug, i) => (slug === after[i] ? [] : [{ slug, renamed: after[i]! }]));
  if (changed.length === 0) return [];
  const edits: CourseEdit[] = [];
  for (const [uri, { toAnchors, places }] of course.all(fileLinks)) {
    for (const { target, fragmentSpan } of toAnchors) {
      const meant = readTarget(target, uri, course.root);
      if (meant.uri !== document.uri && `${meant.uri}.md` !== document.uri) continue;
      const fragment = meant.fragment ?? '';
      const exact = changed.find(({ slug }) => slug === fragment.toLowerCase());
      const stays = before.some((slug) => sameAnchor(slug, fragment) && !changed.some((one) => one.slug === slug));
      const mend = exact ?? (stays ? undefined : changed.find(({ slug }) => sameAnchor(slug, fragment)));
      if (mend) edits.push({ uri, range: places.rangeOf(fragmentSpan), newText: mend.renamed });
    }
  }
  return edits;
}
