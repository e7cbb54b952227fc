import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ResponseError } from 'vscode-jsonrpc/node';
import { TestLanguageClient } from '../support/language-client';
import { sharedFile, skipWithoutShared } from '../support/shared';
import { isWindows, skipUnlessSystemHas } from '../support/system-has';
import { makePipe } from '../support/traps';
import { until } from '../support/until';

/** What an attack on the built programs once found, as somebody else wrote it down. */
interface Attack {
  readonly id: string;
  readonly input: string;
}

const cli = resolve('dist/cli.js');
/** Far longer than an answer takes on a busy machine: what is not there by then hangs. */
const watchdog = 240_000;

/** Holds every attack to what is expected of it. */
class Trial {
  readonly folder = mkdtempSync(join(tmpdir(), 'coursewright-attack-'));
  client: TestLanguageClient | undefined;
  #starting: Promise<TestLanguageClient> | undefined;

  path = (...names: string[]) => join(this.folder, ...names);
  write(name: string, text: string): string {
    mkdirSync(join(this.path(name), '..'), { recursive: true });
    writeFileSync(this.path(name), text);
    return this.path(name);
  }
  read = (name: string): string => readFileSync(this.path(name), 'utf8');
  run(args: readonly string[], options: Readonly<Record<string, unknown>> = {}): SpawnSyncReturns<string> {
    const ended = spawnSync(process.execPath, [cli, ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      timeout: watchdog,
      ...options,
    });
    assert.equal(ended.signal, null, 'it hangs, or dies');
    assert.doesNotMatch(ended.stderr, /^\s+at /m, 'no stack');
    return ended;
  }
  async ask<T>(method: string, name: string, text: string, params: object = {}, language = 'markdown'): Promise<T> {
    // One server, for questions that are asked at once too.
    this.#starting ??= TestLanguageClient.start({
      root: pathToFileURL(this.folder).toString(),
      capabilities: { window: { workDoneProgress: true }, textDocument: { diagnostic: {} } },
    });
    this.client = await this.#starting;
    const uri = pathToFileURL(this.path(name)).toString();
    await this.client.open(uri, text, language);
    return this.client.request<T>(method, { textDocument: { uri }, ...params });
  }
  async end(): Promise<void> {
    await this.client?.stop();
    chmodSync(this.folder, 0o755);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const at = (line: number, character: number) => ({ position: { line, character } });
const mended = /A\["Model \(large\)"\] --> B\["Data \(big\)"\]/;
const temporary = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.tmp'));

/** `A0 & … & A(n-1) --> B0 & … & B(n-1)`. */
const product = (n: number) => {
  const side = (name: string) => Array.from({ length: n }, (_, i) => name + i).join(' & ');
  return `flowchart TD\n${side('A')} --> ${side('B')}\n`;
};

const holds: Readonly<Record<string, (trial: Trial, input: string) => Promise<void> | void>> = {
  async 'link-command'(trial, input) {
    for (const target of [input, '[a](javascript:alert)\n', '[a](vscode:x)\n', '[a](file:///etc/passwd)\n'])
      assert.deepEqual(await trial.ask('textDocument/documentLink', 'a.qmd', target, {}, 'quarto'), []);
    assert.deepEqual(
      await trial.ask('textDocument/documentLink', 'a.py', `x = """# A\n\n${input}"""\n`, {}, 'python'),
      [],
    );
  },
  async 'fix-lost-edit'(trial) {
    for (let i = 0; i < 60; i++) trial.write(`c/a${String(i).padStart(3, '0')}.md`, broken);
    const child = spawn(process.execPath, [cli, 'check', '--fix', 'c'], { cwd: trial.folder, stdio: 'ignore' });
    const ended = new Promise((done) => child.on('exit', done));
    await until(async () => mended.test(trial.read('c/a000.md')), 'the first one is mended');
    appendFileSync(trial.path('c', 'a059.md'), 'NEW PARAGRAPH');
    await ended;
    assert.match(trial.read('c/a059.md'), /NEW PARAGRAPH$/);
  },
  'fix-planted-temp'(trial, input) {
    const victim = trial.write('victim.txt', 'mine');
    trial.write('c/a.md', input);
    // Whichever number the process gets.
    const first = spawnSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' });
    for (let i = 0; i < 500; i++)
      symlinkSync('../victim.txt', trial.path('c', `.a.md.${Number(first.stdout) + i}.tmp`));
    trial.run(['check', '--fix', 'c']);
    assert.equal(readFileSync(victim, 'utf8'), 'mine');
    assert.match(trial.read('c/a.md'), mended);
  },
  'fix-through-link'(trial, input) {
    trial.write('outside.md', input);
    mkdirSync(trial.path('course'));
    symlinkSync('../outside.md', trial.path('course', 'l.md'));
    trial.run(['check', '--fix', 'course']);
    assert.equal(trial.read('outside.md'), input);
  },
  'fix-link-beside'(trial, input) {
    trial.write('c/real/a.md', input);
    symlinkSync('real/a.md', trial.path('c', 'l.md'));
    const { stdout } = trial.run(['check', '--fix', 'c']);
    assert.match(trial.read('c/real/a.md'), mended);
    assert.match(stdout, /\d+ files?, /);
  },
  'fix-one-unwritable'(trial, input) {
    trial.write('a/a.md', input);
    trial.write('b/b.md', input);
    // Rights mean nothing to the superuser, further names do.
    spawnSync('ln', [trial.path('a', 'a.md'), trial.path('second-name')]);
    const { status, stdout, stderr } = trial.run(['check', '--fix', '.']);
    assert.equal(status, 2);
    assert.match(stderr, /a\.md: has 1 more name/);
    assert.match(stdout, /\d+ files?, /);
    assert.match(trial.read('b/b.md'), mended);
  },
  'fix-read-only'(trial, input) {
    chmodSync(trial.write('a.md', input), 0o444);
    const { status, stderr } = trial.run(['check', '--fix', '.']);
    assert.deepEqual([status, trial.read('a.md')], [2, input]);
    assert.match(stderr, /a\.md: is read-only; left as it is/);
  },
  async 'fix-sigterm'(trial) {
    for (let i = 0; i < 200; i++) trial.write(`c/a${i}.md`, broken);
    const child = spawn(process.execPath, [cli, 'check', '--fix', 'c'], { cwd: trial.folder, stdio: 'ignore' });
    const ended = new Promise((done) => child.on('exit', done));
    await until(async () => mended.test(trial.read('c/a0.md')) || child.exitCode !== null, 'it has begun to write');
    child.kill('SIGTERM');
    await ended;
    assert.deepEqual(temporary(trial.path('c')), []);
    for (let i = 0; i < 200; i++) {
      const text = trial.read(`c/a${i}.md`);
      assert.ok(text === broken || mended.test(text), `a${i}.md is whole`);
    }
  },
  async 'server-oom'(trial) {
    trial.write('large.md', `\`\`\`mermaid\n${product(8000)}\`\`\`\n`);
    await trial.ask('textDocument/diagnostic', 'other.md', '# A\n');
    await trial.client!.loaded();
    assert.ok(trial.client!.isAlive);
  },
  'check-slow-product'(trial) {
    const { stdout } = trial.run(['check', trial.write('a.mmd', product(1000))], {
      env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=1500' },
    });
    assert.match(stdout, /1 file, /);
  },
  'fifo-explicit'(trial) {
    makePipe(trial.path('pipe.md'));
    const { status, stderr } = trial.run(['check', 'pipe.md']);
    assert.equal(status, 2);
    assert.match(stderr, /pipe\.md: is no file, but a pipe/);
  },
  'fifo-link'(trial) {
    makePipe(trial.path('c', 'pipe'));
    symlinkSync('pipe', trial.path('c', 'b.md'));
    assert.match(trial.run(['check', 'c']).stderr, /b\.md: is no file, but a pipe/);
  },
  'dev-zero-link'(trial) {
    mkdirSync(trial.path('c'));
    symlinkSync('/dev/zero', trial.path('c', 'b.md'));
    assert.match(trial.run(['check', 'c']).stderr, /b\.md: is no file, but a device/);
  },
  'fifo-settings'(trial) {
    trial.write('c/a.md', '# A\n');
    makePipe(trial.path('c', '.vscode', 'settings.json'));
    makePipe(trial.path('.gitignore'));
    assert.match(trial.run(['check', 'c']).stdout, /1 file, /);
  },
  'cli-constructor'(trial) {
    for (const name of ['constructor', '__proto__', 'hasOwnProperty', 'toString']) {
      const { status, stderr } = trial.run([name, 'x']);
      assert.equal(status, 2);
      assert.ok(stderr.startsWith(`coursewright: unknown command '${name}'`), stderr);
    }
  },
  'stdout-full'(trial) {
    trial.write('a.md', '# A\n');
    const shell = `"${process.execPath}" "${cli}" check . > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', shell], { cwd: trial.folder, encoding: 'utf8' });
    assert.deepEqual(
      { status, stderr },
      { status: 2, stderr: 'coursewright: the answer could not be written: no space left on the disk\n' },
    );
  },
  async 'link-surrogate'(trial, input) {
    const { items } = await trial.ask<{ items: { code: string }[] }>('textDocument/diagnostic', 'a.md', input);
    assert.deepEqual(
      items.map(({ code }) => code),
      ['link.broken'],
    );
    await trial.ask('textDocument/documentLink', 'a.md', input);
  },
  async 'math-leak'(trial, input) {
    const evil = await trial.ask('textDocument/hover', 'a.md', `# A\n\n$${input}$\n`, at(2, 3));
    assert.match(JSON.stringify(evil), /svg/);
    const plain = (name: string) => trial.ask('textDocument/hover', name, '# A\n\n$\\alpha$\n', at(2, 3));
    const before = JSON.stringify(await plain('b.md'));
    await trial.ask('textDocument/hover', 'a.md', `# A\n\n$${input}$\n`, at(2, 3));
    assert.equal(JSON.stringify(await plain('c.md')), before);
    assert.doesNotMatch(before, /EVIL/);
  },
  async 'math-long'(trial) {
    const long = `$${'x+'.repeat(40_000)}x$`;
    const slow = trial.ask('textDocument/hover', 'a.md', `# A\n\n${long}\n`, at(2, 3));
    await trial.ask('textDocument/documentSymbol', 'b.md', '# B\n');
    await slow;
  },
  async 'anchors-quadratic'(trial) {
    const text = Array.from({ length: 6000 }, (_, i) => `# H ${i}\n[a](#h-${i})\n`).join('');
    await trial.ask('textDocument/diagnostic', 'a.md', text);
    assert.ok(await trial.ask('textDocument/documentLink', 'a.md', text));
  },
  async 'symbols-depth'(trial) {
    const text = `flowchart TD\n${'subgraph a\n'.repeat(2978)}`;
    assert.ok(await trial.ask('textDocument/documentSymbol', 'a.mmd', text, {}, 'mermaid'));
  },
  'engine-message'(trial, input) {
    const { stdout } = trial.run(['check', trial.write('a.mmd', input)]);
    assert.doesNotMatch(stdout, /Cannot |undefined|TypeError/);
  },
  async 'pre-initialize'() {
    let code: number | undefined;
    const client = await TestLanguageClient.start({
      early: async (connection) => {
        const params = { textDocument: { uri: 'file:///a.md' }, position: { line: 0, character: 0 } };
        await connection.sendRequest('textDocument/hover', params).catch((error: unknown) => {
          if (error instanceof ResponseError) code = error.code;
        });
      },
    });
    await client.stop();
    assert.equal(code, -32002);
  },
  async 'cancelled-code'(trial) {
    await trial.ask('textDocument/diagnostic', 'a.md', broken);
    const { connection } = trial.client!;
    const uri = pathToFileURL(trial.path('b.md')).toString();
    await trial.client!.open(uri, broken.repeat(20));
    const { CancellationTokenSource } = await import('vscode-jsonrpc/node');
    const codes = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const source = new CancellationTokenSource();
        const asked = connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
        source.cancel();
        return asked.then(
          () => 'answered',
          (error: unknown) => (error as ResponseError<unknown>).code,
        );
      }),
    );
    assert.deepEqual(
      [...new Set(codes)].filter((code) => code !== 'answered'),
      [-32800],
    );
  },
  async 'didopen-number'(trial) {
    await trial.ask('textDocument/diagnostic', 'a.md', '# A\n');
    const textDocument = { uri: 'file:///b.md', languageId: 'markdown', version: 1, text: 5 };
    await trial.client!.connection.sendNotification('textDocument/didOpen', { textDocument });
    await trial.ask('textDocument/documentSymbol', 'c.md', '# C\n');
    assert.ok(trial.client!.isAlive);
  },
  async 'rename-no-way-back'(trial) {
    const text = '# Glossary\n\n- **Linear Algebra (LA):** Of lines.\n\nLinear Algebra is here.\n';
    const params = { ...at(2, 6), newName: 'A B (C)' };
    await assert.rejects(trial.ask('textDocument/rename', 'a.md', text, params), ResponseError);
  },
  async 'hover-remote-picture'(trial, input) {
    const text = `# Glossary\n\n${input}\n\nAn Evil Term.\n`;
    const hover = JSON.stringify(await trial.ask('textDocument/hover', 'a.md', text, at(4, 6)));
    assert.match(hover, /Evil Term/);
    assert.doesNotMatch(hover, /!\[|evil\.example/);
  },
};

/** Held elsewhere, where a page is: `test/webview/tree/drawing-size.test.ts`, `test/pixels/panel.test.ts`. */
const elsewhere = new Set(['panel-freeze']);

let broken = '';

describe('What an attack found', function () {
  this.timeout(600_000);
  before(function () {
    skipUnlessSystemHas(this, 'pipes, modes and signals', !isWindows);
  });

  const file = sharedFile('field/attack.json');
  const attacks = file ? (JSON.parse(readFileSync(file, 'utf8')) as Attack[]) : [];
  broken = attacks.find(({ id }) => id === 'fix-through-link')?.input ?? '';

  it('is held one by one', function () {
    if (!file) return skipWithoutShared(this);
    const missing = attacks.filter(({ id }) => !holds[id] && !elsewhere.has(id)).map(({ id }) => id);
    assert.deepEqual(missing, []);
  });

  for (const { id, input } of attacks) {
    const hold = holds[id];
    if (!hold) continue;
    it(`holds: ${id}`, async () => {
      const trial = new Trial();
      try {
        await hold(trial, input);
      } finally {
        await trial.end();
      }
    });
  }
});
