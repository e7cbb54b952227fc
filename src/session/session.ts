import { stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { URI } from 'vscode-uri';
import type { Cancellation } from '../core/cancellation';
import type { CourseLanguage } from '../core/course/course-document';
import { courseLanguageOf } from '../core/course/course-language';
import type { CourseReader } from '../core/course/course-reader';
import type { DemoSolver } from '../core/demos/demo-solver';
import { getOrSet } from '../core/get-or-set';
import type { TexChecker } from '../core/math/tex-checker';
import type { FormulaTypesetter } from '../core/math/typesetter';
import type { MermaidJudge } from '../core/mermaid/judge';
import { createCourseService } from '../core/service';
import { type CourseSettings, mergedSettings, readSettings } from '../core/settings';
import { courseFolderOf, markedFolderOf, readCourseSettings, readSettingsFile } from '../host/course-settings';
import { createDiskWorkspace } from '../host/disk-workspace';
import { complain as sayComplaint } from '../host/for-terminal';
import { HumanError, systemReason } from '../host/human-error';
import {
  createOwnCourseReader,
  createOwnDemoSolver,
  createOwnFormulaEngine,
  createOwnJudge,
  openOwnDemoCache,
  openOwnFormulaCache,
  openOwnVerdictCache,
} from '../host/own-workers';
import { decodeSource, readSource } from '../host/read-source';
import { rememberingJudge } from '../host/remembering-judge';
import { rememberingSolver } from '../host/remembering-solver';
import { type Replacement, replaceFile } from '../host/replace-file';
import { tooLarge } from '../host/too-large';

/**
 * How many characters of the named files may be held as models, each of which needs some twenty bytes; of more, every
 * file is read once for what the others must know of it, and once when its turn comes.
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

/** What does a session's work. */
export interface SessionWorkers {
  readonly judge: MermaidJudge;
  readonly demos: DemoSolver;
  readonly formulas: FormulaTypesetter & TexChecker;
  readonly reader: CourseReader;
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
  const { workers, dispose } = options.workers
    ? { workers: options.workers, dispose: async () => {} }
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
  const service = createCourseService({
    workspace,
    ...workers,
    settingsOf: (uri) => settingsOf(service.courseOf(uri).root),
  });

  const named = new Map<string, NamedFile>();
  const folders = new Set<string>();
  const add = (path: string, explicit: boolean, { files }: CourseSettings) => {
    const uri = URI.file(path).toString();
    if (named.has(uri)) return;
    return orComplain(() => {
      const open = options.editor?.textOf(uri);
      const { text, bom } = open === undefined ? readSource(path, files.maxSize) : { text: open, bom: false };
      const language = courseLanguageOf(path) ?? 'markdown';
      named.set(uri, { uri, path: relativePath(path), file: path, text, bom, language, explicit });
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
        named.set(uri, { uri, path: relativePath(path), file: undefined, text, bom, language, explicit: true });
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
    service.open({ uri: file.uri, text: file.text, version: 0 }, file.language);
  }
  const size = [...named.values()].reduce((sum, { text }) => sum + text.length, 0);
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

function ownWorkers(verdicts: SessionOptions['verdicts']) {
  // Nobody waits at a prompt for each key: a busy machine must not make a demo fail.
  const solver = createOwnDemoSolver({ timeout: 600_000 });
  const workers = {
    judge: ownJudge(verdicts),
    demos: verdicts === 'remembered' ? rememberingSolver(solver, openOwnDemoCache()) : solver,
    reader: createOwnCourseReader(),
    // Nor may it make a mistake in a formula go unsaid.
    formulas: createOwnFormulaEngine({
      timeout: 120_000,
      cache: verdicts === 'remembered' ? openOwnFormulaCache() : undefined,
    }),
  };
  return { workers, dispose: () => Promise.all(Object.values(workers).map((worker) => worker.dispose())) };
}

/** The bytes of a file's text. */
export const encoded = (bom: boolean, text: string): Buffer => Buffer.from(`${bom ? '\ufeff' : ''}${text}`);

function ownJudge(verdicts: SessionOptions['verdicts']): MermaidJudge {
  const judge = createOwnJudge();
  const cache = verdicts === 'remembered' ? openOwnVerdictCache() : undefined;
  // Where diagrams were judged before, perhaps none needs Mermaid today.
  if (verdicts && !cache?.size) judge.warm();
  return cache ? rememberingJudge(judge, cache) : judge;
}

async function configFile(path: string): Promise<Record<string, unknown>> {
  try {
    return await readSettingsFile(resolve(path));
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
