import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sharedFile, skipWithoutShared } from '../support/shared';
import { skipUnlessSystemHas } from '../support/system-has';

const cli = resolve('dist/cli.js');
const broken = 'flowchart TD\n  A[Latent Attention (MLA)] --> B[Cache]\n';
const fenced = (diagram: string) => `# Lesson\n\n\`\`\`mermaid\n${diagram}\`\`\`\n`;

function run(cwd: string, args: string[], input?: string) {
  const result = spawnSync(process.execPath, [cli, ...args], { cwd, input, encoding: 'utf8' });
  return { status: result.status, out: result.stdout, err: result.stderr };
}

describe('coursewright check', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
    mkdirSync(join(folder, '.vscode'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('says where, how bad, what and why, one line each', () => {
    writeFileSync(join(folder, 'a.md'), fenced(broken));
    const { status, out } = run(folder, ['check', 'a.md']);
    assert.equal(status, 1);
    assert.match(out, /^a\.md:5:5 error mermaid\.unquoted-label /m);
    assert.match(out, /1 file, 1 diagram, 1 error, 0 warnings/);
  });

  it('gives the JSON of the contract', () => {
    writeFileSync(join(folder, 'a.md'), fenced(broken));
    const { out } = run(folder, ['check', '.', '--format', 'json']);
    const report = JSON.parse(out);
    assert.deepEqual(report.summary, { files: 1, diagrams: 1, errors: 1, warnings: 0, fixed: 0 });
    const [file] = report.files;
    assert.equal(file.path, 'a.md');
    assert.equal(file.diagrams, 1);
    const [found] = file.diagnostics;
    assert.deepEqual(found.range, { start: { line: 4, character: 4 }, end: { line: 4, character: 26 } });
    assert.equal(found.fixes[0].safe, true);
    assert.deepEqual(found.fixes[0].edits, [{ range: found.range, newText: '"Latent Attention (MLA)"' }]);
  });

  it('gives SARIF and workflow commands', () => {
    writeFileSync(join(folder, 'a.md'), fenced(broken));
    const sarif = JSON.parse(run(folder, ['check', 'a.md', '--format', 'sarif']).out);
    assert.equal(sarif.version, '2.1.0');
    assert.equal(sarif.runs[0].results[0].ruleId, 'mermaid.unquoted-label');
    assert.equal(sarif.runs[0].results[0].locations[0].physicalLocation.region.startColumn, 5);
    const { results, tool, originalUriBaseIds } = sarif.runs[0];
    assert.ok(results[0].locations[0].physicalLocation.artifactLocation.uriBaseId in originalUriBaseIds);
    const rules: { id: string; help: { text: string }; [key: string]: unknown }[] = tool.driver.rules;
    const rule = rules.find(({ id }) => id === 'mermaid.unquoted-label')!;
    assert.deepEqual(rule.defaultConfiguration, { level: 'error' });
    assert.match(rule.help.text, /^\*\*What to do\.\*\* /);
    for (const { id, shortDescription, fullDescription, help } of rules) {
      for (const said of [shortDescription, fullDescription, help] as { text: string }[]) {
        assert.match(said.text, /^\S[\s\S]*[.:`|>a-z\d]$/i, id);
        assert.doesNotMatch(said.text, /^Default severity/);
      }
    }
    assert.match(run(folder, ['check', 'a.md', '--format', 'github']).out, /^::error file=a\.md,line=5,col=5,/);
  });

  it('gives a report of code quality whose fingerprints stay when lines come above', () => {
    const report = (text: string) => {
      writeFileSync(join(folder, 'a.md'), text);
      return JSON.parse(run(folder, ['check', 'a.md', '--format', 'gitlab']).out);
    };
    const [found, ...more] = report(fenced(broken));
    assert.deepEqual(more, []);
    assert.deepEqual(found.location, { path: 'a.md', lines: { begin: 5, end: 5 } });
    assert.deepEqual([found.check_name, found.severity], ['mermaid.unquoted-label', 'major']);
    const below = report(`One more line.\n\n${fenced(broken)}${fenced(broken)}`);
    assert.equal(below[0].fingerprint, found.fingerprint);
    assert.notEqual(below[0].fingerprint, below[1].fingerprint);
  });

  it('suggests whole lines as they are mended, which nothing in them closes', () => {
    const text = fenced(broken).replaceAll('\n', '\r\n');
    writeFileSync(join(folder, 'a.md'), text);
    const { comments } = JSON.parse(run(folder, ['check', 'a.md', '--format', 'github-suggestions']).out);
    const [comment, ...more] = comments;
    assert.deepEqual(more, []);
    assert.deepEqual([comment.path, comment.line, comment.side, 'start_line' in comment], ['a.md', 5, 'RIGHT', false]);
    const [, fence, suggested] = /\n(`+)suggestion\n([\s\S]*)\n\1$/.exec(comment.body)!;
    assert.equal(fence, '```');
    const line = text.split('\r\n')[4]!;
    assert.equal(suggested, line.replace('Latent Attention (MLA)', '"Latent Attention (MLA)"'));
  });

  it('fixes the file that a link leads to, and leaves the link one', () => {
    writeFileSync(join(folder, 'a.md'), fenced(broken));
    symlinkSync('a.md', join(folder, 'link.md'));
    run(folder, ['check', 'link.md', '--fix']);
    assert.ok(lstatSync(join(folder, 'link.md')).isSymbolicLink());
    assert.match(readFileSync(join(folder, 'a.md'), 'utf8'), /A\["Latent Attention \(MLA\)"\]/);
  });

  it('refuses a settings file that is not JSON, and a number of warnings that is none', () => {
    writeFileSync(join(folder, 'a.md'), fenced(broken));
    writeFileSync(join(folder, 'settings.json'), '{ nonsense');
    const { status, err } = run(folder, ['check', 'a.md', '--config', 'settings.json']);
    assert.equal(status, 2);
    assert.match(err, /settings\.json is not JSON/);
    for (const number of ['', '-1', '1.5', 'x']) {
      assert.equal(run(folder, ['check', 'a.md', `--max-warnings=${number}`]).status, 2, number);
    }
  });

  it('gives a diagram the time that the settings allow', () => {
    // So long that it is not done before this side looks at its clock, however busy the machine.
    writeFileSync(join(folder, 'a.md'), fenced(`sequenceDiagram\n${'A->>B: x\n'.repeat(5000)}`));
    writeFileSync(join(folder, '.vscode', 'settings.json'), '{ "coursewright.mermaid.timeout": 1 }');
    assert.match(run(folder, ['check', 'a.md', '--no-cache']).out, /^a\.md:4:1 warning mermaid\.too-slow /m);
  });

  it('remembers verdicts in the cache folder alone, and asks anew with --no-cache', function () {
    skipUnlessSystemHas(this, '/dev and /proc of Linux', process.platform === 'linux');
    this.timeout(60_000);
    writeFileSync(join(folder, 'a.md'), fenced(broken));
    const cache = join(folder, 'cache');
    const check = (...args: string[]) => {
      const env = { ...process.env, XDG_CACHE_HOME: cache };
      const { stdout } = spawnSync(process.execPath, [cli, 'check', 'a.md', ...args], { cwd: folder, env });
      return String(stdout);
    };
    const said = check();
    assert.match(said, /1 error/);
    const [name] = readdirSync(join(cache, 'coursewright'));
    assert.deepEqual(readdirSync(folder).sort(), ['.vscode', 'a.md', 'cache']);
    assert.equal(check(), said);
    // A verdict made up, well-formed: it shows that what was remembered is believed.
    const file = join(cache, 'coursewright', name!);
    const { 1: body } = readFileSync(file, 'utf8').split('\n');
    const verdicts = Object.keys(JSON.parse(body!)).map((key) => [key, { kind: 'good', type: 'flowchart-v2' }]);
    const wrong = JSON.stringify(Object.fromEntries(verdicts));
    writeFileSync(file, `${createHash('sha256').update(wrong).digest('base64url')}\n${wrong}`);
    assert.match(check(), /0 errors/);
    assert.equal(check('--no-cache'), said);
    writeFileSync(file, wrong);
    assert.equal(check(), said);
  });

  it('respects the ignore files above a named folder, up to the repository', () => {
    mkdirSync(join(folder, '.git'));
    mkdirSync(join(folder, 'course', 'drafts'), { recursive: true });
    writeFileSync(join(folder, '.gitignore'), 'drafts/\n');
    for (const path of ['course/a.md', 'course/drafts/b.md']) writeFileSync(join(folder, path), fenced(broken));
    assert.match(run(folder, ['check', 'course']).out, /1 file, 1 diagram, 1 error/);
    assert.match(run(folder, ['check', 'course/drafts']).out, /1 file, 1 diagram, 1 error/, 'named itself');
  });

  it('fixes what is safe, keeps line endings, byte-order mark and mode, and counts', () => {
    const path = join(folder, 'a.md');
    writeFileSync(path, `\ufeff${fenced(broken).replaceAll('\n', '\r\n')}`);
    chmodSync(path, 0o640);
    const { status, out } = run(folder, ['check', 'a.md', '--fix', '--format', 'json']);
    assert.equal(status, 0);
    assert.equal(JSON.parse(out).summary.fixed, 1);
    const mended = fenced(broken.replace('[Latent Attention (MLA)]', '["Latent Attention (MLA)"]'));
    assert.equal(readFileSync(path, 'utf8'), `\ufeff${mended.replaceAll('\n', '\r\n')}`);
    assert.equal(statSync(path).mode & 0o777, 0o640);
  });

  it('reads standard input under the name it is given', () => {
    const { status, out } = run(folder, ['check', '-', '--stdin-path', 'x/y.mmd'], broken);
    assert.equal(status, 1);
    assert.match(out, /^x\/y\.mmd:2:5 error/m);
  });

  it('names what it cannot read, reports the rest, and ends with 2', () => {
    writeFileSync(join(folder, 'a.md'), fenced(broken));
    writeFileSync(join(folder, 'latin1.md'), Buffer.from([0x23, 0x20, 0xe9, 0x0a]));
    const { status, out, err } = run(folder, ['check', 'missing.md', 'latin1.md', 'a.md']);
    assert.equal(status, 2);
    assert.match(err, /missing\.md: no such file/);
    assert.match(err, /latin1\.md: not valid UTF-8/);
    assert.match(out, /a\.md:5:5 error/);
  });

  it('ends with 2 and the usage for a wrong option', () => {
    assert.equal(run(folder, ['check', 'a.md', '--nonsense']).status, 2);
    assert.equal(run(folder, ['check', 'a.md', '--format', 'xml']).status, 2);
    assert.equal(run(folder, ['check']).status, 2);
    assert.equal(run(folder, ['nonsense']).status, 2);
    assert.match(run(folder, ['--version']).out, /coursewright \d+\.\d+\.\d+ \(mermaid 12\.3\.0\)/);
  });

  it('respects .gitignore, settings and suppressions', () => {
    mkdirSync(join(folder, 'drafts'));
    writeFileSync(join(folder, '.gitignore'), 'drafts/\n');
    writeFileSync(join(folder, 'drafts', 'b.md'), fenced(broken));
    mkdirSync(join(folder, '.trash'));
    writeFileSync(join(folder, '.trash', 'd.md'), fenced(broken));
    writeFileSync(join(folder, 'a.md'), fenced(`%% coursewright-disable-next-line mermaid.unquoted-label\n${broken}`));
    writeFileSync(join(folder, 'c.md'), fenced(broken));
    const settings = '{ // comments are welcome\n "coursewright.severity": { "mermaid.unquoted-label": "warning" }, }';
    writeFileSync(join(folder, '.vscode', 'settings.json'), settings);
    const { status, out } = run(folder, ['check', '.', '--format', 'json']);
    assert.equal(status, 0);
    const files = JSON.parse(out).files;
    assert.deepEqual(
      files.map((file: { path: string }) => file.path),
      ['a.md', 'c.md'],
    );
    assert.equal(files[1].diagnostics[0].severity, 'warning');
    assert.equal(run(folder, ['check', '.', '--max-warnings', '0']).status, 1);
  });

  // Four diagrams are broken; one of them holds two broken labels, each a break of its own.
  it('finds exactly the broken labels of a real course, and mends them and nothing else', function () {
    const course = sharedFile('corpus/courses/streamlit-scroller.md');
    if (!course) return skipWithoutShared(this);
    const path = join(folder, 'course.md');
    cpSync(course, path);
    chmodSync(path, 0o644);
    const before = readFileSync(path, 'utf8');
    const report = JSON.parse(run(folder, ['check', 'course.md', '--format', 'json']).out);
    assert.equal(report.summary.diagrams, 21);
    const errors = report.files[0].diagnostics.filter((found: { severity: string }) => found.severity === 'error');
    assert.deepEqual(
      errors.map((found: { range: { start: { line: number } } }) => found.range.start.line + 1),
      [754, 755, 1312, 1342, 1516],
    );
    for (const error of errors) {
      assert.equal(error.code, 'mermaid.unquoted-label');
      assert.equal(error.fixes[0].safe, true);
    }
    assert.equal(run(folder, ['check', 'course.md', '--fix']).status, 0);
    const after = readFileSync(path, 'utf8').split('\n');
    const changed = before.split('\n').filter((line, index) => line !== after[index]);
    assert.equal(changed.length, 5);
    assert.equal(
      after.join('\n').replaceAll('["', '[').replaceAll('"]', ']'),
      before.replaceAll('["', '[').replaceAll('"]', ']'),
    );
  });
});
