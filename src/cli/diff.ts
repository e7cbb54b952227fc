import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import type { CourseDocument } from '../core/course/course-document';
import { courseLanguageOf } from '../core/course/course-language';
import type { FileStates } from '../core/diff/course-change';
import { diffCourses } from '../core/diff/diff-courses';
import { parseCourseDocument } from '../core/parse-course-document';
import { complain } from '../host/for-terminal';
import { openRepository } from '../host/git';
import { HumanError, isMissing, systemReason } from '../host/human-error';
import { readBytes } from '../host/read-bytes';
import { oneOf, readArguments, usage } from './arguments';
import { diffFormats, diffText } from './diff-text';
import { say } from './say';

/** Files of a course are no larger. */
const mostBytes = 16 * 1024 * 1024;

/** `coursewright diff`: nodes, edges, terms and claims under the working folder that differ from a commit. */
export async function diff(args: readonly string[]): Promise<number> {
  const needed = 'name a revision to compare with, such as HEAD or main';
  const { values, positionals } = readArguments(args, { format: { type: 'string', default: 'text' } }, needed);
  const format = oneOf('--format', values.format, diffFormats);
  const [before, after, ...more] = positionals;
  if (before === undefined || more.length > 0) throw new HumanError(`name one revision or two\n\n${usage}`);
  const folder = process.cwd();
  const repository = await openRepository(folder);
  const from = await repository.commitOf(before);
  const to = after === undefined ? undefined : await repository.commitOf(after);
  const states: FileStates<CourseDocument>[] = [];
  /** A text that is named but not at hand must not count as one that is not there: all of it would be told as new. */
  const inCommit = async (commit: string, revision: string, path: string) => {
    const bytes = await repository.fileAt(commit, path);
    if (!bytes)
      throw new HumanError(`git has ${path} of ${revision} not at hand, as in a partial clone: fetch it first`);
    return bytes;
  };
  for (const file of await repository.changedFiles(from, to)) {
    states.push({
      before: await documentOf(folder, file.before, (path) => inCommit(from, before, path)),
      after: await documentOf(folder, file.after, (path) => (to ? inCommit(to, after!, path) : onDisk(path))),
    });
  }
  await say(diffText(diffCourses(states), format, { before, after: after ?? null }));
  return 0;
}

async function documentOf(
  folder: string,
  path: string | null,
  read: (path: string) => Promise<Uint8Array | undefined> | Uint8Array | undefined,
): Promise<CourseDocument | null> {
  const language = path === null ? undefined : courseLanguageOf(path);
  const bytes = path !== null && language ? await read(path) : undefined;
  if (path === null || !language || !bytes) return null;
  const uri = URI.file(resolve(folder, path)).toString();
  return parseCourseDocument({ uri, text: new TextDecoder().decode(bytes), version: 0 }, language);
}

/** The bytes of a file on the disk. A link is none: it may lead anywhere, and in a commit it is no more than a path. */
function onDisk(path: string): Uint8Array | undefined {
  try {
    return lstatSync(path).isSymbolicLink() ? undefined : readBytes(path, mostBytes);
  } catch (error) {
    if (error instanceof HumanError) complain(error.message);
    else if (!isMissing(error)) complain(`${path}: ${systemReason(error)}`);
    return undefined;
  }
}
