import type { Course } from '../course/course';
import { type FileMove, movedTo } from './file-move';
import { findNote, notesCalled, pageEnding, partedName } from './notes';

/**
 * How a vault's link is written once files have moved: by the note's new name, or by its path where it was so or where
 * others are called the same. Undefined where it means none of the files that move, or does so by another name.
 */
export async function movedNote(
  course: Course,
  written: string,
  documentUri: string,
  moves: readonly FileMove[],
): Promise<string | undefined> {
  const { name } = partedName(written);
  const found = name === '' ? undefined : await findNote(course, written, documentUri);
  if (found?.kind !== 'file') return undefined;
  const goal = movedTo(found.uri, moves);
  if (goal === found.uri || !goal.startsWith(`${course.root}/`)) return undefined;
  const at = written.indexOf(name);
  const ending = pageEnding.exec(name)?.[0] ?? '';
  const before = pathOf(course, found.uri);
  const after = pathOf(course, goal);
  const bare = name.slice(0, name.length - ending.length);
  // By one of its aliases it is meant wherever it stands.
  if (lastOf(bare).toLowerCase() !== lastOf(before).toLowerCase() && !before.toLowerCase().endsWith(bare.toLowerCase()))
    return undefined;
  const others = (await notesCalled(course, lastOf(after))).filter((uri) => uri !== found.uri && uri !== goal);
  const isPath = bare.includes('/');
  if (isPath ? `/${after}`.endsWith(`/${bare}`) : others.length === 0 && lastOf(before) === lastOf(after)) {
    return undefined;
  }
  const newName = isPath || others.length > 0 ? after : lastOf(after);
  if (/[[\]|#^]/.test(newName)) return undefined;
  const newEnding = pageEnding.exec(decodeURIComponent(goal))?.[0] ?? '';
  return written.slice(0, at) + newName + (ending === '' ? '' : newEnding) + written.slice(at + name.length);
}

/** A note's path from the course's folder, without the ending of a page. */
const pathOf = (course: Course, uri: string): string =>
  decodeURIComponent(uri.slice(course.root.length + 1)).replace(pageEnding, '');

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
