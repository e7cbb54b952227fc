import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { CourseLanguage } from '../core/course/course-document';
import { courseLanguageOf } from '../core/course/course-language';
import { getOrSet } from '../core/get-or-set';
import { createCourseService } from '../core/service';
import { type CourseSettings, mergedSettings, readSettings } from '../core/settings';
import { courseFolderOf, readCourseSettings, readSettingsFile } from '../host/course-settings';
import { createDiskWorkspace } from '../host/disk-workspace';
import { HumanError, systemReason } from '../host/human-error';
import { createOwnCourseReader, createOwnDemoSolver, createOwnJudge } from '../host/own-workers';
import { decodeSource, readSource } from '../host/read-source';

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
}

/**
 * One run of the command line: the named files, read; the courses they belong to; and the service over both. What
 * cannot be read is said on stderr, counted in `unreadable`, and the rest goes on.
 */
export async function openSession(paths: readonly string[], options: SessionOptions = {}) {
  let unreadable = 0;
  const complain = (message: string) => {
    unreadable++;
    process.stderr.write(`coursewright: ${message}\n`);
  };
  const judge = createOwnJudge();
  judge.warm();
  // Nobody waits at a prompt for each key: a busy machine must not make a demo fail.
  const demos = createOwnDemoSolver({ timeout: 600_000 });
  const reader = createOwnCourseReader();
  const roots = new Map<string, Promise<CourseSettings>>();
  const common = options.config ? await configFile(options.config) : undefined;
  const settingsOf = (root: string): Promise<CourseSettings> =>
    getOrSet(roots, root, async () =>
      readSettings(mergedSettings(await readCourseSettings(URI.parse(root).fsPath), common)),
    );
  const workspace = createDiskWorkspace({
    roots: () => [...roots.keys()],
    excludes: async (root) => (await settingsOf(root)).exclude,
    onUnreadable: complain,
  });
  const service = createCourseService({
    workspace,
    judge,
    demos,
    reader,
    settingsOf: (uri) => settingsOf(service.courseOf(uri).root),
  });

  const named = new Map<string, NamedFile>();
  const add = async (path: string, explicit: boolean) => {
    const uri = URI.file(path).toString();
    if (named.has(uri)) return;
    try {
      const { text, bom } = await readSource(path);
      const language = courseLanguageOf(path) ?? 'markdown';
      named.set(uri, { uri, path: relativePath(path), file: path, text, bom, language, explicit });
    } catch (error) {
      if (!(error instanceof HumanError)) throw error;
      complain(error.message);
    }
  };
  for (const argument of paths) {
    if (argument === '-') {
      const name = options.stdinPath ?? 'stdin.md';
      const path = resolve(name);
      const { text, bom } = decodeSource(await readStdin(), name);
      const uri = URI.file(path).toString();
      await settingsOf(URI.file(await courseFolderOf(path)).toString());
      const language = courseLanguageOf(path) ?? 'markdown';
      named.set(uri, { uri, path: relativePath(path), file: undefined, text, bom, language, explicit: true });
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
      const root = URI.file(path).toString();
      await settingsOf(root);
      for (const uri of (await workspace.list(root)) ?? []) await add(URI.parse(uri).fsPath, false);
    } else {
      await settingsOf(URI.file(await courseFolderOf(path)).toString());
      await add(path, true);
    }
  }
  for (const file of named.values()) {
    service.open({ uri: file.uri, text: file.text, version: 0 }, file.language);
  }
  return {
    service,
    dispose: () => Promise.all([judge.dispose(), demos.dispose(), reader.dispose()]),
    settingsOf,
    files: [...named.values()],
    /** Reads the rest of each course, for terms and links that the named files use. */
    loadCourses: () => Promise.all([...roots.keys()].map((root) => service.load(root))),
    get unreadable() {
      return unreadable;
    },
  };
}

export type Session = Awaited<ReturnType<typeof openSession>>;

async function configFile(path: string): Promise<Record<string, unknown>> {
  try {
    return await readSettingsFile(resolve(path));
  } catch (error) {
    if (error instanceof HumanError) throw error;
    throw new HumanError(`--config ${path}: ${systemReason(error)}`);
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** As the contract has it: relative to the working folder, forward slashes. */
export const relativePath = (path: string): string => relative(process.cwd(), path).split(sep).join('/') || '.';

/** The same of a file's URI. */
export const relativeUri = (uri: string): string => relativePath(URI.parse(uri).fsPath);
