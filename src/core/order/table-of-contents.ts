import type { Course } from '../course/course';
import { foldersAbove } from '../course/folders-above';
import { getOrSet } from '../get-or-set';
import { contentsFormats } from './contents-formats';
import { pageNamed } from './page-named';

/** The order in which a course states that its pages are read. */
export interface TableOfContents {
  /** The name of the file that states it. */
  readonly source: string;
  /** The place of each page, by its URI. */
  readonly places: ReadonlyMap<string, number>;
}

interface Known {
  readonly revision: number;
  readonly files: ReadonlySet<string>;
  readonly folders: Map<string, Promise<TableOfContents | undefined>>;
}

const known = new WeakMap<Course, Known>();

/** The nearest table of contents, in a page's own folder or one above, that names the page. */
export async function tableOfContents(course: Course, uri: string): Promise<TableOfContents | undefined> {
  let current = known.get(course);
  if (current?.revision !== course.revision) {
    current = { revision: course.revision, files: new Set(course.uris), folders: new Map() };
    known.set(course, current);
  }
  const { files, folders } = current;
  for (const folder of foldersAbove(uri, course.root)) {
    const found = await getOrSet(folders, folder, () => contentsIn(course, folder, files));
    if (found?.places.has(uri)) return found;
  }
  return undefined;
}

async function contentsIn(
  course: Course,
  folder: string,
  files: ReadonlySet<string>,
): Promise<TableOfContents | undefined> {
  for (const { file, read } of contentsFormats) {
    const uri = `${folder}/${file}`;
    const text = course.openDocument(uri)?.text ?? (await course.text(uri));
    if (text === undefined) continue;
    const contents = read(text);
    const from = contents.folder === '' ? uri : `${folder}/${contents.folder}/page`;
    const pages = new Set(contents.paths.flatMap((path) => pageNamed(files, path, from, course.root) ?? []));
    // One page alone has no order.
    if (pages.size > 1) return { source: file, places: new Map([...pages].map((page, i) => [page, i])) };
  }
  return undefined;
}
