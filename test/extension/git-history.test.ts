import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type GitRepository, repositoryOf, revisionNames, textIn } from '../../src/extension/git-history';

describe('repositoryOf', () => {
  const repository: GitRepository = { show: async () => 'text' };
  const git = (found: GitRepository | null) => async () => ({ getAPI: () => ({ getRepository: () => found }) });

  it('finds the repository of a file', async () =>
    assert.equal(await repositoryOf(git(repository), 'a.md'), repository));
  it('says so where the file is in none', async () =>
    assert.equal(await repositoryOf(git(null), 'a.md'), 'no-repository'));
  it('says so without the Git extension', async () => assert.equal(await repositoryOf(undefined, 'a.md'), 'no-git'));
  it('says so where Git is switched off', async () => {
    const off = async () => ({
      getAPI: (): never => {
        throw new Error('Git model not found');
      },
    });
    assert.equal(await repositoryOf(off, 'a.md'), 'no-git');
    assert.equal(await repositoryOf(() => Promise.reject(new Error('no')), 'a.md'), 'no-git');
  });
});

describe('revisionNames', () => {
  const named = (getRefs?: NonNullable<GitRepository['getRefs']>) =>
    revisionNames({ show: async () => '', ...(getRefs && { getRefs }) });
  it('names branches and tags once, in the order in which Git gives them', async () =>
    assert.deepEqual(await named(async () => [{ name: 'main' }, { name: 'v1' }, {}, { name: 'main' }]), [
      'main',
      'v1',
    ]));
  it('knows none where the extension does not tell them', async () => assert.deepEqual(await named(), []));
  it('knows none where Git fails', async () =>
    assert.deepEqual(await named(() => Promise.reject(new Error('fatal'))), []));
});

describe('textIn', () => {
  let folder: string;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  /** As VS Code's Git extension answers: by the absolute path, with Git's own failures. */
  const repository: GitRepository = {
    show: async (ref, path) => git('show', `${ref}:${relative(folder, path).replaceAll('\\', '/')}`),
  };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
    git('init', '-q', '-b', 'main');
    writeFileSync(join(folder, 'a.md'), 'one\n');
    git('add', '.');
    git('commit', '-qm', 'one');
    git('branch', 'older');
    writeFileSync(join(folder, 'a.md'), 'two\n');
    git('commit', '-qam', 'two');
    writeFileSync(join(folder, 'a.md'), 'three\n');
    writeFileSync(join(folder, 'new.md'), 'new\n');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [revision, file, expected] of [
    ['HEAD', 'a.md', { text: 'two\n' }],
    ['older', 'a.md', { text: 'one\n' }],
    ['HEAD', 'new.md', 'not-in-revision'],
    ['nowhere', 'a.md', 'not-in-revision'],
  ] as const) {
    it(`reads ${file} in ${revision}`, async () =>
      assert.deepEqual(await textIn(repository, revision, join(folder, file)), expected));
  }
});
