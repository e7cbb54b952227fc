import { stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { URI } from 'vscode-uri';
import type { Cancellation } from '../core/cancellation';
import type { CourseLanguage } from '../core/course/course-document';
import { courseLanguageOf } from '../core/course/course-language';
import { getOrSet } from '../core/get-or-set';
import { createCourseService } from '../core/service';
import { type CourseSettings, mergedSettings, readSettings } from '../core/settings';
import { courseFolderOf, markedFolderOf, readCourseSettings, readSettingsFile } from '../host/course-settings';
import { createDiskWorkspace } from '../host/disk-workspace';
import { complain as sayComplaint } from '../host/for-terminal';
import { HumanError, systemReason } from '../host/human-error';
import { decodeSource, readSource } from '../host/read-source';
import { type Replacement, replaceFile } from '../host/replace-file';
import { tooLarge } from '../host/too-large';
import { PackedText } from './packed-text';
import { ownWorkers, type SessionWorkers } from './session-workers';

/**
 * How many characters of the named files may be held as models, each of which needs some twenty bytes, and as texts; of
 * more, every file is read once for what the others must know of it, and once when its turn comes, and its text is packed.
 */
const mostModelled = 8_000_000;

/** A file that a command was asked about. */
export interface NamedFile {
  readonly uri: string;
  /** Relative to the working folder, with forward slashes; `--stdin-path` for standard input. */
  readonly path: string;
  /** Where to write it back; undefined for standard input. */
  readonly file: string | undefined;
  readonly text: string;
  readonly bom: boolean;
  readonly language: CourseLanguage;
  /** Named itself, not found in a named folder. */
  readonly explicit: boolean;
}

export interface SessionOptions {
  readonly config?: string | undefined;
  readonly stdinPath?: string | undefined;
  /** For a run that judges diagrams: whether what was judged in earlier runs counts. */
  readonly verdicts?: 'remembered' | 'fresh';
  /** Whether a named folder is a course of its own, whatever stands above it. */
  readonly folderIsCourse?: boolean;
  /** Where the work is done; threads of this session's own unless they are given, and then left running. */
  readonly workers?: SessionWorkers;
  /** What stands over the disk: an editor's texts, its settings and its way to write. */
  readonly editor?: EditorOfSession;
}

/** An editor, as a session sees it. */
export interface EditorOfSession {
  /** The text that is open of a file, by its canonical URI; undefined where the disk's counts. */
  textOf(uri: string): string | undefined;
  /** What holds in the course of this root. */
  settingsOf(root: string): Promise<CourseSettings>;
  /** Takes what would be written to the disk. */
  write(written: WrittenText): void;
}

/** A file that is to be written: its text as it was read, and as it shall be. */
export interface WrittenText {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
}

/**
 * One run of the command line: the named files, read; the courses they belong to; and the service over both. What
 * cannot be read or written is said on stderr, makes it `incomplete`, and the rest goes on.
 */
export async function openSession(paths: readonly string[], options: SessionOptions = {}) {
  let incomplete = false;
  const complain = (message: string) => {
    incomplete = true;
    sayComplaint(message);
  };
  /** Does something with one file; what the person must know of it is said, and ends nothing. */
  const orComplain = async (act: () => void | Promise<void>): Promise<boolean> => {
    try {
      await act();
      return true;
    } catch (error) {
      if (!(error instanceof HumanError)) throw error;
      complain(error.message);
      return false;
    }
  };
  const { workers, warm, dispose } = options.workers
    ? { workers: options.workers, warm: () => {}, dispose: async () => {} }
    : ownWorkers(options.verdicts);
  const roots = new Map<string, Promise<CourseSettings>>();
  const common = options.config ? await configFile(options.config) : undefined;
  const settingsOf = (root: string): Promise<CourseSettings> =>
    getOrSet(roots, root, async () =>
      options.editor
        ? options.editor.settingsOf(root)
        : readSettings(mergedSettings(await readCourseSettings(URI.parse(root).fsPath), common)),
    );
  const workspace = createDiskWorkspace({
    roots: () => [...roots.keys()],
    settingsOf,
    onUnreadable: complain,
  });
  const failures = new Set<string>();
  const service = createCourseService({
    workspace,
    ...workers,
    failed: (uri, error) => {
      const failure = `${relativeUri(uri)}: ${error instanceof Error ? error.message : String(error)}`;
      if (failures.has(failure)) return;
      failures.add(failure);
      complain(failure);
    },
    settingsOf: (uri) => settingsOf(service.courseOf(uri).root),
  });

  const named = new Map<string, NamedFile>();
  let size = 0;
  const take = (file: Omit<NamedFile, 'text'>, text: string, { isStored }: { readonly isStored: boolean }) => {
    size += text.length;
    const held = isStored && size > mostModelled ? new PackedText(text) : { text };
    const found = {
      ...file,
      get text() {
        return held.text;
      },
    };
    named.set(file.uri, found);
    // Mermaid needs its memory only where there is a diagram, and loads while the other files are read.
    if (text.includes('mermaid') || file.language === 'mermaid') warm();
  };
  const folders = new Set<string>();
  const add = (path: string, explicit: boolean, { files }: CourseSettings) => {
    const uri = URI.file(path).toString();
    if (named.has(uri)) return;
    return orComplain(() => {
      const open = options.editor?.textOf(uri);
      const { text, bom } = open === undefined ? readSource(path, files.maxSize) : { text: open, bom: false };
      const language = courseLanguageOf(path) ?? 'markdown';
      const file = { uri, path: relativePath(path), file: path, bom, language, explicit };
      take(file, text, { isStored: open === undefined });
    });
  };
  for (const argument of paths) {
    if (argument === '-') {
      const name = options.stdinPath ?? 'stdin.md';
      const path = resolve(name);
      const uri = URI.file(path).toString();
      const { files } = await settingsOf(URI.file(await courseFolderOf(path)).toString());
      await orComplain(async () => {
        const { text, bom } = decodeSource(await readStdin(name, files.maxSize), name);
        const language = courseLanguageOf(path) ?? 'markdown';
        const file = { uri, path: relativePath(path), file: undefined, bom, language, explicit: true };
        take(file, text, { isStored: false });
      });
      continue;
    }
    const path = resolve(argument);
    let folder: boolean;
    try {
      folder = (await stat(path)).isDirectory();
    } catch (error) {
      complain(`${argument}: ${systemReason(error)}`);
      continue;
    }
    if (folder) {
      const own = URI.file(path).toString();
      const marked = options.folderIsCourse ? undefined : markedFolderOf(path);
      const root = marked ? URI.file(marked).toString() : own;
      await settingsOf(root);
      const courses = [root, ...(await workspace.markedFolders(root))];
      await Promise.all(courses.map(settingsOf));
      for (const course of courses) {
        for (const uri of (await workspace.list(course)) ?? []) {
          const named = root === own || uri.startsWith(`${own}/`);
          if (named) await add(URI.parse(uri).fsPath, false, await settingsOf(course));
        }
      }
      folders.add(path);
    } else {
      await add(path, true, await settingsOf(URI.file(await courseFolderOf(path)).toString()));
      folders.add(dirname(path));
    }
  }
  for (const file of named.values()) {
    const { uri } = file;
    service.open(
      {
        uri,
        get text() {
          return file.text;
        },
        version: 0,
      },
      file.language,
    );
  }
  /** Lets the model of a file go where all of them together would need too much memory. */
  const letGo = ({ uri }: NamedFile) => {
    if (size > mostModelled) service.condense(uri);
  };
  return {
    service,
    dispose,
    files: [...named.values()],
    /** The named folders, and those of the named files: `--fix` writes nowhere else. */
    folders: [...folders] as readonly string[],
    /** Reads the rest of each course, for terms and links that the named files use. */
    loadCourses: async (cancellation?: Cancellation) => {
      await Promise.all([...roots.keys()].map((root) => service.load(root, cancellation)));
      for (const file of named.values()) {
        if (cancellation?.aborted) return;
        letGo(file);
        await setImmediate();
      }
    },
    letGo,
    /** Writes a text over the one that was read, within these real folders; throws a {@link HumanError} where it cannot. */
    replace: ({ uri, file, text, bom }: NamedFile, after: string, within: Replacement['folders']) => {
      if (options.editor) options.editor.write({ uri, before: text, after });
      else replaceFile({ path: file!, before: encoded(bom, text), after: encoded(bom, after), folders: within });
    },
    orComplain,
    /** The courses of the named files, with the settings that hold in each. */
    courses: async () => Promise.all([...roots].map(async ([root, settings]) => ({ root, settings: await settings }))),
    /** Whether anything was to be complained of. */
    get incomplete() {
      return incomplete;
    },
  };
}

export type Session = Awaited<ReturnType<typeof openSession>>;

/** The bytes of a file's text. */
export const encoded = (bom: boolean, text: string): Buffer => Buffer.from(`${bom ? '\ufeff' : ''}${text}`);

async function configFile(path: string): Promise<Record<string, unknown>> {
  try {
    return await readSettingsFile(path);
  } catch (error) {
    if (error instanceof HumanError) throw error;
    throw new HumanError(`--config ${path}: ${systemReason(error)}`);
  }
}

async function readStdin(name: string, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > limit) throw new HumanError(tooLarge(name, limit));
  }
  return Buffer.concat(chunks);
}

/** As the contract has it: relative to the working folder, forward slashes. */
export const relativePath = (path: string): string => relative(process.cwd(), path).split(sep).join('/') || '.';

/** The same of a file's URI. */
export const relativeUri = (uri: string): string => relativePath(URI.parse(uri).fsPath);
