import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentLink,
  FoldingRange,
  Hover,
  SelectionRange,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { TestLanguageClient } from '../support/language-client';

const lesson = [
  '# Lesson',
  '',
  'See [the router](routing.md#capacity), [nothing](gone.md) and ![a picture](pictures/no.png).',
  '',
  'The score is $q_\\text{gate} k$, and \\(d_k is never closed: \\sqrt{2}',
  '',
  '## Part',
  '',
  '[a](',
  '',
  '![b](',
  '',
  '$q_',
  '',
  '$p_',
  '',
].join('\n');
const routing = '# Routing\n\n## Capacity\n\nBack to [the part](lesson.md#part). $$p_\\text{expert}$$\n';

for (const builtInMarkdown of [false, true]) {
  describe(`Markdown over the language server, ${builtInMarkdown ? 'beside an editor that knows it' : 'for any editor'}`, () => {
    let folder: string;
    let client: TestLanguageClient;
    const uriOf = (name: string) => pathToFileURL(join(folder, name)).toString();
    const textDocument = () => ({ uri: uriOf('lesson.md') });
    const at = (line: number, character: number) => ({ textDocument: textDocument(), position: { line, character } });
    const completed = async (line: number, character: number): Promise<string[]> =>
      (await client.request<CompletionList>('textDocument/completion', at(line, character))).items.map(
        ({ label }) => label,
      );

    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
      mkdirSync(join(folder, 'pictures'));
      writeFileSync(join(folder, 'pictures', 'gate.png'), '');
      writeFileSync(join(folder, 'lesson.md'), lesson);
      writeFileSync(join(folder, 'routing.md'), routing);
      client = await TestLanguageClient.start({
        root: pathToFileURL(folder).toString(),
        capabilities: { textDocument: { diagnostic: {} }, window: { workDoneProgress: true } },
        initializationOptions: { builtInMarkdown },
      });
      await client.open(uriOf('lesson.md'), lesson);
      await client.loaded();
    });
    after(async () => {
      await client.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it('folds sections', async () => {
      const folds = await client.request<FoldingRange[] | null>('textDocument/foldingRange', {
        textDocument: textDocument(),
      });
      const lines = folds?.map(({ startLine, endLine }) => [startLine, endLine]) ?? null;
      assert.deepEqual(
        lines,
        builtInMarkdown
          ? null
          : [
              [0, 14],
              [6, 14],
            ],
      );
    });

    it('grows selections', async () => {
      const ranges = await client.request<SelectionRange[] | null>('textDocument/selectionRange', {
        textDocument: textDocument(),
        positions: [
          { line: 2, character: 10 },
          { line: 0, character: 3 },
        ],
      });
      assert.equal(ranges?.length ?? null, builtInMarkdown ? null : 2);
      if (ranges)
        assert.deepEqual(ranges[0]!.parent!.range, {
          start: { line: 2, character: 5 },
          end: { line: 2, character: 15 },
        });
    });

    it('follows links', async () => {
      const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: textDocument() });
      assert.deepEqual(
        links.map(({ target }) => target),
        builtInMarkdown ? [] : [`${uriOf('routing.md')}#L3`, uriOf('gone.md'), uriOf('pictures/no.png')],
      );
    });

    it('completes files, headings and pictures', async () => {
      assert.deepEqual(await completed(8, 4), builtInMarkdown ? [] : ['routing.md', '#lesson', '#part']);
      assert.deepEqual(await completed(10, 5), builtInMarkdown ? [] : ['pictures/gate.png']);
    });

    it('renames a heading with the links to it', async () => {
      if (builtInMarkdown) {
        assert.equal(await client.request('textDocument/prepareRename', at(6, 4)), null);
        return;
      }
      const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at(6, 4), newName: 'A new part' });
      assert.deepEqual(
        edit.changes?.[uriOf('routing.md')]?.map(({ newText }) => newText),
        ['a-new-part'],
      );
    });

    it('finds broken links and formulas, with mends', async () => {
      const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: textDocument(),
      });
      const codes = items.map(({ code, range }) => [code, range.start.line, range.start.character]);
      assert.deepEqual(codes, [
        ['link.broken', 2, 49],
        ['link.broken', 2, 75],
        ['math.unclosed', 4, 36],
      ]);
      const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: textDocument(),
        range: items[2]!.range,
        context: { diagnostics: [], only: ['quickfix'] },
      });
      assert.deepEqual(
        actions.map(({ title }) => title),
        ['Close the formula with \\)'],
      );
    });

    it('draws formulas, and completes the symbols of the whole course', async () => {
      const hover = await client.request<Hover>('textDocument/hover', at(4, 16));
      assert.match(JSON.stringify(hover.contents), /data:image\/svg\+xml;utf8,%3Csvg/);
      assert.deepEqual(await completed(12, 3), ['q_\\text{gate}']);
      assert.deepEqual(await completed(14, 3), ['p_\\text{expert}']);
    });
  });
}
