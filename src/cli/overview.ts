import { existsSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { withOverview } from '../core/overview/with-overview';
import { HumanError, systemReason } from '../host/human-error';
import { readSource } from '../host/read-source';
import { replaceFile } from '../host/replace-file';
import { openSession } from '../session/session';
import { readArguments, usage } from './arguments';
import { interruptibly } from './interrupted';
import { say } from './say';

/** No overview is longer than what a course's file may be. */
const mostBytes = 16 * 1024 * 1024;

/** The file that holds a written overview, in the course's folder. */
const fileName = 'OVERVIEW.md';

/**
 * `coursewright overview`: what a course teaches, made from the course itself. Prints it; with `--write` puts it between
 * its markers in OVERVIEW.md, leaving all else there alone; with `--check` says whether what is written there is stale.
 */
export async function overview(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { write: { type: 'boolean' }, check: { type: 'boolean' } });
  const [folder, another] = positionals;
  if (folder === undefined || another !== undefined) throw new HumanError(`name one folder\n\n${usage}`);
  if (values.write && values.check) throw new HumanError(`--write and --check exclude each other\n\n${usage}`);
  if (!existsSync(folder)) throw new HumanError(`there is no folder ${folder}`);
  if (!statSync(folder).isDirectory())
    throw new HumanError(`${folder} is no folder; an overview is made of a whole course`);
  const session = await openSession([folder], { folderIsCourse: true });
  try {
    const text = await interruptibly(async (signal) => {
      await session.loadCourses(signal);
      return session.service.overview(URI.file(resolve(folder, fileName)).toString(), signal);
    });
    if (text === undefined) return 2;
    if (values.write || values.check) {
      const status = await written(join(folder, fileName), text, values.write === true);
      return session.incomplete ? 2 : status;
    }
    await say(text, 'file');
    return session.incomplete ? 2 : 0;
  } finally {
    await session.dispose();
  }
}

async function written(path: string, overviewText: string, write: boolean): Promise<number> {
  const there = existsSync(path);
  const { text: before, bom } = there ? readSource(path, mostBytes) : { text: '', bom: false };
  const after = withOverview(before, overviewText);
  if (!write) {
    if (after === before) return 0;
    await say(
      there
        ? `${path}: overview.stale The course has changed since this overview was written. Write it anew by coursewright overview --write.\n`
        : `${path}: overview.stale There is no overview yet. Write it by coursewright overview --write.\n`,
    );
    return 1;
  }
  if (after === before) return 0;
  const bytes = (text: string) => Buffer.from((bom ? '\uFEFF' : '') + text);
  if (there)
    replaceFile({ path, before: bytes(before), after: bytes(after), folders: [realpathSync(join(path, '..'))] });
  else {
    try {
      writeFileSync(path, after, { flag: 'wx' });
    } catch (error) {
      throw new HumanError(`${path}: cannot be written: ${systemReason(error)}`);
    }
  }
  await say(`${path}\n`);
  return 0;
}
