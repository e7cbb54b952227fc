import { execFile } from 'node:child_process';
import { HumanError, isMissing } from './human-error';

const most = 256 * 1024 * 1024;

/** What git prints on standard output; undefined when it says no. No shell is between, and nobody is asked for a password. */
function git(folder: string, args: readonly string[]): Promise<Buffer | undefined> {
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
  const options = { cwd: folder, env, maxBuffer: most, encoding: 'buffer' as const, windowsHide: true };
  return new Promise((resolve, reject) => {
    execFile('git', args, options, (error, stdout) => {
      if (!error) resolve(stdout);
      else if (isMissing(error)) reject(new HumanError('git is not installed, or not found on the PATH'));
      else resolve(undefined);
    });
  });
}

const names = (output: Buffer): string[] => output.toString('utf8').split('\0').filter(Boolean);

/** The commit that a name means in the repository around a folder. */
export async function commitOf(folder: string, revision: string): Promise<string> {
  const found = await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if (found) return found.toString('utf8').trim();
  const inside = await git(folder, ['rev-parse', '--git-dir']);
  throw new HumanError(
    inside
      ? `git knows no revision '${revision}' here`
      : 'this folder is in no git repository, so there is nothing to compare',
  );
}

/** A file that differs, by its paths before and after; null where it was not there. */
export interface ChangedFile {
  readonly before: string | null;
  readonly after: string | null;
}

/** Files under a folder that differ between two commits, or between one and the files on disk, relative to the folder. */
export async function changedFiles(folder: string, from: string, to: string | undefined): Promise<ChangedFile[]> {
  const options = ['diff', '--name-status', '--find-renames', '--no-ext-diff', '--relative', '-z', from];
  const changed = await git(folder, [...options, ...(to ? [to] : []), '--', '.']);
  if (!changed) throw new HumanError('git could not compare the two states');
  const untracked = to ? undefined : await git(folder, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.']);
  return [
    ...statuses(names(changed)),
    ...(untracked ? names(untracked).map((after) => ({ before: null, after })) : []),
  ];
}

/** A status letter, then one path, or two where a file was renamed or copied. */
function statuses(words: readonly string[]): ChangedFile[] {
  const files: ChangedFile[] = [];
  for (let i = 0; i + 1 < words.length; ) {
    const status = words[i++]!;
    const before = words[i++]!;
    if (/^[RC]/.test(status)) files.push({ before: status.startsWith('C') ? null : before, after: words[i++]! });
    else files.push({ before: status === 'A' ? null : before, after: status === 'D' ? null : before });
  }
  return files;
}

/** The bytes of a file in a commit; undefined when it is not there. */
export const fileAt = (folder: string, commit: string, path: string): Promise<Buffer | undefined> =>
  git(folder, ['show', `${commit}:./${path}`]);
