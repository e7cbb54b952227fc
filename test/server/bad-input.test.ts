import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from 'vscode-languageserver-types';
import { TestLanguageClient } from '../support/language-client';
import { until } from '../support/until';

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
      this.timeout(200_000);
      const uri = `untitled:/${encodeURIComponent(name)}.md`;
      await client.open(uri, text);
      const ask = async () => {
        const textDocument = { uri };
        const report = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
        return [...new Set(report.items.flatMap(({ code }) => code ?? []))].filter((code) => code !== 'term.unused');
      };
      // A large text is read in a thread first: on a busy machine an answer may come before that is done.
      await until(async () => isDeepStrictEqual(await ask(), codes), `${codes.join(', ') || 'nothing'} is said`);
    });
  }
});
