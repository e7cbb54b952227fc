import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { HumanError, isMissing } from './human-error';

const most = 256 * 1024 * 1024;
/** A file of settings that is a pipe would keep git waiting for ever. Milliseconds. */
const longest = 120_000;

/**
 * A repository may come from a stranger, and its settings can name programs for git to run. None of them is: no hook,
 * no monitor of files, no pager, no other program for comparing, and no remote asked for what a partial clone lacks.
 * What stands in front of each command; filters are named by {@link withoutFilters}.
 */
const harmless = [
  '--no-pager',
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'diff.autoRefreshIndex=false'],
  ...['-c', 'protocol.allow=never'],
];

/** What git prints on standard output; undefined when it says no. No shell is between, and nobody is asked for a password. */
export type Git = (...args: readonly string[]) => Promise<Buffer | undefined>;

/** Git in a folder, which runs nothing but itself. Throws a {@link HumanError} where that cannot be. */
export async function harmlessGit(folder: string): Promise<Git> {
  const filters = await run(folder, [...harmless, 'config', '--null', '--name-only', '--get-regexp', '^filter\\.']);
  const off = filters ? withoutFilters(filters.toString('utf8')) : [];
  return (...args) => run(folder, [...harmless, ...off, ...args]);
}

/** Settings that turn off the programs through which git would send the files on the disk, by what is set of them. */
function withoutFilters(names: string): string[] {
  const filters = new Set(
    names
      .split('\0')
      .filter(Boolean)
      .map((name) => name.slice(0, name.lastIndexOf('.'))),
  );
  return [...filters].flatMap((filter) => {
    // Git would take what stands before the = for the name.
    if (filter.includes('=')) throw new HumanError(`the git setting '${filter}' holds =, and cannot be turned off`);
    const settings = ['clean=', 'smudge=', 'process=', 'required=false'];
    return settings.flatMap((setting) => ['-c', `${filter}.${setting}`]);
  });
}

function run(folder: string, args: readonly string[]): Promise<Buffer | undefined> {
  const { GIT_EXTERNAL_DIFF: _, ...own } = process.env;
  const env = {
    ...own,
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  };
  const options = {
    cwd: folder,
    env,
    maxBuffer: most,
    encoding: 'buffer' as const,
    windowsHide: true,
    timeout: longest,
  };
  return new Promise((resolve, reject) => {
    execFile(program(), args, options, (error, stdout) => {
      if (!error) resolve(stdout);
      else if (isMissing(error)) reject(new HumanError('git is not installed, or not found on the PATH'));
      else if (error.killed) reject(new HumanError('git came to no end'));
      else resolve(undefined);
    });
  });
}

/** Windows would look for a `git.exe` in the folder itself first, which may be a stranger's. */
function program(): string {
  if (process.platform !== 'win32') return 'git';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(isAbsolute);
  const found = folders.map((folder) => join(folder, 'git.exe')).find((path) => existsSync(path));
  if (!found) throw new HumanError('git is not installed, or not found on the PATH');
  return found;
}
