import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { Diagnostic, DocumentLink } from 'vscode-languageserver-types';
import { TestLanguageClient } from '../support/language-client';

const uri = 'untitled:/lesson.md';
const textDocument = { uri };
const position = { line: 0, character: 0 };
const broken = '```mermaid\nflowchart TD\n  A[Cache (small)] --> B\n```\n';
const hasCode = (wanted: number) => (error: { code: number }) => {
  assert.equal(error.code, wanted);
  return true;
};

describe('The protocol', () => {
  let client: TestLanguageClient;
  const start = async (pulls = true) => {
    client = await TestLanguageClient.start(pulls ? { capabilities: { textDocument: { diagnostic: {} } } } : {});
  };
  const pull = async () =>
    (await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument })).items;
  afterEach(() => client.stop());

  it('refuses what comes before initialize, and takes it after', async () => {
    client = await TestLanguageClient.start({
      async early(connection) {
        await connection.sendNotification('textDocument/didOpen', {
          textDocument: { uri, languageId: 'markdown', version: 1, text: broken },
        });
        for (const method of ['textDocument/hover', 'shutdown', 'coursewright/glossary', 'no/such']) {
          await assert.rejects(connection.sendRequest(method, { textDocument, position }), hasCode(-32002));
        }
      },
    });
    await assert.rejects(
      client.request('initialize', { processId: null, rootUri: null, capabilities: {} }),
      hasCode(-32600),
    );
    assert.equal(await client.request('textDocument/hover', { textDocument, position }), null);
  });

  it('answers what is withdrawn as cancelled, and goes on', async () => {
    await start();
    const many = Array.from({ length: 40 }, (_, i) => broken.replace('Cache', `Cache ${i}`)).join('\n');
    await client.open(uri, many);
    const source = new CancellationTokenSource();
    const withdrawn = client.connection.sendRequest('textDocument/diagnostic', { textDocument }, source.token);
    await client.request('textDocument/hover', { textDocument, position });
    source.cancel();
    await assert.rejects(withdrawn, hasCode(-32800));
    assert.equal((await pull()).length, 40);
  });

  const questions: readonly (readonly [method: string, params: object])[] = [
    ['textDocument/hover', {}],
    ['textDocument/hover', []],
    ['coursewright/panelSubject', { uri: 5 }],
    ['textDocument/hover', { textDocument: {}, position }],
    ['textDocument/hover', { textDocument: { uri: 5 }, position }],
    ['textDocument/hover', { textDocument, position: {} }],
    ['textDocument/completion', { textDocument, position: { line: 'x', character: null } }],
    ['textDocument/codeAction', { textDocument, range: { start: position, end: {} }, context: { diagnostics: [] } }],
    ['textDocument/diagnostic', { textDocument: null }],
  ];
  for (const [method, params] of questions) {
    it(`refuses ${method} with ${JSON.stringify(params)} as no question`, async () => {
      await start();
      await client.open(uri, broken);
      await assert.rejects(client.request(method, params), hasCode(-32602));
      assert.equal((await pull()).length, 1);
    });
  }

  const texts: readonly (readonly [name: string, text: string])[] = [
    ['a lone surrogate in a link', '[a](\ud800.md) ![b](\udc00.png) [c](gone.md#\ud83d)\n'],
    [
      'a lone surrogate in prose, a heading and a diagram',
      `# \ud800 [c](gone.md)\n\n- **\udc00 Gate (\ud800):** \ud800\n\n${broken.replace('B', '\ud800[\udc00]')}`,
    ],
    [
      'a lone surrogate in a demo',
      '```scaling-law\ndata: { path: "\ud800.csv", n: N, d: D, loss: L }\n```\n[c](gone.md)\n',
    ],
    ['NUL', '[a](\0.md) \0\n# \0 [c](gone.md)\n'],
    ['a URI of junk', '[a](%zz.md) [b](%E0%A4%A.md) [c](//[::)\n[c](gone.md)\n'],
  ];
  for (const [name, text] of texts) {
    it(`loses nothing of a file by ${name}`, async function () {
      this.timeout(60_000);
      await start();
      await client.open(uri, `${text}\n${broken}`);
      const found = (await pull()).map(({ code }) => code);
      assert.ok(found.includes('mermaid.unquoted-label'), `${found}`);
      assert.ok((await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument })).length >= 0);
      for (const method of ['hover', 'definition', 'completion', 'documentSymbol', 'codeLens', 'foldingRange']) {
        await client.request(`textDocument/${method}`, { textDocument, position });
      }
      assert.deepEqual(client.log, []);
    });
  }

  for (const text of [5, null, undefined, ['x'], { a: 1 }]) {
    it(`says nothing on a document opened with ${JSON.stringify(text)} in place of a text, until it has one`, async () => {
      await start(false);
      await client.connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      });
      await client.logged(/could not be followed/);
      assert.equal(await client.request('textDocument/hover', { textDocument, position }), null);
      await client.change(uri, 2, broken);
      await client.pushed(uri, (all) => all.length === 1);
    });
  }

  it('takes nonsense as documents, and none of it as a fault of its own', async () => {
    await start(false);
    const send = (method: string, params: object) =>
      client.connection.sendNotification(`textDocument/${method}`, params);
    for (const odd of ['', 'x', 'a b:c', '::', 'file://', '%', '\ud800', 'file:///%zz.md', 'C:\\a\\b.md']) {
      await send('didOpen', { textDocument: { uri: odd, languageId: 'markdown', version: 0, text: broken } });
      await client.request('textDocument/hover', { textDocument: { uri: odd }, position });
      await client.request('textDocument/codeAction', {
        textDocument: { uri: odd },
        range: { start: position, end: position },
        context: { diagnostics: [] },
      });
      await send('didClose', { textDocument: { uri: odd } });
    }
    for (const odd of [null, {}, { uri: 7 }, []]) {
      await send('didOpen', { textDocument: odd });
      await send('didChange', { textDocument: odd, contentChanges: [{ text: 'x' }] });
      await send('didClose', { textDocument: odd });
    }
    await client.open(uri, broken);
    await client.pushed(uri, (all) => all.length === 1);
    assert.ok(client.isAlive);
  });

  it('follows a document opened twice, changed unopened, and closed in the middle of an answer', async () => {
    await start(false);
    await client.change('untitled:/never.md', 3, broken);
    await client.open(uri, broken);
    await client.open(uri, `${broken}\n${broken}`);
    await client.pushed(uri, (all) => all.length === 2);
    const many = Array.from({ length: 40 }, (_, i) => broken.replace('Cache', `Store ${i}`)).join('\n');
    await client.change(uri, 2, many);
    const range = { start: position, end: { line: 300, character: 0 } };
    const asked = client.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
    await client.close(uri);
    await asked.catch(({ code }: { code: number }) => assert.equal(code, -32801));
    await client.pushed(uri, (all) => all.length === 0);
    assert.equal(await client.request('textDocument/hover', { textDocument, position }), null);
  });
});
