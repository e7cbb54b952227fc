import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { isWindows, skipUnlessSystemHas } from '../support/system-has';

const cli = resolve('dist/cli.js');
const label = '```mermaid\nflowchart TD\n  A[Cache (KV)] --> B\n```\n';

/** Whether a program can be run by its name. */
const runs = (program: string) => spawnSync(program, ['--version'], { shell: isWindows }).status === 0;

describe('Coursewright in continuous integration', function () {
  this.timeout(300_000);
  let folder: string;
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  describe('as the GitHub Action', () => {
    interface Step {
      readonly run?: string;
      readonly uses?: string;
      readonly if?: string;
      readonly env?: Readonly<Record<string, string>>;
    }
    const action: {
      readonly inputs: Readonly<Record<string, { readonly default: string }>>;
      readonly runs: { readonly using: string; readonly steps: readonly Step[] };
    } = parse(readFileSync('action.yml', 'utf8'));

    /** Runs the action's own step by a shell, as a runner would, with the built command line in place of the published. */
    function act(inputs: Readonly<Record<string, string>> = {}) {
      const values: Readonly<Record<string, string>> = {
        ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default])),
        command: `${process.execPath} ${cli}`,
        ...inputs,
      };
      for (const name of Object.keys(inputs)) assert.ok(name in action.inputs, name);
      const [step] = action.runs.steps;
      const inputOf = (expression: string) => {
        if (expression === 'github.action_path') return resolve('.');
        const value = values[expression.replace(/^inputs\./, '')];
        assert.ok(value !== undefined, expression);
        return value;
      };
      const env = Object.fromEntries(
        Object.entries(step!.env!).map(([name, text]) => [
          name,
          text.replace(/\$\{\{ (\S+) \}\}/g, (_, expression: string) => inputOf(expression)),
        ]),
      );
      for (const name of ['output', 'summary.txt']) write(name, '');
      const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary.txt') };
      const { status, stdout, stderr } = spawnSync(
        'bash',
        ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step!.run!],
        {
          cwd: folder,
          env: { ...process.env, RUNNER_TEMP: folder, ...env, ...files },
          encoding: 'utf8',
        },
      );
      const outputs = Object.fromEntries(
        read('output')
          .trim()
          .split('\n')
          .map((line) => line.split(/=(.*)/s)),
      );
      return { status, out: stdout, err: stderr, outputs, summary: read('summary.txt') };
    }

    before(function () {
      skipUnlessSystemHas(this, 'bash', !isWindows);
    });

    it('annotates, tells all in the summary, and fails for errors alone', () => {
      write('a.md', `# A\n\n${label.repeat(12)}\n[x](gone.md)\n`);
      const { status, out, outputs, summary } = act();
      assert.equal(status, 1);
      assert.equal(outputs.status, '1');
      assert.equal(out.match(/^::error file=a\.md,line=\d+,col=5,/gm)?.length, 12);
      assert.match(summary, /^### Coursewright: 1 file, 12 diagrams, 12 errors, 1 warning\n/);
      assert.equal(summary.match(/^\| `a\.md:\d+:\d+` \| error \| \[mermaid\.unquoted-label\]/gm)?.length, 12);
      assert.match(summary, /^\| `a\.md:52:5` \| warning \| .* \| There is no file gone\.md\. \| {2}\|$/m);
      write('a.md', '[x](gone.md)\n');
      assert.equal(act().status, 0);
      assert.equal(act({ 'max-warnings': '0' }).status, 1);
    });

    it('checks the named paths alone, whatever they are called', () => {
      mkdirSync(join(folder, '$(touch harm); `x`'));
      write('$(touch harm); `x`/a.md', '[x](gone.md)\n');
      write('-b.md', '[x](gone.md)\n');
      write('c.md', '[x](gone.md)\n');
      const { status, out, err } = act({ paths: '$(touch harm); `x`\n\n-b.md\r\n' });
      assert.equal(err, '');
      assert.deepEqual(
        [...out.matchAll(/ file=([^,]+),/g)].map(([, file]) => file),
        ['$(touch harm); `x`/a.md', '-b.md'],
      );
      assert.equal(status, 0);
      assert.ok(!existsSync(join(folder, 'harm')));
    });

    it('writes SARIF and suggested changes where they are asked for, and says where the SARIF is', () => {
      write('a.md', label);
      const { outputs } = act({ 'upload-sarif': 'true', suggestions: 'review.json' });
      assert.equal(JSON.parse(readFileSync(outputs.sarif!, 'utf8')).version, '2.1.0');
      assert.equal(JSON.parse(read('review.json')).comments.length, 1);
      assert.equal(act().outputs.sarif, undefined);
    });

    it('fails with one sentence for a wrong input', () => {
      write('a.md', '');
      const { status, err } = act({ 'max-warnings': 'few' });
      assert.equal(status, 2);
      assert.match(err, /^coursewright: --max-warnings is a whole number\n/);
    });

    it('runs the published package of its own version unless told otherwise', () => {
      mkdirSync(join(folder, 'bin'));
      write('bin/npx', '#!/bin/sh\necho "$@"\n');
      spawnSync('chmod', ['+x', join(folder, 'bin', 'npx')]);
      const path = process.env.PATH;
      process.env.PATH = `${join(folder, 'bin')}:${path}`;
      try {
        const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
        assert.match(act({ command: '' }).out, new RegExp(`^--yes coursewright@${version} check --format github `));
      } finally {
        process.env.PATH = path;
      }
    });

    it('uploads only when it is told to, also after errors', () => {
      const [, upload, ...more] = action.runs.steps;
      assert.deepEqual(more, []);
      assert.match(upload!.uses!, /^github\/codeql-action\/upload-sarif@v\d+$/);
      assert.match(upload!.if!, /always\(\) && inputs\.upload-sarif == 'true'/);
      assert.equal(action.runs.using, 'composite');
    });
  });

  it('gives SARIF that its published schema accepts, whatever files are called', () => {
    // The package has no types of a module's import.
    const { buildMatcher } = createRequire(import.meta.url)('@microsoft/sarif-matcher-utils');
    const matches: (log: unknown) => { pass: boolean; message(): string } = buildMatcher();
    mkdirSync(join(folder, 'deep in'));
    write('deep in/a#1?%.md', `# A\n\n${label}\n[x](gone.md)\n`);
    write('b.md', `${label}\n[y](Deep%20in/a#x)\n`);
    for (const paths of [['.'], ['b.md'], []]) {
      write('coursewright.json', '{ "hint": {} }');
      const args = ['check', '--format', 'sarif', ...(paths.length > 0 ? paths : ['deep in'])];
      const { stdout } = spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8' });
      const log = JSON.parse(stdout);
      const { pass, message } = matches(log);
      assert.ok(pass, pass ? '' : message());
      assert.ok(log.runs[0].results.some((result: { fixes?: unknown[] }) => (result.fixes?.length ?? 0) > 0));
      for (const { locations } of log.runs[0].results) {
        const { uri, uriBaseId } = locations[0].physicalLocation.artifactLocation;
        assert.ok(existsSync(new URL(uri, `file://${folder}/`)), uri);
        assert.ok(uriBaseId in log.runs[0].originalUriBaseIds);
      }
    }
    assert.ok(!matches({ version: '2.1.0', runs: [{ tool: {} }] }).pass);
  });

  it('writes reports beside its answer, and says which cannot be written', () => {
    write('a.md', '[a|b](gone.md)\n');
    const check = (...args: string[]) =>
      spawnSync(process.execPath, [cli, 'check', 'a.md', ...args], { cwd: folder, encoding: 'utf8' });
    assert.equal(check('--report', 'markdown=all.txt', '--report=gitlab=gl.json').status, 0);
    assert.match(read('all.txt'), /^### Coursewright: 1 file, /);
    assert.equal(JSON.parse(read('gl.json')).length, 1);
    const refused = check('--report', 'json=no/where.json');
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /^coursewright: no\/where\.json: cannot be written: no such file or folder\n$/);
    assert.match(refused.stdout, /link\.broken/);
    for (const wrong of ['json', 'yaml=x', '=x']) {
      assert.match(check('--report', wrong).stderr, /^coursewright: --report is /);
    }
  });

  it('tells the summary of thousands of findings as far as a page shows it', () => {
    write('a.md', '[x](gone.md)\n'.repeat(9000));
    spawnSync(process.execPath, [cli, 'check', 'a.md', '--report=markdown=all.txt'], { cwd: folder });
    const text = read('all.txt');
    assert.ok(Buffer.byteLength(text) < 2 ** 20);
    const shown = text.match(/^\| `a\.md:/gm)!.length;
    assert.match(text, new RegExp(`\\n\\n${9000 - shown} more stand in the log\\.\\n$`));
  });

  it('has a problem matcher that reads each line of its answer once', () => {
    write('a.md', '# A\n\n[x](gone.md)\n\n## 1. B\n\n## 3. C\n\n[y](GONE.md "t")\n');
    const { stdout } = spawnSync(process.execPath, [cli, 'check', 'a.md'], { cwd: folder, encoding: 'utf8' });
    const { problemMatcher } = JSON.parse(readFileSync('tools/action/problem-matcher.json', 'utf8'));
    const lines = stdout.trim().split('\n');
    assert.ok(lines.some((line) => line.includes(' information ')));
    for (const line of lines.slice(0, -1)) {
      const read = problemMatcher.flatMap(
        ({ severity, pattern: [pattern] }: { severity: string; pattern: Pattern[] }) => {
          const match = new RegExp(pattern!.regexp).exec(line);
          const part = (at: number | undefined) => (at === undefined ? undefined : match?.[at]);
          return match ? [[part(pattern!.file), part(pattern!.line), part(pattern!.severity) ?? severity]] : [];
        },
      );
      const [, row, said] = /^a\.md:(\d+):\d+ (\w+)/.exec(line)!;
      assert.deepEqual(read, [['a.md', row, said === 'error' || said === 'warning' ? said : 'notice']], line);
    }
    for (const { pattern } of problemMatcher) assert.doesNotMatch(lines.at(-1)!, new RegExp(pattern[0].regexp));
  });

  it('is a hook of pre-commit, which keeps errors back and mends what is safe', function () {
    skipUnlessSystemHas(this, 'pre-commit', runs('pre-commit') && runs('git') && runs('npm'));
    const env = {
      ...process.env,
      PRE_COMMIT_HOME: join(folder, 'cache'),
      GIT_CONFIG_GLOBAL: join(folder, 'gitconfig'),
      GIT_CONFIG_NOSYSTEM: '1',
      npm_config_offline: 'true',
    };
    writeFileSync(env.GIT_CONFIG_GLOBAL, '[user]\nname = A\nemail = a@example.org\n[init]\ndefaultBranch = main\n');
    const [hooks, course] = [join(folder, 'hooks'), join(folder, 'course')];
    const run = (cwd: string, program: string, ...args: string[]) => {
      const { status, stdout, stderr } = spawnSync(program, args, { cwd, env, encoding: 'utf8' });
      return { status, out: stdout + stderr };
    };
    const git = (cwd: string, ...args: string[]) => {
      const { status, out } = run(cwd, 'git', ...args);
      assert.equal(status, 0, out);
      return out.trim();
    };
    // What npm would put together of a checkout stands for the repository: its tools are not to be fetched here.
    cpSync('dist/npm', hooks, { recursive: true });
    cpSync('.pre-commit-hooks.yaml', join(hooks, '.pre-commit-hooks.yaml'));
    mkdirSync(course);
    for (const repository of [hooks, course]) git(repository, 'init', '-q');
    git(hooks, 'add', '-A');
    git(hooks, 'commit', '-qm', 'all');
    const config = (id: string) =>
      writeFileSync(
        join(course, '.pre-commit-config.yaml'),
        `repos:\n  - repo: ${hooks}\n    rev: ${git(hooks, 'rev-parse', 'HEAD')}\n    hooks:\n      - id: ${id}\n`,
      );
    writeFileSync(join(course, 'a.md'), `# A\n\n${label}`);
    writeFileSync(join(course, 'b.txt'), label);
    config('coursewright');
    git(course, 'add', '-A');
    const kept = run(course, 'pre-commit', 'run');
    assert.equal(kept.status, 1, kept.out);
    assert.match(kept.out, /^a\.md:5:5 error mermaid\.unquoted-label /m);
    assert.doesNotMatch(kept.out, /b\.txt/);

    config('coursewright-fix');
    git(course, 'add', '-A');
    const mended = run(course, 'pre-commit', 'run');
    assert.match(mended.out, /files were modified by this hook/);
    assert.match(readFileSync(join(course, 'a.md'), 'utf8'), /A\["Cache \(KV\)"\]/);
    git(course, 'add', '-A');
    const passed = run(course, 'pre-commit', 'run');
    assert.equal(passed.status, 0, passed.out);
  });
});

/** Which group of an expression is what, as a runner of GitHub reads it. */
interface Pattern {
  readonly regexp: string;
  readonly file: number;
  readonly line: number;
  readonly severity?: number;
}
