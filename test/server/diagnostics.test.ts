import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { mostShown } from '../../src/server/client-diagnostics';
import { TestLanguageClient } from '../support/language-client';

const uri = 'untitled:/lesson.md';
const broken = '# Attention\n\n```mermaid\nflowchart TD\n  A[Multi-Head Latent Attention (MLA)] --> B[Cache]\n```\n';
const good = broken.replace('[Multi-Head Latent Attention (MLA)]', '["Multi-Head Latent Attention (MLA)"]');

describe('The language server', () => {
  let client: TestLanguageClient;
  afterEach(() => client.stop());

  it('pushes diagnostics to a client that cannot pull, and takes them back when the text is mended', async () => {
    client = await TestLanguageClient.start();
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    await client.open(uri, broken);
    const [found] = await client.pushed(uri, (diagnostics) => diagnostics.length > 0);
    assert.equal(found?.code, 'mermaid.unquoted-label');
    assert.deepEqual(found?.range, { start: { line: 4, character: 4 }, end: { line: 4, character: 37 } });
    assert.match(found?.codeDescription?.href ?? '', /mermaid\.unquoted-label/);
    await client.change(uri, 2, good);
    await client.pushed(uri, (diagnostics) => diagnostics.length === 0);
  });

  it('says nothing of a fence that is being written until the person is elsewhere', async () => {
    client = await TestLanguageClient.start();
    await client.open(uri, '# Attention\n\nMore.\n');
    const begun = '# Attention\n\n```mermaid\nflowchart TD\n  A[b (c)] --> D\n  D --> E\n';
    const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
    await client.change(uri, 2, begun);
    const first = await client.pushed(uri, (diagnostics) => codes(diagnostics).includes('mermaid.unquoted-label'));
    assert.deepEqual(codes(first), ['mermaid.unquoted-label']);
    await client.change(uri, 3, begun.replace('# Attention', '# Attention now'));
    await client.pushed(uri, (diagnostics) => codes(diagnostics).includes('fence.unclosed'));
  });

  it('knows that a new line is behind the one that was ended, whatever blank lines follow', async () => {
    client = await TestLanguageClient.start();
    const begun = '# Attention\n\n```mermaid\nflowchart TD\n  A[b (c)] --> D\n\n\n## More\n';
    await client.open(uri, begun);
    await client.pushed(uri, (diagnostics) => diagnostics.some(({ code }) => code === 'fence.unclosed'));
    await client.change(uri, 2, begun.replace('--> D', '--> D\n'));
    await client.pushed(uri, (diagnostics) => diagnostics.length === 1);
  });

  it('marks the line that is typed in after a pause', async () => {
    client = await TestLanguageClient.start();
    await client.open(uri, good);
    await client.change(uri, 2, broken);
    await client.pushed(uri, (diagnostics) => diagnostics.length === 1);
  });

  it('shows a thousand of what is wrong with a file, errors before warnings, and says that there is more', async () => {
    client = await TestLanguageClient.start({ capabilities: { textDocument: { diagnostic: {} } } });
    const lines = Array.from({ length: mostShown + 3 }, () => '- [a](#gone)\n').join('');
    await client.open(uri, `# Attention\n\n${lines}\n${broken}`);
    const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    const by = (wanted: string | undefined) => items.filter(({ code }) => code === wanted);
    assert.deepEqual([by('link.broken').length, by('mermaid.unquoted-label').length], [mostShown - 1, 1]);
    assert.match(String(by(undefined)[0]?.message), /^5 more places are not shown/);
    await client.change(uri, 2, `# Attention\n\n${'- [a](#gone)\n'.repeat(mostShown)}`);
    const next = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
    assert.equal(next.items.filter(({ code }) => code === 'link.broken').length, mostShown);
    assert.equal(next.items.length, mostShown);
  });

  it('lets a client pull that can, and offers the mend as a quick fix', async () => {
    client = await TestLanguageClient.start({ capabilities: { textDocument: { diagnostic: {} } } });
    assert.ok(client.initialized.capabilities.diagnosticProvider);
    await client.open(uri, broken);
    const report = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
    assert.equal(report.items.length, 1);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: report.items[0]!.range,
      context: { diagnostics: report.items },
    });
    const quickFix = actions.find(({ kind }) => kind === 'quickfix');
    assert.deepEqual(quickFix?.edit?.changes?.[uri], [
      { range: report.items[0]!.range, newText: '"Multi-Head Latent Attention (MLA)"' },
    ]);
  });

  it('answers a pull that is withdrawn as cancelled, and the next one in full', async () => {
    client = await TestLanguageClient.start({ capabilities: { textDocument: { diagnostic: {} } } });
    // Many different diagrams, so that most still wait for a worker when the client changes its mind.
    const many = Array.from({ length: 60 }, (_, index) => broken.replace('Cache', `Cache ${index}`)).join('\n');
    await client.open(uri, many);
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri } };
    const withdrawn = client.connection.sendRequest('textDocument/diagnostic', params, source.token);
    // The answer to a second request says that the first is being worked on.
    await client.request('textDocument/hover', { ...params, position: { line: 0, character: 0 } });
    source.cancel();
    await assert.rejects(withdrawn, ({ code }: { code: number }) => [-32800, -32802].includes(code));
    const report = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', params);
    assert.equal(report.items.filter(({ code }) => code === 'mermaid.unquoted-label').length, 60);
  });

  it('fixes all on save', async () => {
    client = await TestLanguageClient.start();
    await client.open(uri, broken);
    for (const only of ['source', 'source.fixAll', 'source.fixAll.coursewright']) {
      const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [], only: [only] },
      });
      assert.deepEqual(
        actions.map(({ kind }) => kind),
        ['source.fixAll.coursewright'],
        only,
      );
    }
  });

  it('reads severities that the client sends, and null as the default', async () => {
    const capabilities = { workspace: { configuration: true } };
    client = await TestLanguageClient.start({
      capabilities,
      configuration: { severity: { 'mermaid.unquoted-label': 'hint' }, exclude: null },
    });
    await client.open(uri, broken);
    const [found] = await client.pushed(uri, (diagnostics) => diagnostics.length > 0);
    assert.equal(found?.severity, 4);
  });
});
