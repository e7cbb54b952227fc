import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const cli = resolve('dist/cli.js');

describe('coursewright outline and terms', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, 'terms.md'), '# Terms\n\n- **🤖 Multimodal (MM):** Joins senses.\n');
    writeFileSync(join(folder, 'lesson.md'), '# 1. A multimodal model\n');
    writeFileSync(join(folder, 'tool.py'), 'x = """no course"""\n');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]) => {
    const { status, stdout } = spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0);
    return stdout;
  };

  it('prints the outline as text and as JSON, without Python that holds no course', () => {
    assert.match(run('outline', 'lesson.md'), /^lesson\.md\n {2}1 A multimodal model :1\n$/);
    const listed = JSON.parse(run('outline', '.', '--format', 'json'));
    assert.deepEqual(
      listed.map(({ path }: { path: string }) => path),
      ['lesson.md', 'terms.md'],
    );
    const [item] = listed[0].items;
    assert.deepEqual([item.title, item.number, item.kind, item.children], ['A multimodal model', '1', 'heading', []]);
    assert.deepEqual(JSON.parse(run('outline', 'tool.py', '--format', 'json')), [{ path: 'tool.py', items: [] }]);
  });

  it('says where there are no terms and no demos, and keeps to JSON', () => {
    assert.equal(run('terms', 'lesson.md'), 'no terms in 1 file\n');
    assert.equal(run('demo', 'lesson.md', 'terms.md'), 'no demos in 2 files\n');
    assert.deepEqual(
      [run('terms', 'lesson.md', '--format', 'json'), run('demo', '.', '--format', 'json')],
      ['[]\n', '[]\n'],
    );
  });

  it('prints definitions of the named files with uses in the whole course', () => {
    assert.match(run('terms', 'terms.md'), /^terms\.md:3:3 🤖 Multimodal \(MM\): Joins senses\. \[1 in prose, 0 in d/);
    const [term] = JSON.parse(run('terms', 'terms.md', '--format', 'json'));
    assert.deepEqual(term.uses, [
      { path: 'lesson.md', range: { start: { line: 0, character: 7 }, end: { line: 0, character: 17 } } },
    ]);
    assert.deepEqual(Object.keys(term).sort(), [
      'acronym',
      'aliases',
      'definition',
      'emoji',
      'nodes',
      'path',
      'range',
      'term',
      'uses',
    ]);
    assert.deepEqual(JSON.parse(run('terms', 'lesson.md', '--format', 'json')), []);
  });
});
