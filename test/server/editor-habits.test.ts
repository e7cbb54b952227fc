import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  Hover,
  InlayHint,
  InlayHintLabelPart,
  Location,
  LocationLink,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import { type EditorHabits, editors } from '../support/editors';
import { TestLanguageClient } from '../support/language-client';
import { until } from '../support/until';

const glossary = '# Glossary\n\n- **Gate (GT):** Opens.\n';
const onDisk = '# Old lesson\n\nNothing of this is shown.\n';
const before =
  '# Lesson\n\nThe gate. [x](glossary.md#glossary)\n\n```mermaid\nflowchart TD\n  A[Cache (small)] --> GT[Gate]\n```\n';
const typed = 'Two unsaved lines.\nWith a gate.\n';
const at = (line: number, character: number) => ({ line, character });

describe('Every feature, for a client with the habits of', function () {
  this.timeout(120_000);
  let folder: string;
  let client: TestLanguageClient;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'coursewright-')), 'my course (1)');
    mkdirSync(folder);
    writeFileSync(join(folder, 'glossary.md'), glossary);
    writeFileSync(join(folder, 'lesson.md'), onDisk);
  });
  afterEach(async () => {
    await client.stop();
    rmSync(join(folder, '..'), { recursive: true, force: true });
  });

  const start = (editor: EditorHabits) => {
    const { capabilities, initializationOptions, habits = {}, names } = editor;
    const root = editor.uriOf(folder);
    const where = names === 'rootPath' ? { rootPath: folder } : names === 'rootUri' ? { rootUri: root } : { root };
    return TestLanguageClient.start({ ...where, capabilities, initializationOptions, habits });
  };

  for (const editor of editors) {
    it(editor.name, async () => {
      client = await start(editor);
      const uri = editor.uriOf(join(folder, 'lesson.md'));
      const textDocument = { uri };
      const ask = <T>(method: string, params: object = {}) =>
        client.request<T>(`textDocument/${method}`, { textDocument, ...params });
      const there = { position: at(1, 9) };
      const pulls = editor.capabilities.textDocument?.diagnostic !== undefined;
      const marks = async (count: number) => {
        if (!pulls)
          return client.pushed(uri, (all) => all.length === count && all.every(({ code }) => code !== 'term.unused'));
        const { items } = await ask<{ items: Diagnostic[] }>('diagnostic');
        assert.equal(items.length, count);
        return items;
      };

      await client.open(uri, before, editor.languageId, editor.version);
      await until(
        async () => (await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'gate' })).length === 1,
        'the course to be read',
      );
      await marks(1);
      await client.edit(uri, editor.version + 1, [
        editor.whole ? { text: typed + before } : { range: { start: at(0, 0), end: at(0, 0) }, text: typed },
      ]);

      if (!pulls) await client.pushed(uri, ([first]) => first?.range.start.line === 8);
      const [mark] = await marks(1);
      assert.deepEqual([mark!.code, mark!.range], ['mermaid.unquoted-label', { start: at(8, 4), end: at(8, 17) }]);
      assert.match(JSON.stringify(await ask<Hover>('hover', there)), /Gate \(GT\)/);

      const [defined] = await ask<(Location | LocationLink)[]>('definition', there);
      const links = editor.capabilities.textDocument?.definition?.linkSupport === true;
      assert.equal('targetUri' in defined!, links);
      assert.match(JSON.stringify(defined), /glossary\.md/);
      const uses = await ask<Location[]>('references', { ...there, context: { includeDeclaration: true } });
      const own = uses.filter((use) => use.uri === uri);
      assert.deepEqual(
        own.map(({ range }) => range.start.line),
        [1, 4, 8, 8],
        'places in the file as its editor spells it',
      );
      assert.ok((await ask<DocumentHighlight[]>('documentHighlight', there)).length >= 2);

      const { items: completed } = await ask<CompletionList>('completion', { position: at(0, 0) });
      assert.ok(completed.some(({ label }) => label === 'Gate'));
      if (!editor.capabilities.textDocument?.completion?.completionItem?.snippetSupport) {
        assert.ok(completed.every(({ insertTextFormat }) => insertTextFormat !== 2));
      }
      assert.ok((await ask<DocumentSymbol[]>('documentSymbol')).length > 0);
      assert.ok((await ask<DocumentLink[]>('documentLink')).length > 0);
      assert.ok((await ask<unknown[]>('foldingRange')).length > 0);
      assert.ok((await ask<unknown[]>('selectionRange', { positions: [at(4, 5)] })).length > 0);
      assert.ok((await ask<{ data: number[] }>('semanticTokens/full')).data.length > 0);
      const [hint] = await client.request<InlayHint[]>('textDocument/inlayHint', {
        textDocument: { uri: editor.uriOf(join(folder, 'glossary.md')) },
        range: { start: at(0, 0), end: at(100, 0) },
      });
      assert.match((hint!.label as InlayHintLabelPart[])[0]!.value, /uses/);

      await ask('prepareRename', there);
      const renamed = await ask<WorkspaceEdit>('rename', { ...there, newName: 'Latch' });
      assertVersions(renamed, editor, uri);
      assert.ok(editsOf(renamed, uri).length >= 3);

      const actions = await ask<CodeAction[]>('codeAction', { range: mark!.range, context: { diagnostics: [mark] } });
      const fix = actions.find(({ kind }) => kind === 'quickfix')!;
      assertVersions(fix.edit!, editor, uri);
      const mended = applied(typed + before, editsOf(fix.edit!, uri));
      assert.equal(mended, typed + before.replace('[Cache (small)]', '["Cache (small)"]'));
      const [all] = await ask<CodeAction[]>('codeAction', {
        range: { start: at(0, 0), end: at(0, 0) },
        context: { diagnostics: [], only: ['source.fixAll'] },
      });
      assert.equal(applied(typed + before, editsOf(all!.edit!, uri)), mended);
      await client.edit(uri, editor.version + 2, [
        editor.whole ? { text: mended } : { range: mark!.range, text: '"Cache (small)"' },
      ]);
      await marks(0);
      assert.ok(client.isAlive);
    });
  }

  it('an editor on Windows, by each spelling of a drive', async () => {
    client = await TestLanguageClient.start({ root: 'file:///C:/course' });
    for (const uri of ['file:///C:/course/a%20b.md', 'file:///c%3A/course/a%20b.md', 'file:///c:/course/a b.md']) {
      await client.open(uri, before, 'markdown', 0);
      const marks = await client.pushed(uri, (found) => found.length > 0);
      const mark = marks.find(({ code }) => code === 'mermaid.unquoted-label');
      const [fix] = await client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: mark!.range,
        context: { diagnostics: [mark] },
      });
      assert.deepEqual(Object.keys(fix!.edit!.changes!), [uri]);
      await client.close(uri);
    }
  });
});

/** Edits of an open document name the version that they are for, where a client can be told. */
function assertVersions({ documentChanges, changes }: WorkspaceEdit, editor: EditorHabits, uri: string): void {
  const can = editor.capabilities.workspace?.workspaceEdit?.documentChanges === true;
  assert.equal(changes === undefined, can);
  const own = documentChanges?.find(
    (one): one is TextDocumentEdit => 'textDocument' in one && one.textDocument.uri === uri,
  );
  if (can) assert.equal(own?.textDocument.version, editor.version + 1);
}

const editsOf = ({ documentChanges, changes }: WorkspaceEdit, uri: string): TextEdit[] =>
  changes?.[uri] ??
  (documentChanges ?? []).flatMap((one) =>
    'textDocument' in one && one.textDocument.uri === uri ? (one.edits as TextEdit[]) : [],
  );

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  for (const { range, newText } of [...edits].reverse()) {
    assert.equal(range.start.line, range.end.line);
    const line = lines[range.start.line]!;
    lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
  }
  return lines.join('\n');
}
