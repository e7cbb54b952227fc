import type { Course } from '../course/course';
import { fileSkills, type Skill } from '../outline/file-skills';

/** The skills of one file of a course. */
export interface FileSkills {
  readonly uri: string;
  /** For people: where the file stands below the course's root. */
  readonly path: string;
  readonly skills: readonly Skill[];
}

/** The files of a course that number skills, in the order of their names: `2` before `10`. */
export function listSkills(course: Course): FileSkills[] {
  return [...course.all(fileSkills)]
    .filter(([, skills]) => skills.length > 0)
    .map(([uri, skills]) => ({ uri, path: pathOf(uri, course.root), skills }))
    .sort((a, b) => byName.compare(a.path, b.path));
}

const byName = new Intl.Collator('en', { numeric: true });

function pathOf(uri: string, root: string): string {
  const path = uri.startsWith(`${root}/`) ? uri.slice(root.length + 1) : uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
