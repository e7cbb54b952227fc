import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../support/until';
import { codeOf, diagnosticsOf, show } from './course';

const panelTab = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('coursewright.panel'));

describe('The teaching overview', () => {
  for (const command of ['showOverview', 'learnCards', 'readAloud']) {
    it(`is shown in the panel by ${command}`, async () => {
      await show('README.md');
      await vscode.commands.executeCommand(`coursewright.${command}`);
      await until(() => panelTab() !== undefined, 'the panel');
      await vscode.window.tabGroups.close(panelTab()!);
    });
  }

  it('draws the key concepts of a selected text beside it', async () => {
    const editor = await show('glossary.md');
    editor.selection = new vscode.Selection(0, 0, editor.document.lineCount, 0);
    await vscode.commands.executeCommand('coursewright.showKeyConcepts');
    const shown = vscode.window.activeTextEditor!.document;
    assert.equal(shown.languageId, 'mermaid');
    assert.match(shown.getText(), /flowchart LR\n[\s\S]*\["🫧 Latent Vector"\]/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('counts a post behind the line that opens it, and marks one that is too long', async () => {
    const content = `\`\`\`tweet\n${'word '.repeat(60)}\n\`\`\`\n`;
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document);
    const [mark] = await diagnosticsOf(document.uri, (all) => all.some((one) => codeOf(one) === 'tweet.too-long'));
    assert.equal(mark?.range.start.character, 280);
    const whole = new vscode.Range(0, 0, 2, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      whole,
    );
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['299 of 280'],
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is written by a command as one step that undo takes back, and stays as it is when nothing has changed', async () => {
    const { uri } = (await show('README.md')).document;
    const file = vscode.Uri.joinPath(vscode.workspace.getWorkspaceFolder(uri)!.uri, 'OVERVIEW.md');
    try {
      await vscode.commands.executeCommand('coursewright.writeOverview');
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.uri.toString(), file.toString());
      const { document } = editor;
      const written = document.getText();
      assert.match(
        written,
        /^<!-- coursewright: overview[\s\S]*\n## Skill tree\n[\s\S]*\n## Terms\n[\s\S]*<!-- coursewright: end of overview -->\n$/,
      );
      await document.save();

      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Mine.\n\n'));
      await vscode.commands.executeCommand('coursewright.writeOverview');
      assert.equal(document.getText(), `Mine.\n\n${written}`, 'nothing to write');

      const line = document.positionAt(document.getText().indexOf('## Terms')).line;
      await editor.edit((edit) => edit.delete(new vscode.Range(line, 0, line + 2, 0)));
      const stale = document.getText();
      await vscode.commands.executeCommand('coursewright.writeOverview');
      assert.equal(document.getText(), `Mine.\n\n${written}`);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), stale);
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await vscode.workspace.fs.delete(file);
    }
  });
});
