import type { Course } from '../course/course';
import type { CourseEdit } from '../course/course-edit';
import { courseLanguageOf } from '../course/course-language';
import { fileLinks } from './file-links';
import { type FileMove, movedTo } from './file-move';
import type { Routes } from './find-target';
import type { WrittenLink } from './link';
import { movedNote } from './moved-note';
import { movedPath } from './moved-path';

/**
 * The edits that let every link of the course lead where it leads now once files and folders have moved, by the places
 * before. `isLeft` says of which links somebody else takes care. A link that would lead there anyhow is not touched.
 */
export async function movedLinks(
  course: Course,
  moves: readonly FileMove[],
  routes: Routes,
  isLeft: (uri: string, link: WrittenLink) => boolean,
): Promise<CourseEdit[]> {
  const names = moves.map(({ from }) => nameOf(from));
  const edits: CourseEdit[] = [];
  for (const [uri, { links, places }] of course.all(fileLinks)) {
    const isMoved = movedTo(uri, moves) !== uri;
    for (const { span, ...link } of links) {
      if (link.kind === 'label' || (!isMoved && !mayName(link.target, names)) || isLeft(uri, link)) continue;
      const isNote = link.kind === 'wiki' || link.kind === 'embed';
      const written = await (isNote
        ? movedNote(course, link.target, uri, moves)
        : movedPath(course, link, uri, moves, routes));
      if (written === undefined || written === link.target) continue;
      const newText = courseLanguageOf(uri) === 'python' ? inString(written) : written;
      if (newText !== undefined) edits.push({ uri, range: places.rangeOf(span), newText });
    }
  }
  return edits;
}

/** A link names the file or folder that it leads to, but for the page of a folder. */
const mayName = (target: string, names: readonly (string | undefined)[]): boolean =>
  target.includes('%') || names.some((name) => name === undefined || target.toLowerCase().includes(name));

function nameOf(uri: string): string | undefined {
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))
    .replace(/\.[^.]+$/, '')
    .toLowerCase();
  // A note's name may be written with other signs between its words, and in another Unicode form.
  return /^(?:_?index|readme)$|[\s_-]|\P{ASCII}/u.test(name) ? undefined : name;
}

/** A destination as a string of a program may hold it; undefined where what stays of it cannot be told. */
const inString = (written: string): string | undefined =>
  /[\\\n]/.test(written)
    ? undefined
    : written.replace(/["'{}]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
