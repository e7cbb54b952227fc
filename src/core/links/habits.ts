import type { Course } from '../course/course';
import { getOrSet } from '../get-or-set';
import { wellFormed } from '../text/well-formed';
import { fileLinks } from './file-links';

/** What is done so often in one course was seen by its authors: their site can do it. */
const often = 20;

interface Habits {
  readonly revision: number;
  /** Pages by their file's name, where the course links to pages by that alone. */
  readonly pages: ReadonlyMap<string, string> | undefined;
  /** Whether links write anchors with the capitals of the headings. */
  readonly capitals: boolean;
}

const known = new WeakMap<Course, Habits>();
const pageName = /^[^/?#]+\.(?:md|mdx|qmd|markdown)(?=$|[?#])/i;

/** The page that a link names by its file alone, in a course whose site finds pages so, whatever their folder. */
export const pageByName = (course: Course, written: string): string | undefined => {
  const name = pageName.exec(written.trim().replace(/^\.\//, ''))?.[0];
  return name === undefined ? undefined : habitsOf(course).pages?.get(name);
};

/** Whether the links of a course mostly write anchors with capitals, which its site then keeps. */
export const keepsCapitals = (course: Course): boolean => habitsOf(course).capitals;

function habitsOf(course: Course): Habits {
  const before = known.get(course);
  if (before?.revision === course.revision) return before;
  const names = new Map<string, string[]>();
  for (const uri of course.uris) {
    getOrSet(names, decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)), () => []).push(uri);
  }
  let elsewhere = 0;
  let nowhere = 0;
  let capitals = 0;
  let small = 0;
  for (const [uri, { links, toAnchors }] of course.all(fileLinks)) {
    const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
    for (const { kind, target } of links) {
      const name = kind === 'link' || kind === 'definition' ? pageName.exec(target)?.[0] : undefined;
      const uris = name === undefined ? [] : (names.get(name) ?? []);
      if (name === undefined || uris.includes(folder + encodeURIComponent(wellFormed(name)))) continue;
      if (uris.length === 1) elsewhere++;
      else nowhere++;
    }
    for (const { target } of toAnchors) {
      const fragment = target.slice(target.indexOf('#') + 1);
      if (/[A-Z]/.test(fragment)) capitals++;
      else if (/[a-z]/.test(fragment)) small++;
    }
  }
  const found: Habits = {
    revision: course.revision,
    // Where more names lead nowhere than to one page, they are no names of pages.
    pages: elsewhere >= often && elsewhere > nowhere ? onlyOnes(names) : undefined,
    capitals: capitals >= often && capitals * 4 > small,
  };
  known.set(course, found);
  return found;
}

const onlyOnes = (names: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> =>
  new Map([...names].flatMap(([name, uris]) => (uris.length === 1 ? [[name, uris[0]!] as const] : [])));
