import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompletionList, Diagnostic } from 'vscode-languageserver-types';
import { TestLanguageClient } from '../support/language-client';
import { until } from '../support/until';

describe('A large text that is being written', function () {
  this.timeout(120_000);
  let folder: string;
  let client: TestLanguageClient;
  let uri: string;
  const lesson = (tail: string) => `# Tea\n\n${'The water waits a while.\n\n'.repeat(4000)}${tail}`;
  const marks = async () => {
    const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return items.map(({ code }) => code);
  };
  const symbols = () => client.request<unknown[]>('textDocument/documentSymbol', { textDocument: { uri } });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-large-'));
    uri = pathToFileURL(join(folder, 'lesson.md')).toString();
    client = await TestLanguageClient.start({
      root: pathToFileURL(folder).toString(),
      capabilities: { window: { workDoneProgress: true }, textDocument: { diagnostic: {} } },
    });
    await client.loaded();
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is checked when it rests, as it is then', async () => {
    await client.open(uri, lesson(''));
    const asked: Promise<unknown>[] = [];
    const broken = '[pot](pot.md)';
    for (let typed = 1; typed <= broken.length; typed++) {
      await client.change(uri, typed + 1, lesson(broken.slice(0, typed)));
      asked.push(marks());
    }
    await Promise.all(asked);
    // A machine that is busy elsewhere may answer before all is known.
    await until(async () => (await marks()).join() === 'link.broken', 'the mark of the link');
  });

  it('offers what may stand there, with the terms of the rest, while it is not at rest', async () => {
    const head = '## Glossary\n\n- **Kettle (KT):** Boils.\n\n```mermaid\nflowchart TD\n  A[Ke';
    await client.open(uri, lesson(head));
    await until(async () => (await symbols()).length > 0, 'the text to be read');
    const text = `${lesson(head)}t`;
    await client.change(uri, 2, text);
    const lines = text.split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)!.length };
    const waits = marks();
    const { items } = await client.request<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    assert.equal(items[0]?.label, 'Kettle');
    await waits;
  });
});
