import { type Dirent, existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { URI } from 'vscode-uri';
import { courseLanguageOf } from '../core/course/course-language';
import { type CourseSettings, defaultSettings } from '../core/settings';
import type { CourseWorkspace } from '../core/workspace';
import { isImage, isTable } from './file-kinds';
import { createFolderNames } from './folder-names';
import { HumanError, isMissing, systemReason } from './human-error';
import { readData } from './read-data';
import { readSource, readText } from './read-source';
import { isSettingsFile } from './settings-file-names';
import { spellings } from './spellings';

export interface DiskWorkspaceOptions {
  /** Course folders as URIs; read anew at each question, so that an editor may add and remove some. */
  roots(): readonly string[];
  /** What to leave out under a root: by name, and by size. */
  settingsOf(root: string): Promise<Pick<CourseSettings, 'exclude' | 'files'>>;
  /** Hears of folders that cannot be read; the rest is still listed. */
  onUnreadable?(message: string): void;
  /** Hears of files that are there and cannot be read, or are not: no regular files, too large, not UTF-8. */
  onLeftOut?(message: string): void;
}

/** The course files on disk. `.gitignore` files are respected at every level; links to folders are not followed. */
export function createDiskWorkspace(options: DiskWorkspaceOptions): CourseWorkspace & {
  /** The paths of all folders under a root that may hold course files, the root's own first. */
  folders(root: string): Promise<readonly string[]>;
  /** The folders below a root that a settings file marks as courses of their own, as URIs. */
  markedFolders(root: string): Promise<readonly string[]>;
} {
  const rootOf = (uri: string): string | undefined => {
    const roots = options.roots().filter((one) => uri.startsWith(`${one}/`));
    return roots.sort((a, b) => b.length - a.length)[0];
  };
  const rulesAt = async (root: string, folder: string): Promise<Rules[]> => [
    ...rulesAbove(folder),
    { base: folder, rules: ignore().add([...(await options.settingsOf(root)).exclude]) },
  ];
  const walkUnder = async (
    root: string,
    accepts: (name: string) => boolean,
    others: ReadonlySet<string> = new Set(options.roots().map((other) => URI.parse(other).fsPath)),
    complain = options.onUnreadable ?? (() => {}),
  ): Promise<Walker | undefined> => {
    if (!root.startsWith('file:')) return undefined;
    const folder = URI.parse(root).fsPath;
    const walker: Walker = {
      accepts,
      enters: (path) => !others.has(path),
      complain,
      paths: [],
      folders: [],
    };
    await walk(folder, await rulesAt(root, folder), walker);
    return walker;
  };
  const list = async (root: string, accepts: (name: string) => boolean): Promise<string[] | undefined> =>
    (await walkUnder(root, accepts))?.paths.map((path) => URI.file(path).toString());
  const folderNames = createFolderNames();
  return {
    get roots() {
      return options.roots();
    },

    list: (root) => list(root, (name) => courseLanguageOf(name) !== undefined),
    folders: async (root) => (await walkUnder(root, () => false))?.folders ?? [],
    async markedFolders(root) {
      // What cannot be read is told when the course is.
      const marks = (await walkUnder(root, isSettingsFile, new Set(), () => {}))?.paths ?? [];
      const folders = new Set(marks.map((path) => URI.file(dirname(path)).toString()));
      folders.delete(root);
      return [...folders];
    },
    listImages: async (root) => (await list(root, isImage)) ?? [],
    listTables: async (root) => (await list(root, isTable)) ?? [],

    async covers(uri) {
      const root = rootOf(uri);
      if (!root?.startsWith('file:')) return true;
      const folder = URI.parse(root).fsPath;
      const path = URI.parse(uri).fsPath;
      const rules = await rulesAt(root, folder);
      let at = folder;
      for (const name of relative(folder, path).split(sep)) {
        const own = rulesOf(at);
        if (own) rules.push(own);
        at = join(at, name);
        const isFolder = at !== path;
        if ((isFolder && isNeverCourse(name)) || isIgnored(at, isFolder, rules)) return false;
      }
      return true;
    },

    async read(uri) {
      if (!uri.startsWith('file:')) return undefined;
      const root = rootOf(uri);
      const { files } = root ? await options.settingsOf(root) : defaultSettings;
      try {
        return { uri, text: readSource(URI.parse(uri).fsPath, files.maxSize).text, version: 0 };
      } catch (error) {
        if (!(error instanceof HumanError)) throw error;
        if (!isMissing(error.cause)) options.onLeftOut?.(error.message);
        return undefined;
      }
    },

    readData: async (uri, root, maxSize) => readData(uri, root, maxSize),

    async spellings(uri) {
      if (!uri.startsWith('file:')) return [uri];
      // Answered at once: a course has thousands of links, and waiting for each would cost more than the answer.
      const path = URI.parse(uri).fsPath;
      const root = rootOf(uri);
      if (!root) return existsSync(path) ? [uri] : [];
      const folder = URI.parse(root).fsPath;
      const found = spellings(folder, relative(folder, path).split(sep), folderNames);
      return found.includes(path) ? [uri] : found.map((one) => URI.file(one).toString());
    },
  };
}

interface Rules {
  readonly base: string;
  readonly rules: Ignore;
}

interface Walker {
  /** Whether a folder is this walk's, and no other course's. */
  enters(path: string): boolean;
  accepts(name: string): boolean;
  complain(message: string): void;
  readonly paths: string[];
  readonly folders: string[];
}

/** What the `.gitignore` files above a folder say, up to the repository's own; nothing when they ignore the folder itself. */
function rulesAbove(folder: string): Rules[] {
  const rules: Rules[] = [];
  for (let base = folder; !existsSync(join(base, '.git')); ) {
    if (dirname(base) === base) return [];
    base = dirname(base);
    const own = rulesOf(base);
    if (own) rules.unshift(own);
  }
  return rules.length > 0 && isIgnored(folder, true, rules) ? [] : rules;
}

async function walk(folder: string, inherited: readonly Rules[], walker: Walker): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    walker.complain(`${folder}: ${systemReason(error)}`);
    return;
  }
  walker.folders.push(folder);
  const own = entries.some((entry) => entry.name === '.gitignore' && entry.isFile()) && rulesOf(folder);
  const rules = own ? [...inherited, own] : inherited;
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!isNeverCourse(entry.name) && walker.enters(path) && !isIgnored(path, true, rules)) {
        await walk(path, rules, walker);
      }
    } else if (walker.accepts(entry.name) && !isIgnored(path, false, rules)) {
      // Whether it is a file at all is told where it is read.
      walker.paths.push(path);
    }
  }
}

/** What a folder's own `.gitignore` says. */
function rulesOf(folder: string): Rules | undefined {
  try {
    const text = readText(join(folder, '.gitignore'), defaultSettings.files.maxSize);
    return { base: folder, rules: ignore().add(text) };
  } catch (error) {
    if (error instanceof HumanError) return undefined;
    throw error;
  }
}

/** Hidden folders hold what tools and waste baskets keep (`.git`, `.trash`, `.claude`); only a host's may be meant for readers. */
const isNeverCourse = (folderName: string): boolean =>
  folderName === 'node_modules' || (folderName.startsWith('.') && folderName !== '.github');

/** The innermost rule that speaks of a path decides, as in git. */
function isIgnored(path: string, folder: boolean, rules: readonly Rules[]): boolean {
  for (const { base, rules: own } of [...rules].reverse()) {
    const name = relative(base, path).split(sep).join('/') + (folder ? '/' : '');
    const { ignored, unignored } = own.test(name);
    if (ignored || unignored) return ignored;
  }
  return false;
}
