import type { Course } from '../../course/course';
import { foldersAbove } from '../../course/folders-above';
import { getOrSet } from '../../get-or-set';
import type { MermaidTarget } from './mermaid-target';
import { siteSources } from './site-sources';

/** What is stated beside the course: the setting, and the version of the client's own preview. */
export interface StatedTarget {
  /** `none` for no target at all; null where the author says nothing. */
  readonly setting: string | null;
  readonly preview?: string | undefined;
}

/** The author's word, else what the site is built with, else the client's preview. */
export async function readerTarget(
  course: Course,
  uri: string,
  { setting, preview }: StatedTarget,
): Promise<MermaidTarget | undefined> {
  if (setting === 'none') return undefined;
  if (setting !== null) return { version: setting, source: 'the setting coursewright.mermaid.target' };
  return (
    (await siteTarget(course, uri)) ?? (preview ? { version: preview, source: 'the preview of VS Code' } : undefined)
  );
}

interface Known {
  readonly revision: number;
  readonly folders: Map<string, Promise<MermaidTarget | undefined>>;
}

const known = new WeakMap<Course, Known>();

/** The Mermaid of the site that a file is a page of, by the nearest file that tells. */
async function siteTarget(course: Course, uri: string): Promise<MermaidTarget | undefined> {
  let current = known.get(course);
  if (current?.revision !== course.revision) {
    current = { revision: course.revision, folders: new Map() };
    known.set(course, current);
  }
  for (const folder of [...foldersAbove(uri, course.root), ...(await repositoryAbove(course))]) {
    const found = await getOrSet(current.folders, folder, () => targetIn(course, folder));
    if (found) return found;
  }
  return undefined;
}

async function targetIn(course: Course, folder: string): Promise<MermaidTarget | undefined> {
  const read = (name: string) => course.text(`${folder}/${name}`);
  for (const source of siteSources) {
    for (const file of source.files) {
      const text = await read(file);
      const version = text === undefined ? undefined : await source.version(text, read);
      if (version) return typeof version === 'string' ? { version, source: file } : version;
    }
  }
  return undefined;
}

/** How many folders above a course are looked through for the root of its repository. */
const mostAbove = 8;

/** The folders above the root of a course, up to its repository's; none where it lies in none. `docs` alone may be what was opened. */
async function repositoryAbove(course: Course): Promise<readonly string[]> {
  const folders: string[] = [];
  let folder = course.root.replace(/\/$/, '');
  for (let level = 0; level <= mostAbove; level++) {
    // In a worktree and a submodule it is a file.
    for (const mark of ['.git/HEAD', '.git'])
      if ((await course.text(`${folder}/${mark}`)) !== undefined) return folders;
    folder = folder.slice(0, folder.lastIndexOf('/'));
    if (!/^[\w+.-]+:\/\/[^/]*\/./.test(folder)) return [];
    folders.push(folder);
  }
  return [];
}
