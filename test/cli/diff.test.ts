import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const cli = resolve('dist/cli.js');

describe('coursewright diff', function () {
  this.timeout(180_000);
  let folder: string;
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
      stdio: 'pipe',
    });
  const run = (args: readonly string[], env: NodeJS.ProcessEnv = process.env, cwd = folder) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'diff', ...args], {
      cwd,
      env,
      encoding: 'utf8',
    });
    assert.doesNotMatch(stderr, /^\s+at /m, 'no stack');
    return { status, out: stdout, err: stderr };
  };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-diff-'));
    git('init', '-q', '-b', 'main');
    write(
      'lesson.md',
      '# L\n\n```mermaid\nflowchart LR\n  A[Encoder] -->|feeds| B[Decoder]\n  C[Old]\n```\n\n```mla\npreset: deepseek-v2\nexpect:\n  kv_elements_per_token: 1\n```\n',
    );
    write('terms.md', '# Glossary\n\n- **Router (RT):** Picks experts.\n- **Gate (GT):** Weighs experts.\n');
    write('moved.md', '# M\n\n```mermaid\nflowchart LR\n  P[Stays]\n```\n');
    git('add', '.');
    git('commit', '-q', '-m', 'one');
    write(
      'lesson.md',
      '# L\n\nMore.\n\n```mermaid\nflowchart LR\n  A[Encoder] -->|has| B["De|coder @you"]\n  A --> D[New]\n```\n\n```mla\npreset: deepseek-v2\nexpect:\n  kv_elements_per_token: 2\n```\n',
    );
    write('terms.md', '# Glossary\n\n- **Switch (RT):** Picks experts.\n- **Gate (GT):** Opens.\n');
    renameSync(join(folder, 'moved.md'), join(folder, 'a moved ü.md'));
    git('add', '-A');
    write('new.mmd', 'flowchart LR\n  N[Untracked]\n');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('says what the files on disk have that a commit has not', () => {
    const { status, out, err } = run(['HEAD']);
    assert.deepEqual({ status, err }, { status: 0, err: '' });
    assert.deepEqual(out.trimEnd().split('\n'), [
      'lesson.md:7:23 node renamed “Decoder” → “De|coder @you”',
      'lesson.md:6:3 node removed “Old”',
      'lesson.md:8:9 node added “New”',
      'lesson.md:7:3 edge changed “Encoder → De|coder @you”: “feeds” → “has”',
      'lesson.md:8:3 edge added “Encoder → New”',
      'new.mmd:2:3 node added “Untracked”',
      'terms.md:3:5 term renamed “Router” → “Switch”',
      'terms.md:4:5 term changed “Gate”: “Weighs experts.” → “Opens.”',
      'lesson.md:14:3 claim changed “kv_elements_per_token”: “1” → “2”',
    ]);
  });

  it('needs no picture, and says which text a partial clone lacks, rather than that all of it is new', () => {
    const partial = mkdtempSync(join(tmpdir(), 'coursewright-partial-'));
    try {
      const own = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
          cwd: partial,
          encoding: 'utf8',
        }).trim();
      const lose = (name: string) => {
        const id = own('rev-parse', name);
        rmSync(join(partial, '.git', 'objects', id.slice(0, 2), id.slice(2)), { force: true });
      };
      const lesson = (node: string) => `\`\`\`mermaid\nflowchart LR\n  A[${node}] --> B\n\`\`\`\n`;
      own('init', '-q', '-b', 'main');
      writeFileSync(join(partial, 'lesson.md'), lesson('One'));
      writeFileSync(join(partial, 'old.png'), `${'picture\n'.repeat(99)}`);
      own('add', '.');
      own('commit', '-qm', 'one');
      writeFileSync(join(partial, 'lesson.md'), lesson('Two'));
      rmSync(join(partial, 'old.png'));
      writeFileSync(join(partial, 'new.png'), `${'picture\n'.repeat(99)}more`);
      own('add', '-A');
      own('commit', '-qm', 'two');
      lose('HEAD~1:old.png');
      assert.deepEqual(run(['HEAD~1', 'HEAD'], process.env, partial), {
        status: 0,
        out: 'lesson.md:3:3 node renamed “One” → “Two”\n',
        err: '',
      });
      lose('HEAD~1:lesson.md');
      assert.deepEqual(run(['HEAD~1', 'HEAD'], process.env, partial), {
        status: 2,
        out: '',
        err: 'coursewright: git has lesson.md of HEAD~1 not at hand, as in a partial clone: fetch it first\n',
      });
    } finally {
      rmSync(partial, { recursive: true, force: true });
    }
  });

  it('gives the same as JSON', () => {
    const { before, after, changes } = JSON.parse(run(['HEAD', '--format', 'json']).out);
    assert.deepEqual([before, after, changes.length], ['HEAD', null, 9]);
    assert.deepEqual(changes[2], {
      ...{ kind: 'node', change: 'added', name: 'New', before: null, after: 'New' },
      range: { start: { line: 7, character: 8 }, end: { line: 7, character: 9 } },
      path: 'lesson.md',
    });
  });

  it('gives markdown for a comment, in which nothing is markup or a mention', () => {
    const { out } = run(['HEAD', '--format', 'markdown']);
    assert.match(
      out,
      /^### What changed in the course\n\nHEAD → the files as they are: 3 added, 1 removed, 2 renamed, 3 changed\.\n/,
    );
    assert.ok(out.includes('| node | renamed | “Decoder” → “De\\|coder &#64;you” | 7 |'), out);
  });

  it('compares two commits, and the folder it runs in alone', () => {
    git('commit', '-q', '-m', 'two');
    assert.equal(run(['HEAD~1', 'HEAD']).out.trimEnd().split('\n').length, 8);
    assert.equal(run(['HEAD', 'HEAD']).out, '');
    mkdirSync(join(folder, 'part'));
    assert.equal(run(['HEAD~1'], process.env, join(folder, 'part')).out, '');
  });

  it('refuses what it cannot do in one sentence', () => {
    const sentence = (found: ReturnType<typeof run>) => [found.status, found.err.split('\n', 1)[0]];
    assert.deepEqual(sentence(run(['nowhere'])), [2, "coursewright: git knows no revision 'nowhere' here"]);
    assert.deepEqual(sentence(run(['--', '--output=x'])), [2, "coursewright: git knows no revision '--output=x' here"]);
    assert.deepEqual(sentence(run(['^HEAD'])), [2, "coursewright: git knows no revision '^HEAD' here"]);
    assert.deepEqual(sentence(run([])), [2, 'coursewright: name a revision to compare with, such as HEAD or main']);
    assert.deepEqual(sentence(run(['a', 'b', 'c'])), [2, 'coursewright: name one revision or two']);
    const lonely = mkdtempSync(join(tmpdir(), 'coursewright-none-'));
    try {
      assert.match(run(['HEAD'], process.env, lonely).err, /this folder is in no git repository/);
      assert.match(run(['HEAD'], { ...process.env, PATH: lonely, Path: lonely }).err, /git is not installed/);
    } finally {
      rmSync(lonely, { recursive: true });
    }
  });
});
