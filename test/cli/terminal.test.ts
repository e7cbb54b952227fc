import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isWindows, skipUnlessSystemHas } from '../support/system-has';

const cli = resolve('dist/cli.js');

/** Clears the screen, sets the title of the window, as a sign of C1 does, and goes back to the line's beginning. */
const escapes = '\u001b[2J\u001b]0;pwned\u0007\u009b31m\u007f';
/** No sign of a text for a terminal: line ends and tabs are. */
const raw = /(?![\n\t])\p{Cc}/u;

describe('What a terminal is given', function () {
  this.timeout(180_000);
  let folder: string;
  const name = `a${escapes}.md`;
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: folder });
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8' });
    return { status, out: stdout, err: stderr };
  };
  before(function () {
    skipUnlessSystemHas(this, 'control characters in the names of files', !isWindows);
    folder = mkdtempSync(join(tmpdir(), 'coursewright-terminal-'));
    git('init', '-q', '-b', 'main');
    writeFileSync(join(folder, name), '# A\n');
    git('add', '-A');
    git('commit', '-q', '-m', 'one');
    const label = `Gate ${escapes}`;
    writeFileSync(
      join(folder, name),
      `# Glossary ${escapes}\n\n- **${label} (GT):** Opens ${escapes}.\n\n[a](gone${escapes}.md)\n\n` +
        `\`\`\`mermaid\nflowchart TD\n  A[${label}] --> B[(${label}]\n\`\`\`\n\n\`\`\`mermaid\nflowchart TD\n  A[${label}] --> B[${label} two]\n\`\`\`\n`,
    );
    mkdirSync(join(folder, `b${escapes}`));
    writeFileSync(join(folder, `b${escapes}`, 'c.md'), 'x'.repeat(17 * 1024 * 1024));
  });
  after(() => folder && rmSync(folder, { recursive: true, force: true }));

  const commands: readonly (readonly string[])[] = [
    ['check', '.'],
    ['check', '--format', 'json', '.'],
    ['check', '--format', 'github', '.'],
    ['check', '--format', 'sarif', '.'],
    ['check', '--format', 'markdown', '.'],
    ['check', `gone${escapes}.md`],
    ['outline', '.'],
    ['terms', '.'],
    ['terms', '--format', 'json', '.'],
    ['map', '--path', 'Gate', escapes, '.'],
    ['concepts', name],
    ['cards', '--format', 'text', '.'],
    ['diff', 'HEAD'],
    ['diff', 'HEAD', '--format', 'markdown'],
    ['diff', escapes],
    [escapes],
  ];
  for (const command of commands) {
    it(`has no control characters in the answer of ${JSON.stringify(command.join(' '))}`, () => {
      const { out, err } = run(...command);
      assert.notEqual(out + err, '', 'it says something');
      assert.doesNotMatch(out, raw);
      assert.doesNotMatch(err, raw);
    });
  }

  it('shows where one stood, and JSON means what it meant', () => {
    assert.ok(run('outline', '.').out.includes('\\u001b[2J'));
    const { files } = JSON.parse(run('check', '--format', 'json', '.').out) as { files: { path: string }[] };
    assert.equal(files.find(({ path }) => path.startsWith('a'))?.path, name);
  });

  it('holds no command for GitHub Actions but those of the check', () => {
    const hostile = ['a\n::add-mask::x.md', 'b ##[add-mask]x.md', '\u2028::stop-commands::x.md'];
    for (const one of hostile) writeFileSync(join(folder, one), '# A\n\n[a](gone.md)\n');
    writeFileSync(join(folder, 'c\n::add-mask::x.md'), Buffer.from([0xff, 0xfe, 0xfd]));
    const isCommand = (line: string) => /^\s*::|##\[/.test(line);
    for (const format of ['text', 'json', 'markdown', 'github']) {
      const { stdout, stderr } = spawnSync(process.execPath, [cli, 'check', '--format', format, '.'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, GITHUB_ACTIONS: 'true' },
      });
      const found = `${stdout}${stderr}`.split('\n').filter(isCommand);
      assert.deepEqual(
        found.filter((line) => format !== 'github' || !/^::(?:error|warning|notice) file=/.test(line)),
        [],
      );
      assert.ok(format !== 'github' || found.length > 0);
    }
    for (const one of [...hostile, 'c\n::add-mask::x.md']) rmSync(join(folder, one));
  });

  it('leaves the text of a file as it is where no terminal reads it', () => {
    writeFileSync(join(folder, 'plain.md'), '# Glossary\n\n- **Gate (GT):** Opens\u200d é.\n');
    assert.ok(run('cards', '.').out.includes('Opens\u200d é'));
  });
});
