import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isWindows, skipUnlessSystemHas } from '../support/system-has';
import { makePipe } from '../support/traps';

const cli = resolve('dist/cli.js');

/** A way for a repository to have a program run, and what of plain git runs it: without that a trap would prove nothing. */
interface Trap {
  /** Lays the trap; `program` leaves a mark when it is run. */
  readonly lay: (set: (name: string, value: string) => void, program: string, write: Write) => void;
  readonly springs: readonly string[];
}
type Write = (name: string, text: string) => void;

const traps: Readonly<Record<string, Trap>> = {
  'a monitor of files': { lay: (set, program) => set('core.fsmonitor', program), springs: ['status'] },
  'a filter': {
    lay: (set, program, write) => {
      write('.gitattributes', '*.md filter=x\n');
      set('filter.x.clean', program);
      set('filter.x.required', 'true');
    },
    springs: ['diff', 'HEAD'],
  },
  'a filter that goes on running': {
    lay: (set, program, write) => {
      write('.gitattributes', '*.md filter=x.y\n');
      set('filter.x.y.process', program);
    },
    springs: ['diff', 'HEAD'],
  },
  'a filter in another file of settings': {
    lay: (set, program, write) => {
      write('.gitattributes', '*.md filter=x\n');
      write('settings', `[filter "x"]\n\tclean = ${program}\n`);
      set('include.path', '../settings');
    },
    springs: ['diff', 'HEAD'],
  },
  'another program for comparing': { lay: (set, program) => set('diff.external', program), springs: ['diff', 'HEAD'] },
  'a program for comparing one kind of file': {
    lay: (set, program, write) => {
      write('.gitattributes', '*.md diff=x\n');
      set('diff.x.command', program);
    },
    springs: ['diff', 'HEAD'],
  },
  'a program that makes text of a file': {
    lay: (set, program, write) => {
      write('.gitattributes', '*.md diff=x\n');
      set('diff.x.textconv', program);
    },
    springs: ['diff', 'HEAD'],
  },
  'a hook': {
    lay: (set, program, write) => {
      mkdirSync(join(program, '..', 'hooks'));
      write('hooks/post-index-change', `#!/bin/sh\n'${program}'\n`);
      chmodSync(join(program, '..', 'hooks', 'post-index-change'), 0o755);
      set('core.hooksPath', 'hooks');
    },
    springs: ['add', '-A'],
  },
  'a remote that is asked for what is missing': {
    lay: (set, program) => {
      set('extensions.partialClone', 'origin');
      set('remote.origin.promisor', 'true');
      set('remote.origin.url', `ext::${program}`);
      set('protocol.ext.allow', 'always');
      rmSync(join(program, '..', '.git', 'objects'), { recursive: true });
      mkdirSync(join(program, '..', '.git', 'objects'));
    },
    springs: ['cat-file', '-p', 'HEAD'],
  },
  'a way to a remote': {
    lay: (set, program) => {
      set('extensions.partialClone', 'origin');
      set('remote.origin.promisor', 'true');
      set('remote.origin.url', 'ssh://nowhere.invalid/x');
      set('core.sshCommand', program);
      rmSync(join(program, '..', '.git', 'objects'), { recursive: true });
      mkdirSync(join(program, '..', '.git', 'objects'));
    },
    springs: ['cat-file', '-p', 'HEAD'],
  },
};

describe('A repository whose settings name programs', function () {
  this.timeout(180_000);
  let folder: string;
  const write: Write = (name, text) => writeFileSync(join(folder, name), text);
  const git = (...args: readonly string[]) =>
    spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  const diff = (...args: readonly string[]) =>
    spawnSync(process.execPath, [cli, 'diff', ...args], { cwd: folder, encoding: 'utf8', timeout: 120_000 });
  const repository = () => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-hostile-'));
    git('init', '-q', '-b', 'main');
    write('a.md', '# Glossary\n\n- **Gate (GT):** Opens.\n');
    git('add', '.');
    git('commit', '-q', '-m', 'one');
    write('a.md', '# Glossary\n\n- **Door (GT):** Opens.\n');
  };
  before(function () {
    skipUnlessSystemHas(this, 'programs that are scripts', !isWindows);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  for (const [what, { lay, springs }] of Object.entries(traps)) {
    it(`has no program run by the comparison: ${what}`, () => {
      const sprung = (act: () => unknown): boolean => {
        repository();
        const program = join(folder, 'program');
        write('program', `#!/bin/sh\ntouch '${join(folder, 'ran')}'\n`);
        chmodSync(program, 0o755);
        lay((name, value) => git('config', name, value), program, write);
        act();
        const ran = existsSync(join(folder, 'ran'));
        rmSync(folder, { recursive: true, force: true });
        return ran;
      };
      assert.ok(
        sprung(() => git(...springs)),
        'git itself runs it',
      );
      assert.equal(
        sprung(() => diff('HEAD')),
        false,
        'the comparison runs it',
      );
    });
  }

  it('is compared all the same', () => {
    repository();
    write('.gitattributes', '*.md filter=x diff=x\n');
    git('config', 'filter.x.clean', 'false');
    git('config', 'filter.x.required', 'true');
    const { status, stdout, stderr } = diff('HEAD');
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    assert.match(stdout, /a\.md:3:5 term renamed “Gate” → “Door”/);
  });

  it('is refused with a sentence where a filter cannot be turned off', () => {
    repository();
    write('.git/config', '[core]\n\trepositoryformatversion = 0\n[filter "a=b"]\n\tclean = true\n');
    const { status, stderr } = diff('HEAD');
    assert.deepEqual(
      { status, stderr },
      { status: 2, stderr: "coursewright: the git setting 'filter.a=b' holds =, and cannot be turned off\n" },
    );
  });

  it('has no link followed, and no pipe waited for', () => {
    repository();
    makePipe(join(folder, 'pipe'));
    symlinkSync('pipe', join(folder, 'b.md'));
    symlinkSync('/etc/passwd', join(folder, 'c.md'));
    rmSync(join(folder, 'a.md'));
    makePipe(join(folder, 'a.md'));
    const { status, signal, stdout } = diff('HEAD');
    assert.deepEqual({ status, signal }, { status: 0, signal: null });
    assert.match(stdout, /term removed “Gate”/);
  });
});
