import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const cli = resolve('dist/cli.js');

describe('coursewright overview', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, 'README.md'), '# Weaving by hand\n\nWelcome.\n');
    mkdirSync(join(folder, 'lab'));
    writeFileSync(join(folder, 'lab', 'notes.md'), 'Numbers.\n');
    writeFileSync(join(folder, 'lab', 'package.json'), '{ "dependencies": { "three": "1.0.0" } }');
    writeFileSync(
      join(folder, 'loom.md'),
      '# 🧵 The Loom (LM)\n\n## Parts\n\n1. 🪵 Build a frame\n2. Stretch the warp\n\n```mermaid\nflowchart LR\n  A[Frame] -->|carries| B[Cloth]\n```\n',
    );
    writeFileSync(
      join(folder, 'cloth.md'),
      '# Cloth and Colour\n\n## Glossary\n\n- **🎨 Dye (DY):** Gives | colour.\n\n```mermaid\nflowchart LR\n  C[Cloth] --> D[Dye]\n```\n\n```python\nimport numpy as np\n```\n',
    );
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'overview', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const written = () => readFileSync(join(folder, 'OVERVIEW.md'), 'utf8');

  it('makes every part from the course, with links to its places', () => {
    const { status, stdout } = run('.');
    assert.equal(status, 0);
    for (const line of [
      '# Weaving by hand: an overview',
      '[🧵 The Loom (LM)](loom.md)',
      '[Parts](loom.md#parts)',
      '- [1 🪵 Build a frame](loom.md#parts)',
      '    a1["Cloth and Colour"]\n    a2["🧵 The Loom (LM)"]\n    a2 -->|"carries"| a1',
      '| [🎨 Dye (DY)](cloth.md#glossary) | Gives \\| colour. |',
      '| `numpy` |  | [Cloth and Colour](cloth.md): [Glossary](cloth.md#glossary) |',
      '| `three` |  | [lab/package.json](lab/package.json) |',
      '- 🧵 **LM** → The Loom',
      '- ClCo, CC *(proposed)* → Cloth and Colour',
      '- 🎨 **DY** → Dye',
      '> Weaving by hand: Cloth and Colour · 🧵 LM',
    ]) {
      assert.ok(stdout.includes(line), `${line}\n\nnot in\n\n${stdout}`);
    }
    assert.doesNotMatch(stdout, /Left out/, 'a part for which there is nothing would be named');
  });

  it('is written between its markers, says when it is stale, and leaves all else alone', () => {
    assert.equal(run('.', '--check').status, 1);
    assert.equal(run('.', '--write').status, 0);
    const first = written();
    assert.equal(run('.', '--write').status, 0);
    assert.equal(written(), first);
    assert.equal(run('.', '--check').status, 0);

    writeFileSync(join(folder, 'OVERVIEW.md'), `Mine above.\n\n${first}\nMine below.\n`);
    assert.equal(run('.', '--check').status, 0);
    const lesson = readFileSync(join(folder, 'loom.md'), 'utf8');
    writeFileSync(join(folder, 'loom.md'), lesson.replace('The Loom', 'The Big Loom'));
    const stale = run('.', '--check');
    assert.equal(stale.status, 1);
    assert.match(stale.stdout, /^OVERVIEW\.md: overview\.stale .*--write/);
    const { stdout } = spawnSync(process.execPath, [cli, 'check', 'OVERVIEW.md', '--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const [mark] = JSON.parse(stdout).files[0].diagnostics;
    assert.deepEqual([mark.code, mark.severity, mark.range.start.line], ['overview.stale', 'information', 2]);
    assert.match(mark.fixes[0].edits[0].newText, /The Big Loom/);
    assert.equal(run('.', '--write').status, 0);
    assert.match(written(), /^Mine above\.\n[\s\S]*The Big Loom[\s\S]*\nMine below\.\n$/);
    writeFileSync(join(folder, 'loom.md'), lesson);
  });

  it('adds no term and no mark to the course that it is written into', () => {
    const check = () =>
      spawnSync(process.execPath, [cli, 'check', '.', '--format', 'json'], { cwd: folder, encoding: 'utf8' }).stdout;
    const marks = () =>
      JSON.parse(check()).files.flatMap(({ path, diagnostics }: { path: string; diagnostics: { code: string }[] }) =>
        diagnostics.map(({ code }) => `${path} ${code}`),
      );
    rmSync(join(folder, 'OVERVIEW.md'), { force: true });
    const before = marks();
    run('.', '--write');
    assert.deepEqual(marks(), before);
    const terms = spawnSync(process.execPath, [cli, 'terms', 'OVERVIEW.md'], { cwd: folder, encoding: 'utf8' });
    assert.equal(terms.stdout, 'no terms in 1 file\n');
  });

  for (const [what, args, says] of [
    ['a file', ['loom.md'], /loom\.md is no folder/],
    ['nothing', ['nowhere'], /nowhere/],
    ['two folders', ['.', '.'], /name one folder/],
    ['both options', ['.', '--write', '--check'], /exclude each other/],
  ] as const) {
    it(`refuses ${what} in one sentence`, () => {
      const { status, stderr } = run(...args);
      assert.equal(status, 2);
      assert.match(stderr.split('\n')[0]!, says);
    });
  }
});
