import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, CompletionItem, CompletionList, Diagnostic, Hover } from 'vscode-languageserver-types';
import { translatedLanguages } from '../../src/core/l10n/language-for';
import { tableOf } from '../../tools/support/sentences.mjs';
import { TestLanguageClient } from '../support/language-client';

const lesson = [
  '# Lesson',
  '',
  '- **Gate (GT):** Opens.',
  '',
  'The gate.',
  '',
  '```mermaid',
  'flowchart LR',
  '  A[f(x)] --> B',
  '```',
  '',
  '```attention',
  'text: the cat',
  'heads: 3',
  'd_model: 64',
  'nonsense: 1',
  '```',
  '',
  '```mermaid',
  'flow',
  '```',
  '',
].join('\n');

/** What the server says of that lesson, to a client of a locale. */
async function saidTo(locale: string | undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
  writeFileSync(join(folder, 'lesson.md'), lesson);
  const textDocument = { uri: pathToFileURL(join(folder, 'lesson.md')).toString() };
  const client = await TestLanguageClient.start({
    root: pathToFileURL(folder).toString(),
    ...(locale && { locale }),
    capabilities: { textDocument: { diagnostic: {} } },
  });
  try {
    await client.open(textDocument.uri, lesson);
    let items: Diagnostic[] = [];
    const found = (code: string) => items.find((item) => item.code === code);
    // What is known after three seconds is answered, and on a busy machine the rest comes later.
    while (!found('mermaid.unquoted-label') || !found('demo.unknown-key')) {
      ({ items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument }));
    }
    const label = found('mermaid.unquoted-label')!;
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: label.range,
      context: { diagnostics: [label] },
    });
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument,
      position: { line: 13, character: 1 },
    });
    const offered = await client.request<CompletionItem[] | CompletionList>('textDocument/completion', {
      textDocument,
      position: { line: 19, character: 4 },
    });
    return {
      label: String(label.message),
      demo: String(found('demo.unknown-key')!.message),
      title: actions[0]?.title,
      hover: (hover.contents as { value: string }).value,
      kinds: (Array.isArray(offered) ? offered : offered.items).map(({ detail }) => detail),
    };
  } finally {
    await client.stop();
    rmSync(folder, { recursive: true });
  }
}

const quotes = 'A label that holds {0} must stand in quotes.';
const put = 'Put the label in quotes';
const heads = 'Query heads, each attending on its own share of the width.';

describe('The language of the client', () => {
  for (const locale of [undefined, 'en', 'fr']) {
    it(`is English for the locale ${locale}`, async () => {
      const said = await saidTo(locale);
      assert.equal(said.label, quotes.replace('{0}', '( )'));
      assert.equal(said.title, put);
      assert.match(said.hover, new RegExp(heads));
    });
  }

  for (const language of translatedLanguages) {
    it(`is ${language} in marks, fixes, hovers and suggestions, out of threads too`, async () => {
      const table = tableOf(language);
      const said = await saidTo(language);
      assert.equal(said.label, table[quotes]!.replace('{0}', '( )'));
      assert.equal(said.title, table[put]);
      assert.ok(said.hover.includes(table[heads]!), said.hover);
      // What a thread found wrong with a demo.
      const unknown = '{0} has no key {1}; it has {2}.';
      const [begin] = table[unknown]!.split('{1}');
      assert.ok(said.demo.startsWith(begin!.replace('{0}', table['This demo']!)), said.demo);
      assert.ok(said.kinds.includes(`${table.Flowchart}: ${table['nodes and arrows']}`), JSON.stringify(said.kinds));
    });
  }
});
