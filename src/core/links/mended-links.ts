import type { Course } from '../course/course';
import type { CourseDocument } from '../course/course-document';
import type { CourseEdit } from '../course/course-edit';
import { headingSlugs } from '../course/slug';
import { fileLinks, looseAnchor } from './file-links';
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
  const exactly = new Map<string, string>();
  const loosely = new Map<string, string>();
  for (const { slug, renamed } of changed) {
    if (!exactly.has(slug)) exactly.set(slug, renamed);
    if (!loosely.has(looseAnchor(slug))) loosely.set(looseAnchor(slug), renamed);
  }
  const kept = new Set(before.filter((slug) => !exactly.has(slug)).map(looseAnchor));
  const edits: CourseEdit[] = [];
  for (const [uri, { toAnchors, places }] of course.all(fileLinks)) {
    for (const { target, fragmentSpan } of toAnchors) {
      const meant = readTarget(target, uri, course.root);
      if (meant.uri !== document.uri && `${meant.uri}.md` !== document.uri) continue;
      const fragment = meant.fragment ?? '';
      const loose = looseAnchor(fragment);
      const mend = exactly.get(fragment.toLowerCase()) ?? (kept.has(loose) ? undefined : loosely.get(loose));
      if (mend) edits.push({ uri, range: places.rangeOf(fragmentSpan), newText: mend });
    }
  }
  return edits;
}
