import type { Course } from '../course/course';
import { foldersAbove } from '../course/folders-above';
import { fileLinks } from './file-links';
import type { FoundTarget } from './find-target';
import { isPicture } from './is-picture';

/** The notes and pictures of a course by their names without case, as a vault finds them in any folder. */
interface Notes {
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** The notes whose front matter gives them another name; asked where no file is called so. */
  readonly byAlias: ReadonlyMap<string, string>;
  /** Whether the course writes its links by name, whatever its folders say. */
  isVault?: boolean;
  /** Whether its authors link to notes before they write them. */
  plans?: boolean;
}

const known = new WeakMap<Course, { readonly revision: number; readonly notes: Promise<Notes> }>();

/** The ending of a page, which a vault's links leave out. */
export const pageEnding = /\.(?:md|mdx|qmd|markdown|rmd)$/i;
const fileEnding = /\.[a-z\d]{1,10}$/i;

/** What a vault's link means: the note or picture of that name, in the same folder before others, near the root before deep. */
export async function findNote(course: Course, written: string, documentUri: string): Promise<FoundTarget> {
  const { name, fragment } = partedName(written);
  if (name === '') return { kind: 'file', uri: documentUri, fragment };
  if (/^[a-z][\w+.-]*:|[{}<>%]|\/$/i.test(name)) return { kind: 'unknown' };
  const uri = noteNamed(await notesOf(course), name, documentUri, course.root);
  if (uri !== undefined) return { kind: 'file', uri, fragment };
  const hasOtherEnding = fileEnding.test(name) && !pageEnding.test(name) && !isPicture(name);
  // A number between brackets is more often an index or a source than a note.
  return /^[\d\s,.:;-]+$/.test(name) || hasOtherEnding || name.startsWith('.')
    ? { kind: 'unknown' }
    : { kind: 'missing' };
}

/** Whether the links by name in a file are meant so: around it is a vault, or the course's own mostly lead to notes. */
export async function isInVault(course: Course, documentUri: string): Promise<boolean> {
  for (const folder of foldersAbove(documentUri, course.root)) {
    if (await course.exists(`${folder}/.obsidian`)) return true;
  }
  const notes = await notesOf(course);
  notes.isVault ??= readsAsVault(course, notes);
  return notes.isVault;
}

/** So many links to notes that are nowhere are no slips: whoever writes a vault may link to what is yet to be written. */
const planned = 20;

/** Whether the authors of a course link by name to many notes that are not written yet. */
export async function plansNotes(course: Course): Promise<boolean> {
  const notes = await notesOf(course);
  notes.plans ??= unwritten(course, notes).size >= planned;
  return notes.plans;
}

function unwritten(course: Course, notes: Notes): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [uri, { links }] of course.all(fileLinks)) {
    for (const { kind, target } of links) {
      const { name } = partedName(target);
      if (kind !== 'wiki' || name === '' || fileEnding.test(name)) continue;
      if (noteNamed(notes, name, uri, course.root) === undefined) names.add(folded(name));
    }
  }
  return names;
}

function readsAsVault(course: Course, notes: Notes): boolean {
  let all = 0;
  let found = 0;
  for (const [uri, { links }] of course.all(fileLinks)) {
    for (const { kind, target } of links) {
      if (kind !== 'wiki' && kind !== 'embed') continue;
      const { name } = partedName(target);
      // Nothing but a vault shows a picture so.
      if (kind === 'embed' && isPicture(name)) return true;
      if (name === '') continue;
      all++;
      if (noteNamed(notes, name, uri, course.root) !== undefined) found++;
    }
  }
  return found >= 3 && found * 3 >= all * 2;
}

/** A link's note and what is named in it: the last of several headings, or a block behind `^`. */
export function partedName(written: string): { readonly name: string; readonly fragment: string | undefined } {
  const end = written.search(/[#^]/);
  if (end < 0) return { name: written.trim(), fragment: undefined };
  const rest = written.slice(end);
  const fragment = rest.startsWith('^') ? rest : rest.slice(rest.lastIndexOf('#') + 1);
  return { name: written.slice(0, end).trim(), fragment: fragment.trim() };
}

/** The shortest name by which a vault finds a note: its path where others are called so too. */
export async function nameOfNote(course: Course, uri: string): Promise<string> {
  const path = pathOf(uri, course.root).replace(pageEnding, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (await notesCalled(course, name)).length > 1 ? path : name;
}

/** The notes that a name without folders may mean. */
export const notesCalled = async (course: Course, name: string): Promise<readonly string[]> =>
  (await notesOf(course)).byName.get(folded(name)) ?? [];

function notesOf(course: Course): Promise<Notes> {
  const before = known.get(course);
  if (before?.revision === course.revision) return before.notes;
  const notes = readNotes(course);
  known.set(course, { revision: course.revision, notes });
  return notes;
}

async function readNotes(course: Course): Promise<Notes> {
  const byName = new Map<string, string[]>();
  for (const uri of new Set([...course.uris, ...(await course.images())])) {
    const path = pathOf(uri, course.root);
    const name = folded(path.slice(path.lastIndexOf('/') + 1).replace(pageEnding, ''));
    const same = byName.get(name);
    if (same) same.push(uri);
    else byName.set(name, [uri]);
  }
  const byAlias = new Map<string, string>();
  for (const [uri, { names }] of course.all(fileLinks)) {
    for (const alias of names.aliases) if (!byAlias.has(folded(alias))) byAlias.set(folded(alias), uri);
  }
  return { byName, byAlias };
}

function noteNamed({ byName, byAlias }: Notes, name: string, documentUri: string, root: string): string | undefined {
  const segments = name
    .replace(pageEnding, '')
    .split('/')
    .filter((segment) => !/^\.{0,2}$/.test(segment));
  const alike = byName.get(folded(segments.at(-1) ?? '')) ?? [];
  const tail = `/${segments.map(folded).join('/')}`;
  const folder = documentUri.slice(0, documentUri.lastIndexOf('/') + 1);
  const fitting = alike
    .map((uri) => ({ uri, path: pathOf(uri, root) }))
    .filter(
      ({ path }) => folded(`/${path}`).replace(pageEnding, '').endsWith(tail) || `/${folded(path)}`.endsWith(tail),
    );
  const rank = ({ uri, path }: { uri: string; path: string }): number =>
    uri.startsWith(folder) && !uri.slice(folder.length).includes('/') ? -1 : path.split('/').length;
  return fitting.sort((a, b) => rank(a) - rank(b))[0]?.uri ?? byAlias.get(folded(name));
}

const pathOf = (uri: string, root: string): string => decodeURIComponent(uri.slice(root.length + 1));

/** Case, Unicode form, and what wikis write for a space set aside. */
const folded = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/[\s_-]+/g, '-');
