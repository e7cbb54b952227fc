import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-types';
import { TestLanguageClient } from '../support/language-client';

const cases: Readonly<Record<string, { text: string; codes: readonly string[] }>> = {
  'an empty file': { text: '', codes: [] },
  'five thousand unclosed fences': {
    text: Array.from({ length: 5000 }, (_, i) => `- item ${i}\n\n  ~~~mermaid\n  flowchart TD\n`).join(''),
    codes: ['fence.unclosed'],
  },
  'a hundred thousand backticks': { text: `a ${'`'.repeat(100_000)}\n${'$ x'.repeat(50_000)}\n`, codes: [] },
  'ten megabytes in one paragraph': { text: 'graph paper and a word of prose\n'.repeat(330_000), codes: [] },
  'a word of half a million letters': { text: `# A\n\n${'x'.repeat(500_000)}\n`, codes: [] },
  'line ends of every kind': { text: '# A\r\n\r\n```mermaid\r\nflowchart TD\rA-->B\r\n```\r', codes: [] },
  'a label that would run a script': {
    text: '```mermaid\nflowchart TD\n  A["<img src=x onerror=alert(1)>"] --> B\n  click A "javascript:alert(1)"\n```\n',
    codes: [],
  },
};

describe('Bad input', () => {
  let client: TestLanguageClient;
  before(async () => {
    client = await TestLanguageClient.start({ capabilities: { textDocument: { diagnostic: {} } } });
  });
  after(() => client.stop());

  for (const [name, { text, codes }] of Object.entries(cases)) {
    it(`is answered: ${name}`, async function () {
      this.timeout(120_000);
      const uri = `untitled:/${encodeURIComponent(name)}.md`;
      await client.open(uri, text);
      const report = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      const found = new Set(report.items.flatMap(({ code }) => code ?? []));
      assert.deepEqual(
        [...found].filter((code) => code !== 'term.unused'),
        codes,
      );
    });
  }
});
