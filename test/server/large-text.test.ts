import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, DocumentSymbol } from 'vscode-languageserver-types';
import { TestLanguageClient } from '../support/language-client';
import { until } from '../support/until';

/** A lesson that says something to every question, of at least so many bytes of which most are more than one to a letter. */
const lesson = (bytes: number) =>
  `# Gates\n\n- **Router (RT):** Picks.\n\nThe router is [here](gone.md).\n\n${'é'.repeat(Math.ceil(bytes / 2))}\n`;

describe('An open text above the limit', function () {
  this.timeout(120_000);
  let folder: string;
  let client: TestLanguageClient;
  const said: string[] = [];
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).toString();
  const start = async (maxSize?: number) => {
    said.length = 0;
    client = await TestLanguageClient.start({
      root: pathToFileURL(folder).toString(),
      capabilities: {
        window: { workDoneProgress: true },
        textDocument: { diagnostic: {} },
        workspace: { configuration: true },
      },
      ...(maxSize && { configuration: { files: { maxSize } } }),
    });
    client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      said.push(message);
    });
    await client.loaded();
  };
  const answers = async (name: string) => {
    const textDocument = { uri: uriOf(name) };
    const position = { line: 4, character: 6 };
    const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
    return {
      marks: items.map(({ code }) => code),
      symbols: (await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument })).length,
      hover: (await client.request('textDocument/hover', { textDocument, position })) !== null,
      found: (await client.request<unknown[]>('workspace/symbol', { query: 'Router' })).length,
    };
  };
  const read = { marks: ['link.broken'], symbols: 1, hover: true, found: 1 };
  const leftOut = { marks: [], symbols: 0, hover: false, found: 0 };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-large-'));
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is named once and left out, until it is small enough', async () => {
    await start(0.01);
    const uri = uriOf('lesson.md');
    await client.open(uri, lesson(20_000));
    await until(() => said.length > 0, 'a sentence on the size');
    assert.deepEqual(await answers('lesson.md'), leftOut);
    await client.change(uri, 2, lesson(30_000));
    assert.deepEqual(await answers('lesson.md'), leftOut);
    await client.change(uri, 3, lesson(2000));
    assert.deepEqual(await answers('lesson.md'), read);
    await client.change(uri, 4, lesson(20_000));
    assert.deepEqual(await answers('lesson.md'), leftOut);
    assert.equal(said.length, 1);
    assert.match(said[0]!, /lesson\.md: larger than 0\.01 MB.*coursewright\.files\.maxSize/);
  });

  it('is named without a link, whatever it is called', async () => {
    await start(0.01);
    await client.open(uriOf('[Look](command:workbench.action.terminal.new).md'), lesson(20_000));
    await until(() => said.length > 0, 'a sentence on the size');
    assert.match(said[0]!, /\[Look\]\u2060\(command:workbench/);
    assert.doesNotMatch(said[0]!, /\]\(/);
  });

  it('counts bytes, and is read at the limit', async () => {
    await start(0.01);
    const room = Math.floor(0.01 * 2 ** 20);
    const whole = lesson(0);
    const fill = (bytes: number) => `${whole}${'é'.repeat((bytes - whole.length) >> 1)}`;
    await client.open(uriOf('lesson.md'), fill(room));
    assert.deepEqual(await answers('lesson.md'), read);
    await client.open(uriOf('other.md'), fill(room + 4));
    assert.deepEqual(await answers('other.md'), { ...leftOut, found: 1 });
  });

  it('says nothing of the stored file either, and is that again when it is closed', async () => {
    writeFileSync(join(folder, 'lesson.md'), lesson(10));
    await start(0.01);
    assert.deepEqual(await answers('lesson.md'), read);
    await client.open(uriOf('lesson.md'), lesson(20_000));
    assert.deepEqual(await answers('lesson.md'), leftOut);
    await client.close(uriOf('lesson.md'));
    assert.deepEqual(await answers('lesson.md'), read);
  });

  it('is named and left out too where it takes too long to read, while others are answered for', async () => {
    await start();
    await client.open(uriOf('other.md'), lesson(10));
    const hostile = '```mermaid\n'.repeat(200_000);
    await client.open(uriOf('lesson.md'), hostile);
    assert.deepEqual(await answers('other.md'), read);
    assert.deepEqual(await answers('lesson.md'), { ...leftOut, found: 1 });
    await until(() => said.length > 0, 'a sentence on the time');
    assert.match(said[0]!, /lesson\.md: reading it takes more than 2 seconds/);
    assert.deepEqual(await answers('other.md'), read);
    await client.change(uriOf('lesson.md'), 2, lesson(2000));
    assert.deepEqual(await answers('lesson.md'), { ...read, found: 2 });
  });

  it('holds without settings too', async () => {
    await start();
    await client.open(uriOf('lesson.md'), lesson(17 * 2 ** 20));
    assert.deepEqual(await answers('lesson.md'), leftOut);
    assert.match(said[0]!, /larger than 16 MB/);
    await client.open(uriOf('other.md'), lesson(2 ** 17));
    assert.deepEqual(await answers('other.md'), read);
  });
});
