import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const cli = resolve('dist/cli.js');

describe('A course with a settings file of its own, on the command line', () => {
  let folder: string;
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const check = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'check', '--no-cache', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(stderr, '');
    return { status, lines: stdout.trim().split('\n') };
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
    write('part/a.md', '# A\n\n[x](gone.md)\n');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('takes its settings for a file, a folder inside it and all of it', () => {
    write('coursewright.json', '{ "severity": { "link.broken": "error" } }');
    for (const named of ['part/a.md', 'part', '.']) {
      const { status, lines } = check(named);
      assert.deepEqual(lines, [
        'part/a.md:3:5 error link.broken There is no file gone.md.',
        '1 file, 0 diagrams, 1 error, 0 warnings',
      ]);
      assert.equal(status, 1);
    }
  });

  it('names no file outside a named folder of it', () => {
    write('coursewright.jsonc', '// A course.');
    write('other/b.md', '[x](gone.md)\n');
    assert.equal(check('other').lines.at(-1), '1 file, 0 diagrams, 0 errors, 1 warning');
    assert.equal(check('.').lines.at(-1), '2 files, 0 diagrams, 0 errors, 2 warnings');
  });

  it('lets what stands in .vscode/settings.json win, key by key, and --config over both', () => {
    write('coursewright.jsonc', '{ "severity": { "link.broken": "hint", "link.case": "off" } }');
    write('coursewright.json', '{ "severity": { "link.broken": "information" } }');
    assert.match(check('.').lines[0]!, / information link\.broken /);
    write('.vscode/settings.json', '{ "coursewright.severity": { "link.broken": "warning" } }');
    assert.match(check('.').lines[0]!, / warning link\.broken /);
    write('ci/coursewright.json', '{ "severity.link.broken": "error" }');
    assert.match(check('.', '--config', 'ci/coursewright.json').lines[0]!, / error link\.broken /);
  });

  it('takes a marked folder inside for a course of its own', () => {
    write('coursewright.json', '{ "severity": { "link.broken": "error" } }');
    write('glossary.md', '# Glossary\n\n- **Gate:** Opens.\n');
    write('part/terms.md', '# Glossary\n\n- **Gate:** Shuts.\n\nA gate.\n');
    assert.match(check('.').lines.join(), /term\.conflict/);
    write('part/coursewright.json', '{ "severity": { "link.broken": "hint" } }');
    const { status, lines } = check('.');
    assert.deepEqual(lines.slice(0, -1), ['part/a.md:3:5 hint link.broken There is no file gone.md.']);
    assert.equal(status, 0);
  });

  it('says in the file what is wrong there, keeps the rest of it, and mends nothing unasked', () => {
    write('coursewright.json', '{\n  "severity": { "link.broken": "error" }\n  "hints.use": true\n}\n');
    const { status, lines } = check('part/a.md', '--fix');
    assert.deepEqual(lines.slice(0, -1), [
      'coursewright.json:3:3 error settings.syntax This is not JSON: a comma is missing before this.',
      'coursewright.json:3:3 warning settings.unknown-key There is no setting hints.use of a course. Did you mean hints.uses?',
      'part/a.md:3:5 error link.broken There is no file gone.md.',
    ]);
    assert.equal(status, 1);
    const { files } = JSON.parse(check('.', '--format', 'json').lines.join('\n'));
    assert.equal(files[0].path, 'coursewright.json');
    assert.equal(files[0].diagnostics[1].fixes[0].edits[0].newText, '"hints.uses"');
  });

  it('complains of a settings file that cannot be read', () => {
    mkdirSync(join(folder, 'coursewright.json'));
    const { status, stderr } = spawnSync(process.execPath, [cli, 'check', '.'], { cwd: folder, encoding: 'utf8' });
    assert.match(stderr, /^coursewright: .*coursewright\.json: .*\n$/);
    assert.equal(status, 2);
  });
});
