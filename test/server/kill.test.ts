import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, Hover } from 'vscode-languageserver-types';
import { TestLanguageClient } from '../support/language-client';

const diagram = (label: string) => `\`\`\`mermaid\nflowchart TD\n  A[${label} (small)] --> B\n\`\`\`\n`;
const demo = (text: string) => `\`\`\`attention\ntext: ${text}\nexpect: { row_sum_error: 5 }\n\`\`\`\n`;

/** The built server with threads that end themselves when a text tells them to. */
describe('A thread that dies', function () {
  this.timeout(120_000);
  let folder: string;
  let uri: string;
  let textDocument: { readonly uri: string };
  let client: TestLanguageClient;
  const failures: string[] = [];
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
    uri = pathToFileURL(join(folder, 'lesson.md')).toString();
    textDocument = { uri };
    for (const name of readdirSync('dist'))
      if (/\.js$/.test(name)) copyFileSync(join('dist', name), join(folder, name));
    const dies =
      "parentPort.on('message', (message) => JSON.stringify(message).includes('deadly') && process.exit(1));";
    writeFileSync(
      join(folder, 'mermaid-worker.mjs'),
      `import { parentPort } from 'node:worker_threads';
      ${dies}
      await import(${JSON.stringify(pathToFileURL(resolve('dist/mermaid-worker.mjs')))});`,
    );
    writeFileSync(
      join(folder, 'demo-worker.js'),
      `const { parentPort } = require('node:worker_threads');
      ${dies}
      require(${JSON.stringify(resolve('dist/demo-worker.js'))});`,
    );
  });
  beforeEach(async () => {
    client = await TestLanguageClient.start({
      server: join(folder, 'server.js'),
      capabilities: { textDocument: { diagnostic: {} } },
    });
    failures.length = 0;
    client.connection.onNotification('coursewright/failure', ({ message }: { message: string }) => {
      failures.push(message);
    });
  });
  afterEach(() => client.stop());
  after(() => rmSync(folder, { recursive: true, force: true }));
  const pull = async () =>
    (await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument })).items.map(
      ({ code, range }) => `${code} ${range.start.line}`,
    );

  it('over a diagram costs that diagram alone its marks, and is said once with the file', async () => {
    const text = `[x](gone.md)\n${diagram('Cache')}${diagram('deadly')}${diagram('Store')}`;
    await client.open(uri, text);
    const around = ['link.broken 0', 'mermaid.unquoted-label 3', 'mermaid.unquoted-label 11'];
    assert.deepEqual(await pull(), around);
    await client.change(uri, 2, `${text}\nMore.\n`);
    assert.deepEqual(await pull(), around);
    assert.equal(failures.length, 1);
    assert.match(failures[0]!, /^lesson\.md: .*it ended by itself/);
    await client.change(uri, 3, text.replace('deadly', 'harmless'));
    assert.deepEqual(await pull(), [...around, 'mermaid.unquoted-label 7'].sort(byLine));
  });

  it('over a demo costs that demo alone its marks, and the next demo is run', async () => {
    await client.open(uri, `[x](gone.md)\n${demo('deadly')}${demo('a b c')}${diagram('Cache')}`);
    const found = await pull();
    assert.deepEqual(found, ['link.broken 0', 'demo.expectation 7', 'mermaid.unquoted-label 11']);
    assert.equal(failures.length, 1);
    assert.match(failures[0]!, /^lesson\.md: /);
    const hover = await client.request<Hover | null>('textDocument/hover', {
      textDocument,
      position: { line: 6, character: 2 },
    });
    assert.ok(hover);
  });
});

const byLine = (a: string, b: string) => Number(a.split(' ')[1]) - Number(b.split(' ')[1]);
