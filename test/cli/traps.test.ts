import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isWindows, skipUnlessSystemHas } from '../support/system-has';
import { makePipe, setTraps } from '../support/traps';

const cli = resolve('dist/cli.js');

describe('What is no regular file, on the command line', function () {
  this.timeout(180_000);
  let folder: string;
  before(function () {
    skipUnlessSystemHas(this, 'pipes, modes and signals', !isWindows);
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-traps-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]) => {
    const { status, stdout, stderr, signal } = spawnSync(process.execPath, [cli, ...args], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 60_000,
    });
    assert.equal(signal, null, 'it hangs');
    return { status, out: stdout, err: stderr };
  };

  for (const command of ['check', 'outline', 'terms', 'demo']) {
    it(`is named and left out by ${command}`, () => {
      mkdirSync(join(folder, 'course'));
      setTraps(join(folder, 'course'));
      writeFileSync(join(folder, 'course', 'a.md'), '# A lesson\n\n- **Gate (GT):** Opens.\n');
      const { status, out, err } = run(command, 'course');
      assert.equal(status, 2);
      assert.match(err, /circle-a\.md: the link leads in a circle/);
      assert.match(err, /large\.md: larger than 16 MB/);
      assert.match(err, /\/pipe\.md: is no file, but a pipe/);
      assert.match(err, /to-pipe\.md: is no file, but a pipe/);
      assert.match(err, /zero\.md: is no file, but a device/);
      if (command === 'check') assert.match(out, /^1 file, /m);
      if (command === 'terms') assert.match(out, /Gate \(GT\)/);
    });
  }

  it('is refused where it is named, and where settings or standard input should come from', () => {
    makePipe(join(folder, 'pipe.md'));
    writeFileSync(join(folder, 'a.md'), '# A\n');
    const named = run('check', 'pipe.md', '/dev/zero', 'a.md');
    assert.deepEqual([named.status, named.out], [2, '1 file, 0 diagrams, 0 errors, 0 warnings\n']);
    assert.match(named.err, /pipe\.md: is no file, but a pipe\n.*\/dev\/zero: is no file, but a device/);
    const config = run('check', 'a.md', '--config', 'pipe.md');
    assert.equal(config.status, 2);
    assert.match(config.err, /pipe\.md: is no file, but a pipe/);
    const endless = spawnSync('sh', ['-c', `"${process.execPath}" "${cli}" check - a.md < /dev/zero`], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.deepEqual([endless.status, endless.stdout], [2, '1 file, 0 diagrams, 0 errors, 0 warnings\n']);
    assert.match(endless.stderr, /stdin\.md: larger than 16 MB/);
  });

  it('is not read as the data of a demo', () => {
    makePipe(join(folder, 'runs.csv'));
    writeFileSync(join(folder, 'big.csv'), `n,d,loss\n${'1e9,1e10,2.5\n'.repeat(100)}`);
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, '.vscode', 'settings.json'), '{ "coursewright.files.maxSize": 0.001 }');
    const demo = (path: string) => `\`\`\`scaling-law\ndata: {path: ${path}, n: n, d: d, loss: loss}\n\`\`\`\n`;
    writeFileSync(join(folder, 'a.md'), `${demo('runs.csv')}\n${demo('big.csv')}`);
    const { status, out } = run('check', 'a.md');
    assert.equal(status, 1);
    assert.equal(out.match(/demo\.value data\.path cannot be read/g)?.length, 2, out);
  });

  it('quotes no data to which a link leads out of the course', () => {
    mkdirSync(join(folder, 'course'));
    writeFileSync(join(folder, 'secret.csv'), 'password,loss\n1,2\n');
    symlinkSync('../secret.csv', join(folder, 'course', 'runs.csv'));
    const demo = '```scaling-law\ndata: {path: runs.csv, n: n, d: d, loss: loss}\n```\n';
    writeFileSync(join(folder, 'course', 'a.md'), demo);
    const { out } = run('check', 'course');
    assert.match(out, /demo\.value data\.path cannot be read/);
    assert.doesNotMatch(out, /password/);
    assert.match(run('check', '.').out, /which has password, loss/, 'inside of the course it is read');
  });

  it('leaves out what the setting holds too large, and reads it where it allows more', () => {
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, 'a.md'), `# A\n\n${'A long text. '.repeat(100_000)}\n`);
    const said = (maxSize: number) => {
      writeFileSync(join(folder, '.vscode', 'settings.json'), `{ "coursewright.files.maxSize": ${maxSize} }`);
      return run('check', '.');
    };
    assert.match(said(1).err, /a\.md: larger than 1 MB, .*coursewright\.files\.maxSize/);
    assert.deepEqual(said(2), { status: 0, out: '1 file, 0 diagrams, 0 errors, 0 warnings\n', err: '' });
  });
});

describe('The command line that cannot answer', function () {
  this.timeout(60_000);
  const shell = (line: string) => {
    const quoted = line.replaceAll('coursewright', `"${process.execPath}" "${cli}"`);
    const { status, stderr } = spawnSync('bash', ['-c', quoted], { encoding: 'utf8' });
    assert.doesNotMatch(stderr, /^\s+at /m, 'no stack');
    return { status, err: stderr };
  };

  for (const name of ['constructor', '__proto__', 'hasOwnProperty', 'toString', 'valueOf']) {
    it(`knows no command '${name}'`, () => {
      const { status, stderr } = spawnSync(process.execPath, [cli, name, 'x'], { encoding: 'utf8' });
      assert.equal(status, 2);
      assert.match(stderr, new RegExp(`^coursewright: unknown command '${name}'\n\nUsage:`));
    });
  }

  for (const [args, sentence] of [
    [['chekc', 'a.md'], "unknown command 'chekc'; did you mean check?"],
    [['check', 'a.md', '--formt', 'json'], "unknown option '--formt'; did you mean --format?"],
    [['check', 'a.md', '--formt=json'], "unknown option '--formt'; did you mean --format?"],
    [['check', 'a.md', '--ot', 'x'], "unknown option '--ot'"],
    [['check', 'a.md', '-f', 'json'], "unknown option '-f'"],
    [['check', 'a.md', '--fix=maybe'], "Option '--fix' does not take an argument"],
    [['check', 'a.md', '--format'], "Option '--format <value>' argument missing"],
    [['check', 'a.md', '--format', '--fix'], "Option '--format' argument is ambiguous"],
  ] as const) {
    it(`says in one sentence what is wrong in ${JSON.stringify(args.join(' '))}`, () => {
      const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
      assert.equal(status, 2);
      assert.equal(stderr.split('\n\nUsage:')[0], `coursewright: ${sentence}`);
    });
  }

  it('says that the disk is full', function () {
    skipUnlessSystemHas(this, '/dev and /proc of Linux', process.platform === 'linux');
    const one = { status: 2, err: 'coursewright: the answer could not be written: no space left on the disk\n' };
    for (const args of ['check samples', 'terms samples', 'outline samples', 'demo samples/course', '--version']) {
      assert.deepEqual(shell(`coursewright ${args} > /dev/full`), one, args);
    }
    assert.deepEqual(shell('coursewright constructor 2> /dev/full'), { status: 2, err: '' });
  });

  it('says that nobody reads any more', function () {
    skipUnlessSystemHas(this, 'pipes, modes and signals', !isWindows);
    const { status, err } = shell('set -o pipefail; coursewright check samples | true');
    assert.deepEqual(
      { status, err },
      { status: 2, err: 'coursewright: the answer could not be written: whoever read it has stopped\n' },
    );
  });
});
