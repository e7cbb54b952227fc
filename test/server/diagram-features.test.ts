import assert from 'node:assert/strict';
import type {
  CompletionList,
  DocumentHighlight,
  FoldingRange,
  Hover,
  Location,
  MarkupContent,
  SemanticTokens,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { TestLanguageClient } from '../support/language-client';

const uri = 'untitled:/lesson.md';
const text =
  '```mermaid\nflowchart TD\n  A[Router] --> B\n  subgraph one\n    B --> A\n  end\n```\n\n```mermaid\ngraph TD\n  A["router"] --> C\n```\n';
const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } });

describe('Diagrams over the language server', () => {
  let client: TestLanguageClient;

  before(async () => {
    client = await TestLanguageClient.start();
    await client.open(uri, text);
  });

  after(() => client.stop());

  it('answers definition, references, highlights and hover at an id', async () => {
    const [definition] = await client.request<Location[]>('textDocument/definition', at(4, 10));
    assert.deepEqual(definition!.range.start, { line: 2, character: 2 });
    const references = await client.request<Location[]>('textDocument/references', {
      ...at(4, 10),
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      references.map(({ range }) => range.start.line),
      [2, 4, 10],
    );
    const highlights = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', at(4, 10));
    assert.equal(highlights.length, 2);
    const hover = await client.request<Hover>('textDocument/hover', at(4, 10));
    assert.match((hover.contents as MarkupContent).value, /\*\*Router\*\*/);
  });

  it('renames a node in every fence where it is the same, and says why it will not', async () => {
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at(2, 2), newName: 'R' });
    assert.deepEqual(
      edit.changes![uri]!.map(({ range }) => range.start.line),
      [2, 4, 10],
    );
    await assert.rejects(client.request('textDocument/rename', { ...at(2, 2), newName: 'B' }), /already taken/);
    assert.equal(await client.request('textDocument/prepareRename', at(7, 0)), null);
  });

  it('completes, folds and colours', async () => {
    const { items } = await client.request<CompletionList>('textDocument/completion', at(4, 10));
    assert.ok(items.some(({ label, detail }) => label === 'A' && detail === 'Router'));
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 6],
        [8, 11],
        [3, 4],
      ],
    );
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument: { uri },
    });
    assert.ok(data.length > 50);
  });
});
