import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const cli = resolve('dist/cli.js');

const cell = (kind: string, ...source: string[]) => ({ cell_type: kind, id: kind, metadata: {}, source });
const notebook = (...cells: object[]): string =>
  `${JSON.stringify({ cells, metadata: { kernelspec: { name: 'python3' } }, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
const lesson = (label: string): string =>
  notebook(
    cell('markdown', '# Gates\n', '\n', '- **Gate (GT):** chooses "experts"'),
    cell('code', 'print("A[Gate (router)]")\n', 'x = 1'),
    cell('markdown', '## Picture\n', '\n', '```mermaid\n', 'flowchart TD\n', `  A[${label}] --> B[Experts]\n`, '```'),
  );

describe('notebooks on the command line', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-notebook-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]) => {
    const { stdout, stderr, status } = spawnSync('node', [cli, ...args, '--no-cache'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { stdout, stderr, status };
  };

  it('are checked where they stand, and mended in their cells alone', () => {
    writeFileSync(join(folder, 'gates.ipynb'), lesson('Gate (router)'));
    const found = run('check', '.');
    assert.match(found.stdout, /gates\.ipynb:31:10 error mermaid\.unquoted-label/);
    assert.equal(found.status, 1);
    assert.equal(run('check', '.', '--fix').status, 0);
    assert.equal(readFileSync(join(folder, 'gates.ipynb'), 'utf8'), lesson('"Gate (router)"'));
  });

  it('are outlined, and their terms listed', () => {
    writeFileSync(join(folder, 'gates.ipynb'), lesson('Gate'));
    assert.match(
      spawnSync('node', [cli, 'outline', '.'], { cwd: folder, encoding: 'utf8' }).stdout,
      /Gates[\s\S]+ {4}Picture/,
    );
    assert.match(spawnSync('node', [cli, 'terms', '.'], { cwd: folder, encoding: 'utf8' }).stdout, /Gate \(GT\)/);
  });

  it('that are none say where they break, and stay as they are', () => {
    const text = lesson('Gate (router)').replace('"cells": [', '"cells": [[');
    writeFileSync(join(folder, 'gates.ipynb'), text);
    const { stdout, status } = run('check', '.', '--fix');
    assert.match(stdout, /error notebook\.syntax This is no notebook: its JSON breaks here/);
    assert.equal(status, 1);
    assert.equal(readFileSync(join(folder, 'gates.ipynb'), 'utf8'), text);
  });

  it('that are empty files say so', () => {
    writeFileSync(join(folder, 'gates.ipynb'), '');
    const { stdout, status } = run('check', 'gates.ipynb');
    assert.match(stdout, /^gates\.ipynb:1:1 error notebook\.syntax This notebook is an empty file, /);
    assert.equal(status, 1);
    writeFileSync(join(folder, 'gates.ipynb'), notebook());
    assert.equal(run('check', 'gates.ipynb').status, 0);
  });

  it('that cannot be read say so whatever is asked of them, and are left as they are', () => {
    for (const [text, why] of [
      ['no notebook', /^coursewright: gates\.ipynb:1:1 This is no notebook: .+\n$/],
      ['{"cells": 3}', /^coursewright: gates\.ipynb:1:1 This notebook has no list of cells: .+\n$/],
      ['', /^coursewright: gates\.ipynb:1:1 This notebook is an empty file, .+\n$/],
    ] as const) {
      writeFileSync(join(folder, 'gates.ipynb'), text);
      for (const command of ['outline', 'terms', 'demo', 'map']) {
        const { stderr, status } = spawnSync('node', [cli, command, 'gates.ipynb'], { cwd: folder, encoding: 'utf8' });
        assert.match(stderr, why, command);
        assert.equal(status, 2, command);
      }
      assert.equal(readFileSync(join(folder, 'gates.ipynb'), 'utf8'), text);
    }
    writeFileSync(join(folder, 'gates.ipynb'), notebook());
    for (const command of ['outline', 'terms', 'demo', 'map']) {
      const { stderr, status } = spawnSync('node', [cli, command, 'gates.ipynb'], { cwd: folder, encoding: 'utf8' });
      assert.deepEqual([stderr, status], ['', 0], command);
    }
  });

  it('without cells say so', () => {
    writeFileSync(join(folder, 'gates.ipynb'), '{"worksheets": []}');
    assert.match(run('check', 'gates.ipynb').stdout, /This notebook has no list of cells/);
  });
});
