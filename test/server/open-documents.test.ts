import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import type { CodeAction, CodeLens, Diagnostic, Location, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { TestLanguageClient } from '../support/language-client';
import '../support/property-seed';

/** Only the files on disk say this, and nothing that is answered of open documents may. */
const onDisk = 'Stale';
const disk: Readonly<Record<string, string>> = {
  'lesson.md': `# ${onDisk} lesson\n\n- **${onDisk} Gate (SG):** Old.\n\n\`\`\`mermaid\nflowchart TD\n  A[${onDisk} (label)] --> B\n\`\`\`\n`,
  'other.md': `# ${onDisk} other\n\n[x](lesson.md#${onDisk.toLowerCase()}-lesson)\n`,
  'plain.md': `- **${onDisk} Key:** Older.\n`,
  'tool.py': `"""\n# ${onDisk} tool\n"""\n`,
};
const pieces = [
  '# Attention\n\n',
  '- **Gate (GT):** Opens.\n',
  'The gate opens for GT. [x](other.md#attention) and [y](gone.md).\n',
  '```mermaid\nflowchart TD\n  A[Cache (small)] --> GT[Gate]\n```\n',
  '```mermaid\nflowchart TD\n  A[one\n',
  '$\\frac{a}{b}$ 😀\r\n',
  '\n',
  '```moe\nexperts: 4\ntop_k: 9\n```\n',
  '- [ ] **1.2** Skill\n',
];
const ids = [
  'markdown',
  'gfm',
  'Markdown',
  'markdown.pandoc',
  'rmd',
  'vimwiki',
  'plaintext',
  '',
  'prompt',
  'python',
  'xyz',
];
const silentIds = new Set(['plaintext']);

describe('An open document is what the client says it is', function () {
  this.timeout(240_000);
  let folder: string;
  let client: TestLanguageClient;
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).toString();

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
    for (const [name, text] of Object.entries(disk)) writeFileSync(join(folder, name), text);
    client = await TestLanguageClient.start({
      root: pathToFileURL(folder).toString(),
      capabilities: {
        window: { workDoneProgress: true },
        textDocument: { diagnostic: {}, definition: { linkSupport: true } },
        workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
      },
    });
    await client.loaded();
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('whatever its id and however it was edited: no answer is made from the disk', async () => {
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((all) => all.join(''));
    const opened = fc.record({
      id: fc.constantFrom(...ids),
      text,
      edits: fc.array(fc.tuple(fc.nat(12), text), { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.tuple(opened, opened, opened, opened), async (documents) => {
        const buffers = new Map<string, string>();
        for (const [i, { id, text: first, edits }] of documents.entries()) {
          const uri = uriOf(Object.keys(disk)[i]!);
          let buffer = first;
          await client.open(uri, buffer, id);
          for (const [version, [line, inserted]] of edits.entries()) {
            const at = Math.min(line, buffer.split(/\r\n|\n/).length - 1);
            const place = { line: at, character: 0 };
            await client.edit(uri, version + 2, [{ range: { start: place, end: place }, text: inserted }]);
            const start = [...buffer.matchAll(/\r\n|\n/g)][at - 1];
            const offset = at === 0 ? 0 : start!.index + start![0].length;
            buffer = buffer.slice(0, offset) + inserted + buffer.slice(offset);
          }
          buffers.set(uri, buffer);
        }
        try {
          for (const [i, { id }] of documents.entries()) {
            const uri = uriOf(Object.keys(disk)[i]!);
            const answers = await everyAnswer(client, uri, buffers.get(uri)!);
            assert.doesNotMatch(JSON.stringify(answers), new RegExp(onDisk, 'i'), `${id} ${uri}`);
            if (silentIds.has(id)) assert.deepEqual(answers.marks, [], 'plain text is not marked');
            for (const [of, range] of rangesIn(answers, uri)) {
              const buffer = buffers.get(of);
              if (buffer !== undefined) assertInside(range, buffer, `${id} ${of}`);
            }
          }
        } finally {
          for (const uri of buffers.keys()) {
            await client.close(uri);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** Everything that can be asked of a file, at each of its lines. */
async function everyAnswer(client: TestLanguageClient, uri: string, text: string) {
  const textDocument = { uri };
  const lines = text.split(/\r\n|\n/);
  const all: unknown[] = [];
  const ask = async (method: string, params: object) =>
    all.push(await client.request(method, { textDocument, ...params }));
  const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
  all.push(items);
  for (const method of ['documentSymbol', 'documentLink', 'foldingRange', 'semanticTokens/full']) {
    await ask(`textDocument/${method}`, {});
  }
  const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
  await ask('textDocument/inlayHint', {
    range: { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } },
  });
  for (const lens of lenses) all.push(await client.request('codeLens/resolve', lens));
  for (const [line, { length }] of lines.entries()) {
    for (const character of [0, 4, length]) {
      const position = { line, character };
      for (const method of ['hover', 'definition', 'documentHighlight', 'completion', 'linkedEditingRange']) {
        await ask(`textDocument/${method}`, { position });
      }
      await ask('textDocument/references', { position, context: { includeDeclaration: true } });
      const renamed = client.request<WorkspaceEdit | null>('textDocument/rename', {
        textDocument,
        position,
        newName: 'Valve',
      });
      all.push(await renamed.catch(() => null));
    }
  }
  const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  for (const only of [undefined, ['source.fixAll']]) {
    const context = { diagnostics: [], ...(only && { only }) };
    all.push(await client.request<CodeAction[]>('textDocument/codeAction', { textDocument, range: whole, context }));
  }
  all.push(await client.request('workspace/symbol', { query: '' }));
  all.push(await client.request('coursewright/glossary', {}));
  all.push(await client.request('coursewright/skills', {}));
  all.push(await client.request('coursewright/panelSubject', { uri, index: 0 }));
  return { marks: items, all };
}

/** Every range in answers, with the file that it is in. */
function* rangesIn(value: unknown, uri: string, asked = uri): Iterable<[uri: string, range: Range]> {
  if (Array.isArray(value)) for (const item of value) yield* rangesIn(item, uri, asked);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const {
    uri: own,
    targetUri,
    textDocument,
  } = value as Partial<Location> & {
    targetUri?: string;
    textDocument?: { uri: string };
  };
  const of = targetUri ?? textDocument?.uri ?? own ?? uri;
  if (isRange(value)) yield [of, value];
  for (const [key, item] of Object.entries(value))
    yield* rangesIn(item, key === 'originSelectionRange' ? asked : of, asked);
}

const isRange = (value: object): value is Range =>
  'start' in value && 'end' in value && typeof value.start === 'object';

function assertInside({ start, end }: Range, text: string, where: string): void {
  const lines = text.split(/\r\n|\n/);
  for (const { line, character } of [start, end]) {
    assert.ok(
      line < lines.length && character <= lines[line]!.length,
      `${where}: ${line}:${character} is not in ${JSON.stringify(text)}`,
    );
  }
}
