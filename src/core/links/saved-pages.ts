import type { Course } from '../course/course';
import { fileLinks } from './file-links';
import { readTarget } from './link-target';

const known = new WeakMap<Course, { readonly revision: number; readonly saved: boolean }>();

/** So many links to folders that are not there are no slips. */
const many = 20;

/**
 * Whether a course holds pages of a site that were saved as files: many of its links end in a slash, as a site's addresses do,
 * and hardly one of them leads to a folder.
 */
export function holdsSavedPages(course: Course): boolean {
  const before = known.get(course);
  if (before?.revision === course.revision) return before.saved;
  const folders = new Set<string>();
  for (const uri of course.uris) {
    for (let at = uri.lastIndexOf('/'); at > course.root.length && !folders.has(uri.slice(0, at)); ) {
      folders.add(uri.slice(0, at));
      at = uri.lastIndexOf('/', at - 1);
    }
  }
  let there = 0;
  const lost = new Set<string>();
  for (const [from, { links }] of course.all(fileLinks)) {
    for (const { kind, target } of links) {
      if (!endsInSlash(target) || kind === 'wiki' || kind === 'embed') continue;
      const { uri } = readTarget(target, from, course.root);
      if (uri === undefined) continue;
      if (folders.has(uri.replace(/\/$/, ''))) there++;
      else lost.add(uri);
    }
  }
  const saved = lost.size >= many && there * 4 < lost.size;
  known.set(course, { revision: course.revision, saved });
  return saved;
}

/** Whether a link ends as the address of a page does, an anchor behind it allowed. */
export const endsInSlash = (target: string): boolean => /^\.{1,2}\/[^?#]*\/(?=$|[?#])/.test(target);
