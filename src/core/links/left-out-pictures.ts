import type { Course } from '../course/course';
import { getOrSet } from '../get-or-set';
import { fileLinks } from './file-links';

const known = new WeakMap<Course, { readonly revision: number; readonly endings: Promise<ReadonlySet<string>> }>();

/** So many pictures are not all forgotten. */
const many = 20;

/** Whether a course shows many pictures of a link's kind and has none: they are kept elsewhere, out of a repository say. */
export async function leavesOutPictures(course: Course, target: string): Promise<boolean> {
  let current = known.get(course);
  if (current?.revision !== course.revision) {
    current = { revision: course.revision, endings: endingsLeftOut(course) };
    known.set(course, current);
  }
  return (await current.endings).has(endingOf(target));
}

async function endingsLeftOut(course: Course): Promise<ReadonlySet<string>> {
  const shown = new Map<string, Set<string>>();
  for (const [, { links }] of course.all(fileLinks)) {
    for (const { kind, target } of links) {
      if (kind === 'image' || kind === 'embed' || kind === 'file')
        getOrSet(shown, endingOf(target), () => new Set()).add(target);
    }
  }
  const there = new Set((await course.images()).map(endingOf));
  return new Set([...shown].flatMap(([ending, { size }]) => (size >= many && !there.has(ending) ? [ending] : [])));
}

const endingOf = (target: string): string => /\.[a-z\d]{1,5}(?=$|[?#|])/i.exec(target)?.[0].toLowerCase() ?? '';
