import assert from 'node:assert/strict';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HumanError } from '../../src/host/human-error';
import { replaceFile } from '../../src/host/replace-file';
import { isWindows, makesLinks, skipUnlessSystemHas } from '../support/system-has';

describe('replaceFile', () => {
  let folder: string;
  let course: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'coursewright-replace-')));
    course = join(folder, 'course');
    mkdirSync(course);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const replace = (path: string, before = 'old') =>
    replaceFile({ path, before: Buffer.from(before), after: Buffer.from('new'), folders: [course] });
  const refused = (path: string, why: RegExp, before?: string) => {
    assert.throws(
      () => replace(path, before),
      (error) => error instanceof HumanError && error.message.startsWith(`${path}: `) && why.test(error.message),
    );
    assert.ok(readdirSync(course).every((name) => !name.endsWith('.tmp')));
  };
  const write = (name: string, text = 'old') => {
    const path = join(course, name);
    writeFileSync(path, text);
    return path;
  };

  for (const mode of [0o644, 0o666, 0o600, 0o775]) {
    it(`keeps the mode ${mode.toString(8)} whatever new files get`, function () {
      skipUnlessSystemHas(this, 'modes of files', !isWindows);
      const path = write('a.md');
      chmodSync(path, mode);
      const umask = process.umask(0o077);
      replace(path);
      process.umask(umask);
      assert.equal(readFileSync(path, 'utf8'), 'new');
      assert.equal(statSync(path).mode & 0o7777, mode);
      assert.deepEqual(readdirSync(course), ['a.md']);
    });
  }

  it('keeps the owner, or leaves the file alone', function () {
    skipUnlessSystemHas(this, 'owner to give a file to, for this user', process.getuid?.() === 0);
    const path = write('a.md');
    chownSync(path, 1234, 1235);
    replace(path);
    assert.deepEqual([statSync(path).uid, statSync(path).gid], [1234, 1235]);
  });

  it('writes a name as long as names may be', () => {
    const path = write(`${'a'.repeat(252)}.md`);
    replace(path);
    assert.equal(readFileSync(path, 'utf8'), 'new');
  });

  it('writes the file that a link leads to, inside the folders alone', function () {
    skipUnlessSystemHas(this, 'links', makesLinks());
    const target = write('a.md');
    const outside = join(folder, 'outside.md');
    writeFileSync(outside, 'old');
    mkdirSync(join(folder, 'course-too'));
    const beside = join(folder, 'course-too', 'c.md');
    writeFileSync(beside, 'old');
    for (const [name, to] of [
      ['in.md', 'a.md'],
      ['out.md', '../outside.md'],
      ['too.md', '../course-too/c.md'],
    ] as const) {
      symlinkSync(to, join(course, name));
    }
    symlinkSync('..', join(course, 'up'));
    replace(join(course, 'in.md'));
    assert.equal(readFileSync(target, 'utf8'), 'new');
    assert.ok(lstatSync(join(course, 'in.md')).isSymbolicLink());
    refused(join(course, 'out.md'), /outside the named folders/);
    refused(join(course, 'too.md'), /outside the named folders/);
    refused(join(course, 'up', 'outside.md'), /outside the named folders/);
    assert.deepEqual([readFileSync(outside, 'utf8'), readFileSync(beside, 'utf8')], ['old', 'old']);
  });

  it('leaves a read-only file alone, also for root', () => {
    const path = write('a.md');
    chmodSync(path, 0o444);
    refused(path, /is read-only; left as it is/);
    assert.equal(readFileSync(path, 'utf8'), 'old');
    chmodSync(path, 0o644);
  });

  it('leaves a file with further hard links alone', () => {
    const path = write('a.md');
    linkSync(path, join(folder, 'other.md'));
    refused(path, /has 1 more name \(hard links\)/);
    linkSync(path, join(folder, 'third.md'));
    refused(path, /has 2 more names/);
    assert.equal(readFileSync(path, 'utf8'), 'old');
  });

  for (const [what, text] of [
    ['longer', 'old, and a new paragraph'],
    ['shorter', 'o'],
    ['as long', 'odd'],
  ] as const) {
    it(`leaves a file alone that changed since and is ${what}`, () => {
      const path = write('a.md', text);
      refused(path, /has changed since it was read/, 'old');
      assert.equal(readFileSync(path, 'utf8'), text);
    });
  }

  it('says when the file is gone, or a folder by now', () => {
    const path = join(course, 'a.md');
    refused(path, /no such file/);
    mkdirSync(path);
    refused(path, /is no file any more; left as it is/);
    assert.ok(existsSync(path));
  });
});
