import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isWindows, skipUnlessSystemHas } from '../support/system-has';

const cli = resolve('dist/cli.js');
const broken = '# Lesson\n\n```mermaid\nflowchart TD\n  A[Gate (router)] --> B[Experts (many)]\n```\n';
const mended = '# Lesson\n\n```mermaid\nflowchart TD\n  A["Gate (router)"] --> B["Experts (many)"]\n```\n';

/** Preloaded into the command line: files whose names say so cannot be written, for the reason they say. */
const refusing = `
const fs = require('node:fs');
const fail = (code) => { throw Object.assign(new Error(code), { code }); };
const { openSync, writeFileSync } = fs;
const full = new Set();
fs.openSync = (path, flags, ...rest) => {
  if (flags === 'wx' && String(path).includes('locked')) fail('EACCES');
  const file = openSync(path, flags, ...rest);
  if (flags === 'wx' && String(path).includes('full')) full.add(file);
  return file;
};
fs.writeFileSync = (file, ...rest) => (full.has(file) ? fail('ENOSPC') : writeFileSync(file, ...rest));
`;

/** Preloaded too: a stranger changes each file just after it was read. */
const meddling = `
const fs = require('node:fs');
const { openSync } = fs;
const seen = new Set();
fs.openSync = (path, flags, ...rest) => {
  const name = String(path);
  if (flags === 'wx') for (const one of seen) fs.appendFileSync(one, 'A new paragraph.\\n');
  else if (name.endsWith('changing.md')) seen.add(name);
  return openSync(path, flags, ...rest);
};
`;

describe('coursewright check --fix', function () {
  this.timeout(180_000);
  let folder: string;
  let course: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-fix-'));
    course = join(folder, 'course');
    mkdirSync(course);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, text = broken) => {
    mkdirSync(join(course, name, '..'), { recursive: true });
    writeFileSync(join(course, name), text);
  };
  const read = (name: string) => readFileSync(join(course, name), 'utf8');
  const leftovers = (at = course) =>
    readdirSync(at, { recursive: true }).filter((name) => String(name).endsWith('.tmp'));
  const fix = (args: readonly string[] = ['course'], preload?: string) => {
    const node: string[] = [];
    if (preload) {
      writeFileSync(join(folder, 'preload.cjs'), preload);
      node.push('--require', join(folder, 'preload.cjs'));
    }
    const run = spawnSync(process.execPath, [...node, cli, 'check', '--fix', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.doesNotMatch(run.stderr, /^\s+at /m, 'no stack');
    assert.deepEqual(leftovers(), []);
    return { status: run.status, out: run.stdout, err: run.stderr };
  };

  it('writes through no link that leads out of the named folder, and says so', () => {
    writeFileSync(join(folder, 'outside.md'), broken);
    symlinkSync('../outside.md', join(course, 'l.md'));
    write('a.md');
    const { status, out, err } = fix();
    assert.equal(status, 2);
    assert.match(err, /l\.md: is a link to .*outside\.md, outside the named folders; left as it is/);
    assert.match(out, /course\/l\.md:5:5 error/);
    assert.match(out, /2 files, 2 diagrams, 2 errors, 0 warnings, 2 fixed\n$/);
    assert.equal(readFileSync(join(folder, 'outside.md'), 'utf8'), broken);
    assert.equal(read('a.md'), mended);
  });

  it('writes where a link leads when that is named too, and into a named folder that is a link itself', () => {
    mkdirSync(join(folder, 'other'));
    writeFileSync(join(folder, 'other', 'b.md'), broken);
    symlinkSync('../other/b.md', join(course, 'l.md'));
    assert.equal(fix(['course', 'other']).status, 0);
    assert.equal(readFileSync(join(folder, 'other', 'b.md'), 'utf8'), mended);
    write('a.md');
    symlinkSync('course', join(folder, 'link'));
    assert.equal(fix(['link/a.md']).status, 0);
    assert.equal(read('a.md'), mended);
  });

  it('fixes a file once that is found under several names', () => {
    write('real/a.md');
    symlinkSync('real/a.md', join(course, 'l.md'));
    symlinkSync('l.md', join(course, 'm.md'));
    const { status, out, err } = fix();
    assert.deepEqual({ status, err }, { status: 0, err: '' });
    assert.match(out, /3 files, 3 diagrams, 0 errors, 0 warnings, 2 fixed\n$/);
    assert.equal(read('real/a.md'), mended);
    assert.ok(lstatSync(join(course, 'l.md')).isSymbolicLink());
  });

  it('fixes the rest where one file cannot be written, names it and reports everything', () => {
    write('a-locked/a.md');
    write('b/b.md');
    write('c-full/c.md');
    const { status, out, err } = fix(['course'], refusing);
    assert.equal(status, 2);
    assert.match(err, /a\.md: cannot be written: permission denied; left as it is\n/);
    assert.match(err, /c\.md: cannot be written: no space left on the disk; left as it is\n/);
    assert.match(out, /3 files, 3 diagrams, 4 errors, 0 warnings, 2 fixed\n$/);
    assert.deepEqual([read('a-locked/a.md'), read('b/b.md'), read('c-full/c.md')], [broken, mended, broken]);
  });

  it('leaves read-only files and files with further hard links alone, and says so', () => {
    write('read-only.md');
    chmodSync(join(course, 'read-only.md'), 0o444);
    write('linked.md');
    linkSync(join(course, 'linked.md'), join(folder, 'second-name.md'));
    write('a.md');
    const { status, err } = fix();
    assert.equal(status, 2);
    assert.match(err, /read-only\.md: is read-only; left as it is/);
    assert.match(err, /linked\.md: has 1 more name \(hard links\); left as it is/);
    assert.deepEqual([read('read-only.md'), read('linked.md'), read('a.md')], [broken, broken, mended]);
  });

  it('says nothing of such files where there is nothing to fix', () => {
    writeFileSync(join(folder, 'outside.md'), mended);
    symlinkSync('../outside.md', join(course, 'l.md'));
    write('read-only.md', mended);
    chmodSync(join(course, 'read-only.md'), 0o444);
    assert.deepEqual(fix().err, '');
  });

  it('leaves a file alone that changed since it was read', () => {
    write('changing.md');
    write('z.md');
    const { status, out, err } = fix(['course'], meddling);
    assert.equal(status, 2);
    assert.match(err, /changing\.md: has changed since it was read; left as it is/);
    assert.match(out, /2 files, 2 diagrams, 2 errors, 0 warnings, 2 fixed\n$/);
    assert.ok(read('changing.md').startsWith(`${broken}A new paragraph.\n`));
    assert.equal(read('z.md'), mended);
  });

  it('ends by a signal without a trace of half-written files', async function () {
    skipUnlessSystemHas(this, 'modes of files', !isWindows);
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      for (let i = 0; i < 150; i++) write(`${i}.md`);
      const run = spawn(process.execPath, [cli, 'check', '--fix', 'course'], { cwd: folder, stdio: 'ignore' });
      const ended = once(run, 'exit');
      while (run.exitCode === null && read('0.md') !== mended) await setTimeout(2);
      run.kill(signal);
      const [status] = await ended;
      assert.ok([0, 130, 143, 129].includes(status), `${signal}: ${status}`);
      assert.deepEqual(leftovers(), []);
      for (const name of readdirSync(course)) assert.ok([broken, mended].includes(read(name)), name);
    }
  });

  it('keeps what a stranger put beside the file', () => {
    write('a.md');
    const victim = join(folder, 'victim.txt');
    writeFileSync(victim, 'mine');
    const lowest = process.pid;
    for (let pid = lowest; pid < lowest + 300; pid++) symlinkSync('../victim.txt', join(course, `.a.md.${pid}.tmp`));
    spawnSync(process.execPath, [cli, 'check', '--fix', 'course'], { cwd: folder });
    assert.equal(readFileSync(victim, 'utf8'), 'mine');
    assert.equal(read('a.md'), mended);
    assert.ok(!lstatSync(join(course, 'a.md')).isSymbolicLink());
  });

  it('keeps what is typed while it runs', async () => {
    for (let i = 0; i < 60; i++) write(`${i}.md`);
    const run = spawn(process.execPath, [cli, 'check', '--fix', 'course'], { cwd: folder, stdio: 'ignore' });
    const ended = once(run, 'exit');
    while (run.exitCode === null && read('0.md') !== mended) await setTimeout(2);
    appendFileSync(join(course, '9.md'), 'A NEW PARAGRAPH\n');
    await ended;
    assert.match(read('9.md'), /A NEW PARAGRAPH\n$/);
    assert.ok(existsSync(join(course, '59.md')));
  });
});
