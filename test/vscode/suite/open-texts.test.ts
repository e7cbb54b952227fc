import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { until } from '../../support/until';
import { codeOf, diagnosticsOf, fileUri, show } from './course';

const names = async (query: string) => {
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    query,
  );
  return found.filter(({ containerName }) => containerName === 'Glossary').map(({ name }) => name);
};

describe('Open texts', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('stand for their file under any name of a language, and plain text is not marked', async () => {
    const { document } = await show('broken.md');
    await diagnosticsOf(document.uri, (all) => all.length > 0);
    const plain = await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(plain.uri, new vscode.Position(0, 0), '# Glossary\n\n- **Unsaved Quern (UQN):** Grinds.\n\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until(async () => (await names('Unsaved Quern')).length === 1, 'the term of the unsaved text');
    await diagnosticsOf(plain.uri, (all) => all.length === 0);
    await vscode.languages.setTextDocumentLanguage(plain, 'markdown');
    await diagnosticsOf(plain.uri, (all) => all.some((one) => codeOf(one) === 'mermaid.unquoted-label'));
  });

  // Only here are processes listed in a way that needs nothing further.
  if (process.platform !== 'win32') {
    it('are all known to the server that is started after one that was killed', async () => {
      const { document } = await show('broken.md');
      await diagnosticsOf(document.uri, (all) => all.length > 0);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), '# Glossary\n\n- **Unsaved Mill (UML):** Turns.\n\n');
      assert.ok(await vscode.workspace.applyEdit(edit));
      await until(async () => (await names('Unsaved Mill')).length === 1, 'the term of the unsaved text');
      const text = document.getText();

      const servers = serversOf(process.pid);
      assert.equal(servers.length, 1);
      process.kill(servers[0]!, 'SIGKILL');
      await until(() => serversOf(process.pid).some((pid) => pid !== servers[0]), 'another server');
      await until(async () => (await names('Unsaved Mill')).length === 1, 'the term once more');
      assert.equal(document.getText(), text);
      await diagnosticsOf(fileUri('broken.md'), (all) => all.some((one) => codeOf(one) === 'mermaid.unquoted-label'));
    });
  }
});

/** The language servers that a process runs. */
function serversOf(parent: number): number[] {
  const listed = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return listed.split('\n').flatMap((line) => {
    const [pid, ppid] = line.trim().split(/\s+/).map(Number);
    return ppid === parent && /dist[\\/]server\.js/.test(line) ? [pid!] : [];
  });
}
