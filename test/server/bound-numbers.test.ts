import assert from 'node:assert/strict';
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  Hover,
  Location,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { TestLanguageClient } from '../support/language-client';

const uri = 'untitled:/lesson.md';
const textDocument = { uri };
const text = [
  'It keeps [71 kB](demo:cache.bytes_per_token), and 70 kB in all.',
  '',
  'So 4.1 TB <!-- = sizes.all --> of it.',
  '',
  '```mla',
  'id: cache',
  'preset: deepseek-v3',
  '```',
  '',
  '```compute',
  'id: sizes',
  'let:',
  '  - tokens = 58M',
  '  - all = tokens * 70.3 kB',
  '```',
  '',
].join('\n');

describe('Numbers that are bound, over the protocol', () => {
  let client: TestLanguageClient;
  before(async () => {
    client = await TestLanguageClient.start({ capabilities: { textDocument: { diagnostic: {} } } });
    await client.open(uri, text);
  });
  after(() => client.stop());

  const at = (line: number, character: number) => ({ textDocument, position: { line, character } });

  it('are marked, mended, explained, found and renamed', async () => {
    const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
    assert.deepEqual(
      items.map(({ code, message }) => [code, message]),
      [['demo.expectation', 'bytes_per_token is 70 kB, not 71 kB.']],
    );
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: items[0]!.range,
      context: { diagnostics: items },
    });
    assert.ok(actions.some(({ title }) => title === 'Write what was found: 70 kB'));
    const hover = await client.request<Hover>('textDocument/hover', at(2, 16));
    assert.match((hover.contents as { value: string }).value, /sizes.*= 4\.077 TB/s);
    const [definition] = await client.request<Location[]>('textDocument/definition', at(0, 25));
    assert.equal(definition?.range.start.line, 5);
    const found = await client.request<Location[]>('textDocument/references', {
      ...at(5, 5),
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [0],
    );
    const renamed = await client.request<WorkspaceEdit>('textDocument/rename', { ...at(5, 5), newName: 'kv' });
    assert.match(JSON.stringify(renamed), /"kv"/);
  });

  it('are offered where a binding is written, and by the light bulb', async () => {
    const { items } = await client.request<CompletionList>('textDocument/completion', at(0, 22));
    assert.ok(items.some(({ label }) => label === 'demo:cache.bytes_per_token'));
    const range = { start: { line: 0, character: 51 }, end: { line: 0, character: 51 } };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [] },
    });
    assert.ok(
      actions.some(({ title }) => title === 'Bind to cache.bytes_per_token'),
      JSON.stringify(actions.map(({ title }) => title)),
    );
  });
});
