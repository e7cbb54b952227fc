import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const cli = resolve('dist/cli.js');
const tour = join('tour', 'broken-diagrams.md');

function check(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'check', '--format', 'json', ...args], {
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  return { status, report: JSON.parse(stdout) };
}

describe('coursewright check on the sample course', function () {
  this.timeout(300_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
    cpSync('samples', folder, { recursive: true });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('finds nothing in the samples, whose tour is kept apart by their settings', () => {
    const { status, report } = check(folder);
    assert.equal(status, 0, JSON.stringify(report, null, 1));
    assert.ok(report.summary.diagrams >= 15 && report.files.length >= 12);
    assert.ok(report.files.every(({ path }: { path: string }) => !path.includes('tour')));
  });

  it('finds the two breaks of the tour, each where it stands, and mends the one that is safe to mend and nothing else', () => {
    const file = join(folder, 'course', tour);
    const before = readFileSync(file, 'utf8').split('\n');
    const { status, report } = check(file);
    assert.equal(status, 1);
    const marked = report.files[0].diagnostics.map(
      ({ code, range }: { code: string; range: Record<'start' | 'end', { line: number; character: number }> }) => [
        code,
        before[range.start.line]!.slice(range.start.character, range.end.character),
      ],
    );
    assert.deepEqual(marked, [
      ['mermaid.unquoted-label', 'Multi-Head Latent Attention (MLA)'],
      ['mermaid.unclosed', '['],
    ]);
    const [unfixed, ...more] = check('--fix', file).report.files[0].diagnostics;
    assert.deepEqual([unfixed.code, unfixed.fixes[0].safe, more], ['mermaid.unclosed', false, []]);
    const after = readFileSync(file, 'utf8').split('\n');
    assert.deepEqual(
      after.filter((line, i) => line !== before[i]).map((line) => line.trim()),
      ['B -->|kept| C["Multi-Head Latent Attention (MLA)"]'],
    );
  });
});
