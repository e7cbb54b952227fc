import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentLink,
  DocumentSymbol,
  Hover,
  Location,
} from 'vscode-languageserver-types';
import { TestLanguageClient } from '../support/language-client';
import { until } from '../support/until';

const onDisk = JSON.stringify({
  cells: [{ cell_type: 'markdown', metadata: {}, source: ['- **Old Gate (OG):** As saved.'] }],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});

const first = '# Gates\n\nA Gate opens; see [the page](lesson.md) and [none](gone.md).\n';
const second = '## Picture\n\n- **Gate (GT):** Opens.\n\n```mermaid\nflowchart TD\n  A[Cache (KV)] --> GT\n```\n';
const at = (line: number, character: number) => ({ line, character });

/** How clients name the cells of a notebook. */
const spellings: Readonly<Record<string, (notebook: string, cell: string) => string>> = {
  'a scheme of its own': (_, cell) => `jupyter-cell:${cell}`,
  'the file and a fragment': (notebook, cell) => `${notebook}#${cell}`,
  'VS Code’s scheme': (notebook, cell) =>
    notebook.replace(/^file:/, 'vscode-notebook-cell:').concat(`#W${cell}sZmlsZQ==`),
};

for (const [how, spell] of Object.entries(spellings)) {
  describe(`A notebook of a client that synchronizes notebooks, cells by ${how}`, function () {
    this.timeout(120_000);
    let folder: string;
    let client: TestLanguageClient;
    let notebook: string;
    const cell = (name: string) => spell(notebook, name);
    const item = (name: string, text: string, languageId = 'markdown') => ({
      ...{ uri: cell(name), languageId, version: 1, text },
    });
    const tell = (event: string, params: object) =>
      client.connection.sendNotification(`notebookDocument/${event}`, {
        notebookDocument: { uri: notebook, notebookType: 'jupyter-notebook', version: 1 },
        ...params,
      });
    const ask = <T>(method: string, name: string, params: object = {}) =>
      client.request<T>(`textDocument/${method}`, { textDocument: { uri: cell(name) }, ...params });
    /** Waits until just this is found in a cell: what takes longer than an answer may comes with a later one. */
    const finds = (name: string, ...codes: string[]) =>
      until(
        async () => {
          const { items } = await ask<{ items: Diagnostic[] }>('diagnostic', name);
          return JSON.stringify(items.map(({ code }) => code)) === JSON.stringify(codes);
        },
        `${codes.join(', ') || 'nothing'} in cell ${name}`,
      );
    const definitionOf = async (word: string) => {
      const symbols = await client.request<{ name: string; location: Location }[]>('workspace/symbol', { query: word });
      return symbols.map(({ location }) => location.uri);
    };

    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
      writeFileSync(join(folder, 'gates.ipynb'), onDisk);
      writeFileSync(join(folder, 'lesson.md'), '# Lesson\n\nThe gate.\n');
      notebook = pathToFileURL(join(folder, 'gates.ipynb')).toString();
      client = await TestLanguageClient.start({
        root: pathToFileURL(folder).toString(),
        capabilities: {
          window: { workDoneProgress: true },
          textDocument: { diagnostic: {} },
          notebookDocument: { synchronization: {} },
        },
      });
      await client.loaded();
    });
    after(async () => {
      await client.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it('is asked for', () => {
      assert.deepEqual(client.initialized.capabilities.notebookDocumentSync, {
        notebookSelector: [{ notebook: { notebookType: 'jupyter-notebook' }, cells: [{ language: 'markdown' }] }],
      });
    });

    it('is checked in its cells, in place of the file on the disk', async () => {
      assert.equal((await definitionOf('Old Gate')).length, 1);
      await tell('didOpen', { cellTextDocuments: [item('0', first), item('1', second)] });
      await finds('0', 'link.broken');
      await finds('1', 'mermaid.unquoted-label');
      assert.deepEqual(await definitionOf('Old Gate'), []);
    });

    it('answers about its cells: hover, suggestions, outline, links', async () => {
      const hover = await ask<Hover | null>('hover', '0', { position: at(2, 3) });
      assert.match(JSON.stringify(hover), /Opens\./);
      const outline = await ask<DocumentSymbol[]>('documentSymbol', '1');
      assert.equal(outline[0]?.name, 'Picture');
      const links = await ask<DocumentLink[]>('documentLink', '0');
      assert.equal(links[0]?.target, pathToFileURL(join(folder, 'lesson.md')).toString());
      const offered = await ask<CompletionList>('completion', '1', { position: at(6, 20) });
      assert.ok(offered.items.length > 0);
      const [definition] = [await ask<Location[] | Location>('definition', '0', { position: at(2, 3) })].flat();
      assert.equal(definition?.uri, cell('1'));
    });

    it('is mended in its cell', async () => {
      const range = { start: at(6, 6), end: at(6, 6) };
      const actions = await ask<CodeAction[]>('codeAction', '1', { range, context: { diagnostics: [] } });
      const edits = actions.map(({ edit }) => edit?.changes?.[cell('1')]?.[0]?.newText);
      assert.ok(
        edits.some((text) => text?.includes('"')),
        JSON.stringify(actions),
      );
    });

    it('is followed as its cells are edited, added and taken away', async () => {
      const document = { uri: cell('1'), version: 2 };
      const changes = [{ range: { start: at(6, 4), end: at(6, 14) }, text: '"Cache (KV)"' }];
      await tell('didChange', { change: { cells: { textContent: [{ document, changes }] } } });
      await finds('1');
      const array = { start: 2, deleteCount: 0, cells: [{ kind: 1, document: cell('2') }] };
      const didOpen = [item('2', '$$ \\frac{1}{ $$\n')];
      await tell('didChange', { change: { cells: { structure: { array, didOpen } } } });
      await finds('2', 'math.syntax');
      const structure = { array: { start: 1, deleteCount: 1 }, didClose: [{ uri: cell('1') }] };
      await tell('didChange', { change: { cells: { structure } } });
      assert.deepEqual(await definitionOf('Gate'), []);
    });

    it('survives what is no message of the protocol', async () => {
      for (const junk of [
        null,
        {},
        { notebookDocument: {} },
        { change: 1 },
        { change: { cells: { structure: [] } } },
      ]) {
        for (const event of ['didOpen', 'didChange', 'didClose']) {
          await client.connection.sendNotification(`notebookDocument/${event}`, junk);
        }
      }
      await tell('didOpen', { notebookDocument: { uri: 7 }, cellTextDocuments: [item('9', '# X')] });
      await tell('didChange', { change: { cells: { textContent: [{ document: 3, changes: 4 }, 5] } } });
      await finds('0', 'link.broken');
    });

    it('is the file on the disk again when it is closed', async () => {
      await tell('didClose', { cellTextDocuments: [{ uri: cell('0') }] });
      assert.deepEqual(await definitionOf('Old Gate'), [notebook]);
      await finds('0');
      await finds('2');
    });
  });
}

describe('A client that opens cells as texts', () => {
  it('is not asked to synchronize notebooks', async () => {
    const client = await TestLanguageClient.start({
      capabilities: { notebookDocument: { synchronization: {} } },
      initializationOptions: { cellsAsTexts: true },
    });
    assert.equal(client.initialized.capabilities.notebookDocumentSync, undefined);
    await client.stop();
  });
});
