import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, cpSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { CodeAction, Diagnostic, Location } from 'vscode-languageserver-types';
import { ensureWindows, type Windows } from '../../tools/support/ensure-windows.mjs';
import { until } from '../support/until';

const lesson = '# Lesson\r\n\r\nThe gate.\r\n\r\n```mermaid\r\nflowchart TD\r\n  A[Cache (small)] --> B\r\n```\r\n';
const demos = '# Demos\n\n```moe\npreset: deepseek-v3\ntokens: 8\n```\n\n```mla\npreset: deepseek-v3\n```\n';
const mended = lesson.replace('[Cache (small)]', '["Cache (small)"]');

describe('The built programs on Windows', function () {
  this.timeout(300_000);
  let windows: Windows;
  let course: string;
  before(async () => {
    windows = await ensureWindows();
    cpSync('dist', join(windows.drive, 'dist'), { recursive: true });
    cpSync(join('media', 'models'), join(windows.drive, 'media', 'models'), { recursive: true });
    cpSync(join('samples', 'course'), join(windows.drive, 'sample'), { recursive: true });
    mkdirSync(join(windows.drive, 'demos'));
    writeFileSync(join(windows.drive, 'demos', 'demos.md'), demos);
  });
  beforeEach(() => {
    course = join(windows.drive, 'Kurs Übung');
    mkdirSync(course, { recursive: true });
    writeFileSync(join(course, 'lesson.md'), lesson);
    writeFileSync(join(course, 'glossary.md'), '# Glossary\r\n\r\n- **Gate (GT):** Opens.\r\n');
  });

  /** What the command line answers: its status, and what it wrote to its output, which is a file. */
  const run = async (...args: string[]) => {
    const file = join(windows.drive, 'out.txt');
    const out = openSync(file, 'w');
    const [program, ...first] = windows.node;
    const child = spawn(program!, [...first, 'C:\\dist\\cli.js', ...args], {
      cwd: windows.drive,
      env: windows.env,
      stdio: ['ignore', out, out],
    });
    const [status] = await once(child, 'close');
    closeSync(out);
    return { status, out: readFileSync(file, 'utf8') };
  };

  it('check names the file by its way with forward slashes, and the place', async () => {
    const { status, out } = await run('check', '--no-cache', 'C:\\Kurs Übung');
    assert.match(out, /^Kurs Übung\/lesson\.md:7:5 error mermaid\.unquoted-label /m);
    assert.equal(status, 1);
  });

  it('check --fix mends the diagram and keeps every line’s end', async () => {
    const { status, out } = await run('check', '--no-cache', '--fix', 'Kurs Übung/lesson.md');
    assert.equal(status, 0, out);
    assert.equal(readFileSync(join(course, 'lesson.md'), 'utf8'), mended);
  });

  it('a link whose letters differ from the file’s name is marked, and its anchor is looked up', async () => {
    writeFileSync(join(course, 'lesson.md'), '[a](Glossary.md#glossary) [b](Glossary.md#gone)\r\n');
    const { out } = await run('check', '--no-cache', '--format', 'json', 'C:\\Kurs Übung\\lesson.md');
    const found: { code: string }[] = JSON.parse(out).files[0].diagnostics;
    assert.deepEqual(found.map(({ code }) => code).sort(), ['link.broken', 'link.case', 'link.case']);
  });

  it('a file that is not there is one sentence', async () => {
    const { status, out } = await run('check', 'C:\\Kurs Übung\\none.md');
    assert.match(out, /none\.md: no such file or folder/);
    assert.equal(status, 2);
  });

  for (const [command, folder] of [
    ['outline', 'sample'],
    ['terms', 'sample'],
    ['demo', 'demos'],
  ] as const) {
    it(`${command} says what it says elsewhere, to the last letter`, async () => {
      const here = spawnSync(process.execPath, [resolve('dist/cli.js'), command, folder, '--format', 'json'], {
        cwd: windows.drive,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      });
      const { status, out } = await run(command, folder, '--format', 'json');
      assert.equal(here.status, 0);
      assert.equal(status, 0, out);
      assert.ok(out === here.stdout, `${out.slice(0, 300)} is not ${here.stdout.slice(0, 300)}`);
    });
  }

  for (const form of ['file:///c%3A/', 'file:///C:/']) {
    it(`the server marks, mends and leads where the client says ${form}`, async () => {
      const listener = createServer().listen(0, '127.0.0.1');
      await once(listener, 'listening');
      const { port } = listener.address() as AddressInfo;
      const log = openSync(join(windows.drive, 'server.txt'), 'w');
      const [program, ...first] = windows.node;
      const child = spawn(program!, [...first, 'C:\\dist\\server.js', `--socket=${port}`], {
        cwd: windows.drive,
        env: windows.env,
        stdio: ['ignore', log, log],
      });
      const [socket] = (await once(listener, 'connection')) as [Socket];
      const client = createMessageConnection(new StreamMessageReader(socket), new StreamMessageWriter(socket));
      client.onRequest('workspace/configuration', () => [null]);
      client.onRequest('client/registerCapability', () => null);
      client.listen();
      try {
        const root = `${form}Kurs%20%C3%9Cbung`;
        const uri = `${root}/lesson.md`;
        const textDocument = { uri };
        await client.sendRequest('initialize', {
          processId: null,
          rootUri: root,
          capabilities: { textDocument: { diagnostic: {} } },
          workspaceFolders: [{ uri: root, name: 'course' }],
        });
        await client.sendNotification('initialized', {});
        const text = `An unsaved line.\r\n${lesson}`;
        await client.sendNotification('textDocument/didOpen', {
          textDocument: { uri, languageId: 'markdown', version: 0, text },
        });
        // An answer says after three seconds what is known, and Mermaid takes longer to load there.
        const pull = () => client.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
        let items: Diagnostic[] = [];
        await until(async () => {
          items = (await pull()).items;
          return items.length > 0;
        }, 'a mark');
        assert.deepEqual(
          items.map(({ code, range }) => [code, range.start.line]),
          [['mermaid.unquoted-label', 7]],
        );
        const actions = await client.sendRequest<CodeAction[]>('textDocument/codeAction', {
          textDocument,
          range: items[0]!.range,
          context: { diagnostics: items },
        });
        const edit = actions[0]!.edit!;
        assert.deepEqual(
          [
            ...Object.keys(edit.changes ?? {}),
            ...(edit.documentChanges ?? []).map((one) => 'textDocument' in one && one.textDocument.uri),
          ],
          [uri],
        );
        const places = await client.sendRequest<Location | Location[]>('textDocument/definition', {
          textDocument,
          position: { line: 3, character: 5 },
        });
        assert.equal(
          [places].flat()[0]?.uri.replace('c%3A', 'C:').replace('c:', 'C:'),
          'file:///C:/Kurs%20%C3%9Cbung/glossary.md',
        );
        await client.sendRequest('shutdown');
        const ended = once(child, 'close');
        await client.sendNotification('exit');
        await ended;
      } finally {
        // A server that goes on would keep the run from its end.
        child.kill();
        client.dispose();
        socket.destroy();
        listener.close();
        closeSync(log);
      }
    });
  }
});
