import type { Dirent } from 'node:fs';
import { access, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { URI } from 'vscode-uri';
import { courseLanguageOf } from '../core/course/parse-course-document';
import type { CourseWorkspace } from '../core/workspace';
import { HumanError, systemReason } from './human-error';
import { readSource } from './read-source';

export interface DiskWorkspaceOptions {
  /** Course folders as URIs; read anew at each question, so that an editor may add and remove some. */
  roots(): readonly string[];
  /** Glob patterns of what to leave out under a root. */
  excludes(root: string): Promise<readonly string[]>;
  /** Hears of folders that cannot be read; the rest is still listed. */
  onUnreadable?(message: string): void;
}

/** The course files on disk. `.gitignore` files are respected at every level; links to folders are not followed. */
export function createDiskWorkspace(options: DiskWorkspaceOptions): CourseWorkspace {
  const list = async (root: string, accepts: (name: string) => boolean): Promise<string[]> => {
    if (!root.startsWith('file:')) return [];
    const excluded = ignore().add([...(await options.excludes(root))]);
    const folder = URI.parse(root).fsPath;
    const walker: Walker = { accepts, paths: [], complain: options.onUnreadable ?? (() => {}) };
    await walk(folder, [{ base: folder, rules: excluded }], walker);
    return walker.paths.map((path) => URI.file(path).toString());
  };
  return {
    get roots() {
      return options.roots();
    },

    list: (root) => list(root, (name) => courseLanguageOf(name) !== undefined),
    listImages: (root) => list(root, (name) => image.test(name)),

    async read(uri) {
      if (!uri.startsWith('file:')) return undefined;
      try {
        const { text } = await readSource(URI.parse(uri).fsPath);
        return { uri, text, version: 0 };
      } catch (error) {
        if (error instanceof HumanError) return undefined;
        throw error;
      }
    },

    async exists(uri) {
      if (!uri.startsWith('file:')) return true;
      return access(URI.parse(uri).fsPath).then(
        () => true,
        () => false,
      );
    },
  };
}

const image = /\.(?:apng|avif|bmp|gif|ico|jpe?g|png|svg|tiff?|webp)$/i;

interface Rules {
  readonly base: string;
  readonly rules: Ignore;
}

interface Walker {
  accepts(name: string): boolean;
  complain(message: string): void;
  readonly paths: string[];
}

async function walk(folder: string, inherited: readonly Rules[], walker: Walker): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    walker.complain(`${folder}: ${systemReason(error)}`);
    return;
  }
  const own = entries.some((entry) => entry.name === '.gitignore' && entry.isFile())
    ? await readFile(join(folder, '.gitignore'), 'utf8').catch(() => '')
    : '';
  const rules = own ? [...inherited, { base: folder, rules: ignore().add(own) }] : inherited;
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== '.git' && entry.name !== 'node_modules' && !isIgnored(path, true, rules)) {
        await walk(path, rules, walker);
      }
    } else if (walker.accepts(entry.name) && (entry.isFile() || entry.isSymbolicLink())) {
      if (!isIgnored(path, false, rules)) walker.paths.push(path);
    }
  }
}

/** The innermost rule that speaks of a path decides, as in git. */
function isIgnored(path: string, folder: boolean, rules: readonly Rules[]): boolean {
  for (const { base, rules: own } of [...rules].reverse()) {
    const name = relative(base, path).split(sep).join('/') + (folder ? '/' : '');
    const { ignored, unignored } = own.test(name);
    if (ignored || unignored) return ignored;
  }
  return false;
}
