import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { laterNode } from '../../tools/support/ensure-vscode.mjs';
import { TestLanguageClient } from '../support/language-client';
import { isWindows } from '../support/system-has';

const built = resolve('dist', 'npm');
const own = JSON.parse(readFileSync('package.json', 'utf8'));

describe('The npm package', function () {
  this.timeout(300_000);
  let folder: string;
  let packed: { filename: string; size: number; unpackedSize: number; files: { path: string }[] };
  const npm = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', shell: isWindows });
    assert.equal(status, 0, stderr);
    return stdout;
  };
  const installed = (...path: string[]) => join(folder, 'node_modules', ...path);
  let node = process.execPath;
  const run = (program: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(installed('.bin', program), args, {
      cwd: folder,
      encoding: 'utf8',
      shell: isWindows,
      // Its shell may find another Node first.
      env: { ...process.env, PATH: [join(node, '..'), process.env.PATH].join(isWindows ? ';' : ':') },
    });
    return { status, out: stdout, err: stderr };
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-npm-'));
    [packed] = JSON.parse(npm('pack', '--json', built));
    writeFileSync(join(folder, 'package.json'), '{}');
    npm('install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`);
    writeFileSync(join(folder, 'a.md'), '# A\n\n```mermaid\nflowchart TD\n  A[Cache (KV)] --> B\n```\n\n$\\frac{1}$\n');
    writeFileSync(join(folder, 'b.md'), '```moe\nexperts: 8\ntop_k: 2\nexpect:\n  active_fraction: 0.5\n```\n');
    writeFileSync(join(folder, 'c.md'), '```transformer\nmodel: sort-nano\nexpect:\n  next: nothing\n```\n');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('may be published, as what it is', () => {
    const {
      private: closed,
      name,
      version,
      license,
      bin,
      engines,
      publishConfig,
      repository,
    } = JSON.parse(readFileSync(join(built, 'package.json'), 'utf8'));
    assert.equal(closed, undefined);
    assert.deepEqual([name, version, license, repository], ['coursewright', own.version, 'MIT', own.repository]);
    assert.deepEqual(Object.keys(bin), ['coursewright', 'coursewright-language-server']);
    assert.equal(engines.node, own.engines.node);
    assert.deepEqual(publishConfig, { access: 'public', provenance: true });
    // The repository itself must never be published in its place.
    assert.equal(own.private, true);
  });

  it('brings nothing with it, and holds what its programs need alone', () => {
    assert.deepEqual(
      readdirSync(installed()).filter((name) => !name.startsWith('.')),
      ['coursewright'],
    );
    const names = packed.files.map(({ path }) => path);
    for (const name of [
      'LICENSE',
      'README.md',
      'ThirdPartyNotices.txt',
      'coursewright.schema.json',
      'problem-matcher.json',
    ]) {
      assert.ok(names.includes(name), name);
    }
    const rest = names.filter((name) => !name.startsWith('mermaid/'));
    assert.deepEqual(
      rest.filter((name) => /\.m?js$/.test(name)),
      [
        'assistant-server.js',
        'cli.js',
        'demo-worker.js',
        'formula-worker.js',
        'mermaid-worker.mjs',
        'picture-worker.js',
        'server.js',
      ],
    );
    assert.ok(packed.size < 5.5 * 2 ** 20, `${packed.size} bytes packed`);
    assert.ok(packed.unpackedSize < 16 * 2 ** 20, `${packed.unpackedSize} bytes unpacked`);
  });

  it('names whose code is in it, and nobody else', () => {
    const notices = readFileSync(installed('coursewright', 'ThirdPartyNotices.txt'), 'utf8');
    for (const name of ['mermaid', '@mathjax/src', 'vscode-languageserver', 'markdown-it', 'yaml']) {
      assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
    }
    for (const name of ['vscode-languageclient', 'elkjs', 'katex'])
      assert.doesNotMatch(notices, new RegExp(`^${name} `, 'm'));
  });

  for (const program of new Set([process.execPath, laterNode() ?? process.execPath])) {
    describe(`on ${program === process.execPath ? `Node ${process.versions.node}` : 'the Node that VS Code came with'}`, () => {
      before(() => {
        node = program;
      });
      after(() => {
        node = process.execPath;
      });

      it('checks diagrams, formulas and demos from an empty folder', () => {
        const { status, out, err } = run('coursewright', 'check', '--no-cache', '.');
        assert.equal(err, '');
        assert.deepEqual(
          out
            .split('\n')
            .slice(0, 4)
            .map((line) => line.split(' ').slice(0, 3).join(' ')),
          [
            'a.md:5:5 error mermaid.unquoted-label',
            'a.md:8:2 warning math.syntax',
            'b.md:5:20 error demo.expectation',
            'c.md:4:9 error demo.expectation',
          ],
        );
        assert.equal(status, 1);
        assert.match(run('coursewright', '--version').out, new RegExp(`^coursewright ${own.version} \\(mermaid `));
      });

      it('tells of what it has lost, and checks the rest', () => {
        const models = installed('coursewright', 'media', 'models');
        renameSync(models, `${models}-lost`);
        try {
          const { status, out, err } = run('coursewright', 'check', '--no-cache', '.');
          assert.match(
            err,
            /^coursewright: c\.md: The demo could not be run: The model \S+ cannot be read: no such file/,
          );
          assert.equal(err.split('\n').length, 2);
          assert.match(out, /^b\.md:5:20 error demo\.expectation/m);
          assert.equal(status, 2);
        } finally {
          renameSync(`${models}-lost`, models);
        }
      });

      it('says of its server what it is, and how it is started', () => {
        const server = 'coursewright-language-server';
        assert.deepEqual(run(server, '--version'), { status: 0, out: `${server} ${own.version}\n`, err: '' });
        const { status, out } = run(server, '--help');
        assert.equal(status, 0);
        assert.match(out, /^Usage:\n {2}coursewright-language-server --stdio/);
        for (const args of [[], ['--stdin']]) {
          const refused = run(server, ...args);
          assert.equal(refused.status, 2);
          assert.equal(refused.out, '');
          assert.match(refused.err, /^coursewright-language-server: .* to reach the editor\n\nUsage:/);
        }
      });
    });
  }

  it('serves an editor over stdio', async () => {
    const server = installed('coursewright', 'server.js');
    assert.ok(existsSync(server));
    const client = await TestLanguageClient.start({ server });
    try {
      assert.equal(client.initialized.serverInfo?.version, own.version);
      await client.open('file:///nowhere/a.md', readFileSync(join(folder, 'a.md'), 'utf8'));
      await client.pushed('file:///nowhere/a.md', (found) => found.length === 2);
    } finally {
      await client.stop();
    }
  });
});
