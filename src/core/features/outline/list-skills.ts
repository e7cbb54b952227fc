import type { Course } from '../../course/course';
import { pathIn } from '../../course/path-in';
import { type FileTerms, fileTerms } from '../../glossary/file-terms';
import { type Skill, skillsOf } from '../../outline/skills';

/** The skills of one file of a course. */
export interface FileSkills {
  readonly uri: string;
  /** For people: where the file stands below the course's root. */
  readonly path: string;
  readonly skills: readonly Skill[];
}

/**
 * The files of a course that number skills, in the order of their names: `2` before `10`. Closed files are read when
 * this is first asked, and again only when they have changed: most courses are indexed without anybody asking.
 */
export async function listSkills(course: Course): Promise<FileSkills[]> {
  const files: FileSkills[] = [];
  for (const uri of [...course.uris]) {
    const skills = await skillsIn(course, uri);
    if (skills.length > 0) files.push({ uri, path: pathIn(uri, course.root), skills });
  }
  return files.sort((a, b) => byName.compare(a.path, b.path));
}

/** By what else is known of a file, which is another object as soon as the file is another. */
const known = new WeakMap<FileTerms, readonly Skill[]>();

async function skillsIn(course: Course, uri: string): Promise<readonly Skill[]> {
  const state = course.fact(fileTerms, uri);
  const skills = state && known.get(state);
  if (skills) return skills;
  const document = await course.document(uri);
  const read = document ? skillsOf(document) : [];
  if (state) known.set(state, read);
  return read;
}

const byName = new Intl.Collator('en', { numeric: true });
