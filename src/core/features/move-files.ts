import type { Course } from '../course/course';
import type { CourseEdit } from '../course/course-edit';
import { type FileMove, movedTo } from '../links/file-move';
import { isUnseen } from '../links/link';
import { movedLinks } from '../links/moved-links';
import type { CourseSettings } from '../settings';
import { movedData } from './demos/moved-data';

/** Whose links VS Code's own markdown lets follow, if its reader wants so: to pages, pictures and what moves with its folder. */
const followedElsewhere =
  /\/[^./]*$|\.(?:md|mkd|mdwn|mdown|markdown|markdn|mdtxt|mdtext|workbook|jpe?g?|png|bmp|gif|ico|webp|avif|tiff|svg|mp4)$/i;

/**
 * The edits that let links and demos of a course follow files and folders to their new places, made before these move.
 * Where the editor follows links of plain markdown itself, those are left to it.
 */
export async function moveFiles(
  course: Course,
  moves: readonly FileMove[],
  settings: CourseSettings,
  hasBuiltInMarkdown: (uri: string) => boolean,
): Promise<readonly CourseEdit[]> {
  const real = moves.filter(({ from, to }) => from !== to && from !== course.root);
  if (real.length === 0) return [];
  const isFollowed = real.some(({ from }) => followedElsewhere.test(from));
  const links = await movedLinks(
    course,
    real,
    settings.links.routes,
    (uri, link) => !isUnseen(link) && hasBuiltInMarkdown(uri) && (isFollowed || movedTo(uri, real) !== uri),
  );
  return [...links, ...(await movedData(course, real))];
}
