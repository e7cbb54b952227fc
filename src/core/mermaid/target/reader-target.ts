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
  for (const folder of foldersAbove(uri, course.root)) {
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
