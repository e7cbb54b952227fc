import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { TestLanguageClient } from '../support/language-client';

describe('The outline over the language server', () => {
  it('answers document symbols under our own label', async () => {
    const client = await TestLanguageClient.start();
    try {
      assert.deepEqual(client.initialized.capabilities.documentSymbolProvider, { label: 'Coursewright' });
      const uri = 'untitled:/lesson.md';
      await client.open(uri, '# 🎯 Routing\n\n## 1. Gate\n\n```mermaid\nflowchart TD\n  A --> B\n```\n');
      const [section] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
        textDocument: { uri },
      });
      assert.equal(section!.name, '🎯 Routing');
      assert.equal(section!.children![0]!.name, '1 Gate');
      assert.equal(section!.children![0]!.children![0]!.name, 'Flowchart');
    } finally {
      await client.stop();
    }
  });
});
