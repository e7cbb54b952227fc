import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import type { CourseDocument } from '../core/course/course-document';
import { courseLanguageOf } from '../core/course/course-language';
import type { FileStates } from '../core/diff/course-change';
import { diffCourses } from '../core/diff/diff-courses';
import { parseCourseDocument } from '../core/parse-course-document';
import { changedFiles, commitOf, fileAt } from '../host/git';
import { HumanError, isMissing } from '../host/human-error';
import { oneOf, readArguments, usage } from './arguments';
import { diffFormats, diffText } from './diff-text';
import { say } from './say';

/** `coursewright diff`: nodes, edges, terms and claims under the working folder that differ from a commit. */
export async function diff(args: readonly string[]): Promise<number> {
  const needed = 'name a revision to compare with, such as HEAD or main';
  const { values, positionals } = readArguments(args, { format: { type: 'string', default: 'text' } }, needed);
  const format = oneOf('--format', values.format, diffFormats);
  const [before, after, ...more] = positionals;
  if (before === undefined || more.length > 0) throw new HumanError(`name one revision or two\n\n${usage}`);
  const folder = process.cwd();
  const from = await commitOf(folder, before);
  const to = after === undefined ? undefined : await commitOf(folder, after);
  const states: FileStates<CourseDocument>[] = [];
  for (const file of await changedFiles(folder, from, to)) {
    states.push({
      before: await documentOf(folder, file.before, (path) => fileAt(folder, from, path)),
      after: await documentOf(folder, file.after, (path) => (to ? fileAt(folder, to, path) : onDisk(path))),
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

function onDisk(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
