import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../support/until';
import { show } from './course';

describe('VS Code’s preview of markdown', () => {
  it('underlines terms of the course, and says what they mean', async () => {
    const { document } = await show('glossary.md');
    await vscode.commands.executeCommand('markdown.showPreview', document.uri);
    try {
      const html = await until(async () => {
        const page = await vscode.commands.executeCommand<string>('markdown.api.render', document);
        return page.includes('coursewright-term') ? page : undefined;
      }, 'a term underlined');
      assert.match(html, /<dfn class="coursewright-term" title="[^"]{10,}">/);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });
});
