import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const cli = resolve('dist/cli.js');

/** What the system answers to anybody but root, whom it refuses nothing. */
const refusing = `
const promises = require('node:fs/promises');
for (const name of ['readdir', 'readFile', 'open', 'opendir']) {
  const real = promises[name];
  promises[name] = (path, ...rest) => String(path).includes('locked')
    ? Promise.reject(Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', syscall: name, path }))
    : real(path, ...rest);
}`;

describe('Bad input on the command line', function () {
  this.timeout(180_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-bad-'));
    mkdirSync(join(folder, '.vscode'));
  });
  afterEach(() => {
    chmodSync(folder, 0o755);
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);
  const check = (args: readonly string[], node: readonly string[] = []) => {
    const run = spawnSync(process.execPath, [...node, cli, 'check', ...args], { cwd: folder, encoding: 'utf8' });
    assert.doesNotMatch(run.stderr, /^\s+at /m, 'no stack');
    return { status: run.status, out: run.stdout, err: run.stderr };
  };

  it('says of an empty file that nothing is wrong', () => {
    write('a.md', '');
    assert.deepEqual(check(['a.md']), { status: 0, out: '1 file, 0 diagrams, 0 errors, 0 warnings\n', err: '' });
  });

  it('names a settings file as it was named', () => {
    write('a.md', '');
    write('plain.json', '{');
    assert.equal(check(['a.md', '--config', 'none.json']).err, 'coursewright: none.json: no such file or folder\n');
    assert.match(check(['a.md', '--config', 'plain.json']).err, /^coursewright: plain\.json is not JSON: /);
  });

  it('reads 10 MB, in one paragraph and in many', () => {
    const paragraph = 'graph paper and a word of prose\n'.repeat(220_000);
    write('a.md', `${'A word of prose, $5-$20, and **more**.\n\n'.repeat(80_000)}${paragraph}`);
    const { status, out, err } = check(['a.md']);
    assert.deepEqual({ status, out, err }, { status: 0, out: '1 file, 0 diagrams, 0 errors, 0 warnings\n', err: '' });
  });

  it('says the same of a course that is too large to be held as of a small one', () => {
    const lesson = '# Lesson\n\n[lost](none.md) and [found](b.md#terms)\n\n- **Gate (GT):** Opens.\n';
    const broken = '```mermaid\nflowchart TD\n  A[Gate (GT)] --> B\n```\n';
    write('a.md', `${lesson}\n${broken}`);
    write('b.md', '# Terms\n\n- **Gate (GT):** Shuts.\n');
    const small = check(['.', '--format', 'json']).out;
    write('c.md', 'A word of prose.\n\n'.repeat(500_000));
    const files = (report: string) => JSON.parse(report).files.slice(0, 2);
    assert.ok(files(small)[0].diagnostics.length >= 2, small);
    assert.deepEqual(files(check(['.', '--format', 'json']).out), files(small));
    assert.match(check(['.', '--fix']).out, /1 fixed\n$/);
    assert.ok(readFileSync(join(folder, 'a.md'), 'utf8').includes('A["Gate (GT)"]'));
  });

  it('names the outermost of 5,000 fences that no line closes', () => {
    write('a.md', '~~~text\nflowchart TD\n'.repeat(5000));
    const { status, out } = check(['a.md']);
    assert.equal(status, 0);
    assert.match(out, /^a\.md:1:1 warning fence\.unclosed /);
    assert.match(out, /1 file, 0 diagrams, 0 errors, 1 warning\n$/);
  });

  it('leaves what is not UTF-8 as it is, and says so', () => {
    const bytes = Buffer.from([0x23, 0x20, 0xe9, 0xff, 0x0a]);
    write('a.md', bytes);
    const { status, err } = check(['a.md', '--fix']);
    assert.equal(status, 2);
    assert.match(err, /a\.md: not valid UTF-8/);
    assert.deepEqual(readFileSync(join(folder, 'a.md')), bytes);
  });

  it('names a file and a folder that are not there', () => {
    const { status, err } = check(['missing.md', 'missing/']);
    assert.equal(status, 2);
    assert.deepEqual(err.match(/missing\S*: no such file or folder/g)?.length, 2);
  });

  it('names a folder without rights, and reports the rest', () => {
    mkdirSync(join(folder, 'locked'));
    write('locked/b.md', '# B\n');
    write('a.md', '# A\n');
    chmodSync(join(folder, 'locked'), 0o000);
    write('refusing.cjs', refusing);
    const { status, out, err } = check(['.'], ['--require', join(folder, 'refusing.cjs')]);
    chmodSync(join(folder, 'locked'), 0o755);
    assert.equal(status, 2);
    assert.match(err, /locked/);
    assert.match(out, /^1 file, /m);
  });

  it('takes a hostile label for text', () => {
    const label =
      '```mermaid\nflowchart TD\n  A["<img src=x onerror=alert(1)>"] --> B\n  click A "javascript:alert(1)"\n```\n';
    write('a.md', label);
    const { status, out } = check(['a.md', '--fix']);
    assert.equal(status, 0);
    assert.match(out, /1 diagram, 0 errors/);
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), label);
  });
});
