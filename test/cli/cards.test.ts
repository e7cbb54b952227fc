import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

describe('coursewright cards', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
    writeFileSync(join(folder, 'README.md'), '# Weaving\n\n## Glossary\n\n- **🎨 Dye (DY):** Gives *colour*.\n');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]) =>
    spawnSync(process.execPath, [resolve('dist/cli.js'), 'cards', ...args], { cwd: folder, encoding: 'utf8' });

  it('writes the cards for Anki, as lines or as JSON', () => {
    assert.match(
      run('.').stdout,
      /^#separator:tab\n[\s\S]*\ncoursewright:Weaving:dye\t🎨 DY\t<b>Dye<\/b><br>Gives colour\.\n$/,
    );
    assert.equal(run('.', '--format', 'text').stdout, '🎨 DY → Dye → Gives *colour*.\n');
    const [card] = JSON.parse(run('.', '--format', 'json').stdout);
    assert.deepEqual([card.front, card.path, card.line], ['🎨 DY', 'README.md', 4]);
  });

  it('says what it needs', () => {
    const { status, stderr } = run('README.md');
    assert.equal(status, 2);
    assert.match(stderr, /README\.md is no folder; cards are made of a whole course/);
    assert.equal(run('.', '--format', 'xml').status, 2);
  });
});
