import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileChangeType } from 'vscode-languageserver-protocol';
import type { CodeAction, Diagnostic, Hover } from 'vscode-languageserver-types';
import { TestLanguageClient } from '../support/language-client';
import { until } from '../support/until';

describe('A course with a settings file of its own, over the language server', function () {
  this.timeout(120_000);
  let folder: string;
  let client: TestLanguageClient;
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).toString();
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const lesson = '# A\n\n[x](gone.md)\n';
  const severities = (found: readonly Diagnostic[]) => found.map(({ severity }) => severity).join();
  const messages = (found: readonly Diagnostic[]) => found.map(({ message }) => message);
  const start = (options = {}) => TestLanguageClient.start({ root: pathToFileURL(folder).toString(), ...options });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('follows the file as it comes, changes and goes, though no client tells', async () => {
    client = await start();
    await client.open(uriOf('a.md'), lesson);
    await client.pushed(uriOf('a.md'), (found) => severities(found) === '2');
    write('coursewright.json', '{ "severity": { "link.broken": "error" } }');
    await client.pushed(uriOf('a.md'), (found) => severities(found) === '1');
    write('coursewright.json', '{ "severity": { "link.broken": "hint" } }');
    await client.pushed(uriOf('a.md'), (found) => severities(found) === '4');
    rmSync(join(folder, 'coursewright.json'));
    await client.pushed(uriOf('a.md'), (found) => severities(found) === '2');
  });

  it('lets what the client states win, key by key', async () => {
    write('coursewright.json', '{ "severity": { "link.broken": "error", "outline.number-gap": "error" } }');
    client = await start({
      capabilities: { workspace: { configuration: true } },
      configuration: { severity: { 'link.broken': 'hint' } },
    });
    await client.open(uriOf('a.md'), `## 1. A\n\n[x](gone.md)\n\n## 3. B\n`);
    await client.pushed(uriOf('a.md'), (found) => severities(found) === '4,1');
  });

  it('says what is wrong in the file, open or not, with a fix, until it is right', async () => {
    write('coursewright.json', '{ "hints.use": false }');
    client = await start();
    const uri = uriOf('coursewright.json');
    const [mark] = await client.pushed(uri, (found) => found.length === 1);
    assert.equal(mark!.message, 'There is no setting hints.use of a course. Did you mean hints.uses?');
    await client.open(uri, '{ "hints.use": false, "lens.run": 1 }', 'json');
    await client.pushed(uri, (found) => messages(found)[1] === 'lens.run is true or false.');
    const [action] = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: mark!.range,
      context: { diagnostics: [] },
    });
    assert.deepEqual(action!.edit!.changes![uri], [{ range: mark!.range, newText: '"hints.uses"' }]);
    await client.change(uri, 2, '{ "hints.uses": false, "lens.run": true }');
    await client.pushed(uri, (found) => found.length === 0);
    // What counts again is what is on the disk.
    await client.close(uri);
    await client.pushed(uri, (found) => found.length === 1);
  });

  it('says nothing of the file twice to a client that asks', async () => {
    write('coursewright.json', '{ "hints.use": false }');
    client = await start({ capabilities: { textDocument: { diagnostic: {} } } });
    const uri = uriOf('coursewright.json');
    await client.open(uri, '{ "hints.use": false }', 'json');
    await client.pushed(uri, (found) => found.length === 1);
    const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    assert.deepEqual(items, []);
    assert.equal(
      await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 3 } }),
      null,
    );
  });

  it('takes a marked folder inside for a course of its own, from when it is marked', async () => {
    write('glossary.md', '# Glossary\n\n- **Gate:** Opens.\n');
    write('inner/b.md', 'The gate.\n');
    client = await start({ capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } } });
    await client.open(uriOf('inner/b.md'), 'The gate.\n');
    const hover = () =>
      client.request<Hover | null>('textDocument/hover', {
        textDocument: { uri: uriOf('inner/b.md') },
        position: { line: 0, character: 5 },
      });
    await until(async () => (await hover()) !== null, 'the term of the whole folder');
    write('inner/coursewright.json', '');
    const mark = uriOf('inner/coursewright.json');
    await client.filesChanged([{ uri: mark, type: FileChangeType.Created }]);
    await until(async () => (await hover()) === null, 'a course without the term');
    rmSync(join(folder, 'inner', 'coursewright.json'));
    await client.filesChanged([{ uri: mark, type: FileChangeType.Deleted }]);
    await until(async () => (await hover()) !== null, 'the term again');
  });
});
