import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../support/until';
import { fileUri, hoversAt, rangeOf, show } from './course';

const glossary = '# Glossary\n\n- **🚪 Gate Keeper (GK):** Opens.\n';
const lesson =
  '# Lesson\n\nTwo gate keepers, `gate keeper`.\n\n```mermaid\nflowchart LR\n  GK[Gate Keeper] --> Router\n```\n';
const app = [
  'import streamlit as st',
  '',
  "page = '''",
  '# 🧩 Deep\\tGate Keeper',
  '',
  "It\\'s the gate keeper.",
  "'''",
  'name = "Gate Keeper"',
  "more = f'''",
  '## {name}: Gate Keeper {{x}}',
  "'''",
  '',
].join('\n');

describe('Renaming a term in VS Code', () => {
  const files: Readonly<Record<string, string>> = {
    'rename/glossary.md': glossary,
    'rename/lesson.md': lesson,
    'rename/app.py': app,
  };
  const textOf = async (name: string) => (await vscode.workspace.openTextDocument(fileUri(name))).getText();
  const rename = async (name: string, text: string, newName: string) => {
    const { document } = await show(name);
    const at = rangeOf(document, text).start;
    await until(
      async () => (await hoversAt(document.uri, at)).some((said) => said.includes('Opens.')),
      `${text} as a term in ${name}`,
    );
    const command = 'vscode.executeDocumentRenameProvider';
    return vscode.commands.executeCommand<vscode.WorkspaceEdit>(command, document.uri, at, newName);
  };

  before(async () => {
    for (const [name, text] of Object.entries(files)) {
      await vscode.workspace.fs.writeFile(fileUri(name), Buffer.from(text));
    }
    await show('rename/app.py');
    await show('rename/lesson.md');
    await show('rename/glossary.md');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(fileUri('rename'), { recursive: true });
  });

  it('explains the term inside a Python string, and nothing outside of one', async () => {
    const { document } = await show('rename/app.py');
    const explains = async (text: string) =>
      (await hoversAt(document.uri, rangeOf(document, text).start)).some((said) => said.includes('Opens.'));
    await until(() => explains('Gate Keeper {{x}}'), 'the term in the f-string');
    assert.ok(await explains('gate keeper.'));
    assert.ok(!(await explains('Gate Keeper"')));
  });

  it('is undone in one step', async () => {
    const { document } = await show('rename/glossary.md');
    const before = document.getText();
    const edit = await rename('rename/glossary.md', 'Gate Keeper', 'Warden');
    // One file alone: of several, VS Code would ask in a dialog whether to undo them all.
    const own = new vscode.WorkspaceEdit();
    own.set(document.uri, edit.get(document.uri));
    assert.ok(await vscode.workspace.applyEdit(own));
    assert.notEqual(document.getText(), before);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('comes back to the same bytes in every file', async () => {
    const there = await rename('rename/lesson.md', 'gate keepers', 'Night Watch');
    assert.equal(there.size, 3);
    assert.ok(await vscode.workspace.applyEdit(there));
    const renamed = await textOf('rename/lesson.md');
    assert.ok(renamed.includes('Two night watches, `gate keeper`.'), renamed);
    assert.ok(renamed.includes('GK[Night Watch]'), renamed);
    const back = await rename('rename/glossary.md', 'Night Watch', 'Gate Keeper');
    assert.ok(await vscode.workspace.applyEdit(back));
    for (const [name, text] of Object.entries(files)) assert.equal(await textOf(name), text);
  });

  it('writes into Python strings as each wants it, and into no other string', async () => {
    const edit = await rename('rename/glossary.md', 'Gate Keeper', 'Ward\\en {X}');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const python = await textOf('rename/app.py');
    assert.ok(python.includes('Deep\\tWard\\\\en {X}\n'), python);
    assert.ok(python.includes("It\\'s the ward\\\\en"), python);
    assert.ok(python.includes('name = "Gate Keeper"'), python);
    assert.ok(python.includes('## {name}: Ward\\\\en {{X}} {{x}}'), python);
  });
});
