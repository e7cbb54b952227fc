import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { show } from './course';

describe('The teaching overview', () => {
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
