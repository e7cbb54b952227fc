import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('The side bar', () => {
  it('shows the glossary and the skills, and filters and sorts by command', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const view of ['coursewright.glossary', 'coursewright.skills']) {
      assert.ok(commands.includes(`${view}.focus`), view);
      await vscode.commands.executeCommand(`${view}.focus`);
    }
    await vscode.commands.executeCommand('coursewright.glossary.sortByPlace');
    await vscode.commands.executeCommand('coursewright.glossary.sortByName');
    await vscode.commands.executeCommand('coursewright.skills.clearSearch');
  });
});
