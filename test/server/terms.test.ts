import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CodeAction,
  CompletionList,
  Hover,
  InlayHint,
  InlayHintLabelPart,
  Location,
  LocationLink,
  TextDocumentEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import { TestLanguageClient } from '../support/language-client';

const glossary = '# Glossary\n\n- **🚪 Gate (GT):** Opens.\n';
const lesson = 'Open the gate.\n\n```mermaid\nflowchart LR\n  GT[Gate] --> Router\n```\n';

describe('Terms over the language server', () => {
  let folder: string;
  let client: TestLanguageClient;
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).toString();
  const at = (line: number, character: number) => ({
    textDocument: { uri: uriOf('lesson.md') },
    position: { line, character },
  });
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
    writeFileSync(join(folder, 'glossary.md'), glossary);
    writeFileSync(join(folder, 'lesson.md'), lesson);
    client = await TestLanguageClient.start({
      root: pathToFileURL(folder).toString(),
      capabilities: {
        textDocument: { definition: { linkSupport: true } },
        workspace: {
          workspaceEdit: { documentChanges: true, changeAnnotationSupport: {}, resourceOperations: ['create'] },
        },
      },
    });
    await client.open(uriOf('lesson.md'), lesson);
    for (let tries = 0; tries < 200; tries++) {
      const symbols = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'gate' });
      if (symbols.length > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are hovered, found and referred to across files', async () => {
    const hover = await client.request<Hover>('textDocument/hover', at(4, 3));
    assert.match(JSON.stringify(hover.contents), /🚪 Gate \(GT\).*used 3 times/);
    const [link] = await client.request<LocationLink[]>('textDocument/definition', at(0, 10));
    assert.equal(link!.targetUri, uriOf('glossary.md'));
    const references = await client.request<Location[]>('textDocument/references', {
      ...at(0, 10),
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      references.map(({ range }) => range.start.line),
      [2, 0, 4, 4],
    );
  });

  it('are completed', async () => {
    const { items } = await client.request<CompletionList>('textDocument/completion', at(1, 0));
    assert.deepEqual(
      items.map(({ label }) => label),
      ['Gate', 'GT'],
    );
  });

  it('are renamed, ordinary words only after a look', async () => {
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at(4, 6), newName: 'Latch' });
    const edits = (edit.documentChanges as TextDocumentEdit[]).flatMap(({ edits }) => edits);
    assert.equal(edits.length, 3);
    const asked = edits.filter((one) => 'annotationId' in one);
    assert.deepEqual(
      asked.map((one) => 'newText' in one && one.newText),
      ['latch'],
    );
    assert.deepEqual(
      Object.values(edit.changeAnnotations!).map(({ needsConfirmation }) => needsConfirmation),
      [true],
    );
    await assert.rejects(
      client.request('textDocument/rename', { ...at(4, 3), newName: 'Router' }),
      /another node Router/,
    );
  });

  it('get hints and entries', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
    const [hint] = await client.request<InlayHint[]>('textDocument/inlayHint', {
      textDocument: { uri: uriOf('glossary.md') },
      range,
    });
    assert.equal((hint!.label as InlayHintLabelPart[])[0]!.value, '3 uses');
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf('lesson.md') },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } },
      context: { diagnostics: [], only: ['refactor'] },
    });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Add “Open” to the glossary'],
    );
  });
});
