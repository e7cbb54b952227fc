import { courseEndings } from '../core/course/course-language';
import { HumanError } from './human-error';
import { type Git, harmlessGit } from './run-git';

/** A file that differs, by its paths before and after; null where it was not there. */
export interface ChangedFile {
  readonly before: string | null;
  readonly after: string | null;
}

/** What is asked of a folder's repository; none of it changes the repository, or runs a program that it names. */
export interface Repository {
  /** The commit that a name means. */
  commitOf(revision: string): Promise<string>;
  /** Course texts under the folder that differ between two commits, or between one and the files on disk, relative to the folder. */
  changedFiles(from: string, to: string | undefined): Promise<ChangedFile[]>;
  /** The bytes of a file in a commit; undefined when it is not there. */
  fileAt(commit: string, path: string): Promise<Buffer | undefined>;
}

/** The repository around a folder. */
export async function openRepository(folder: string): Promise<Repository> {
  const git = await harmlessGit(folder);
  return {
    commitOf: (revision) => commitOf(git, revision),
    changedFiles: (from, to) => changedFiles(git, from, to),
    // Raw, as it is stored: what `show` prints may have gone through a program.
    fileAt: (commit, path) => git('cat-file', 'blob', `${commit}:./${path}`),
  };
}

/** Course texts alone: pictures of many megabytes are read to see which was renamed, and a partial clone may lack them. */
const courseTexts = courseEndings.map((ending) => `:(icase)*.${ending}`);

const names = (output: Buffer): string[] => output.toString('utf8').split('\0').filter(Boolean);

async function commitOf(git: Git, revision: string): Promise<string> {
  const found = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
  const commit = found?.toString('utf8').trim();
  // `^HEAD` is answered by `^` and the commit: all but it, which is no state of the course.
  if (commit && !commit.startsWith('^')) return commit;
  const inside = await git('rev-parse', '--git-dir');
  throw new HumanError(
    inside
      ? `git knows no revision '${revision}' here`
      : 'this folder is in no git repository, so there is nothing to compare',
  );
}

async function changedFiles(git: Git, from: string, to: string | undefined): Promise<ChangedFile[]> {
  const options = ['--name-status', '--find-renames', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];
  const changed = await git('diff', ...options, '--relative', '-z', from, ...(to ? [to] : []), '--', ...courseTexts);
  if (!changed) throw new HumanError('git could not compare the two states; a partial clone may lack a text of theirs');
  const untracked = to
    ? undefined
    : await git('ls-files', '--others', '--exclude-standard', '-z', '--', ...courseTexts);
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
