import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

describe('coursewright concepts', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
    writeFileSync(
      join(folder, 'a.md'),
      '# Looms\n\n## Warp\n\nThe warp is held. A warp is long.\n\n## Cloth\n\nCloth is soft.\n',
    );
    writeFileSync(join(folder, 'b.md'), `# More\n\n${'Cloth is made on looms. '.repeat(30)}\n`);
    writeFileSync(join(folder, 'mine.txt'), 'The warp is long.');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]) =>
    spawnSync(process.execPath, [resolve('dist/cli.js'), 'concepts', ...args], { cwd: folder, encoding: 'utf8' });

  it('names what tells a section from the rest, and scores a summary', () => {
    const { stdout } = run('a.md', '--section', 'Warp', '--summary', 'mine.txt');
    assert.match(stdout, /^\d+\.\d\t2×\twarp\n/);
    assert.match(stdout, /\nthe summary: ROUGE-1 precision 1\.000, recall 0\.500, F 0\.667\n/);
    assert.match(
      run('a.md', '--section', 'Warp', '--format', 'mermaid').stdout,
      /^---\ntitle: "Warp"\n---\nflowchart LR\n {4}c1\["warp"\]\n/,
    );
    assert.equal(JSON.parse(run('a.md', '--format', 'json').stdout).title, 'a.md');
  });

  it('says what it needs', () => {
    assert.match(run('a.md', '--section', 'Weft').stderr, /a\.md has no section 'Weft'/);
    assert.match(run('.').stderr, /is no file; concepts are found in one file/);
    assert.equal(run('a.md', '--summary', 'none.txt').status, 2);
  });
});
