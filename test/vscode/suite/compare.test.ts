import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { until } from '../../support/until';

/** VS Code's own Git extension, which other suites do without. */
describe('A diagram compared with what it was', () => {
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  const file = vscode.Uri.joinPath(folder, 'history.mmd');
  const write = (text: string) => vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder.fsPath,
      stdio: 'pipe',
    });
  const switchGit = (on: boolean | undefined) =>
    vscode.workspace.getConfiguration('git').update('enabled', on, vscode.ConfigurationTarget.Workspace);
  const isOpen = (document: vscode.TextDocument) => vscode.window.activeTextEditor?.document === document;
  const open = async (): Promise<vscode.TextDocument> => {
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    await until(() => isOpen(document), 'the diagram');
    return document;
  };
  const untitled = () => vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'untitled');
  /** The text that opens; undefined where none does. */
  const compared = async (revision: string): Promise<string | undefined> => {
    const known = new Set(untitled());
    await open();
    await vscode.commands.executeCommand('coursewright.compareDiagram', revision);
    return untitled()
      .find((document) => !known.has(document))
      ?.getText();
  };

  before(() => write('flowchart TD\n  A --> Old\n'));
  after(async () => {
    // One by one: all at once VS Code would ask what to do with texts that nobody has saved.
    for (const document of untitled()) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await switchGit(undefined);
    await vscode.workspace.fs.delete(file);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, '.git'), { recursive: true });
  });

  it('opens nothing while Git is switched off', async () => {
    assert.equal(await compared('HEAD'), undefined);
  });

  it('is drawn together with HEAD and with a branch, and with nothing where Git has no such file', async function () {
    if (!vscode.extensions.getExtension('vscode.git')) {
      Object.assign(this.runnable(), { skipped: 'this system has no Git extension in VS Code' });
      this.skip();
    }
    git('init', '-q', '-b', 'main');
    git('add', 'history.mmd');
    git('commit', '-qm', 'one');
    git('branch', 'older');
    await write('flowchart TD\n  A --> Middle\n');
    git('commit', '-qam', 'two');
    await write('flowchart TD\n  A --> New\n');
    await switchGit(true);
    const head = await until(() => compared('HEAD'), 'the repository, which VS Code finds a little later');
    assert.match(head, /"new: New"/);
    assert.match(head, /"gone: Middle"/);
    assert.match((await compared('older')) ?? '', /"gone: Old"/);
    assert.equal(await compared('nowhere'), undefined);
  });
});
