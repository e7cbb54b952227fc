import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../support/until';
import { codeOf, diagnosticsOf, rangeOf, show } from './course';

const label = 'Multi-Head Latent Attention (MLA)';

describe('A broken diagram', () => {
  let editor: vscode.TextEditor;

  before(async () => {
    editor = await show('broken.md');
  });
  after(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('is marked on the very label', async () => {
    const { document } = editor;
    const found = await diagnosticsOf(document.uri, ({ length }) => length === 2);
    assert.deepEqual(found.map(codeOf), ['mermaid.unquoted-label', 'mermaid.unquoted-label']);
    assert.deepEqual(found[0]?.range, rangeOf(document, label));
    assert.equal(found[0]?.severity, vscode.DiagnosticSeverity.Error);
  });

  it('is mended by its quick fix as one step that undo takes back', async () => {
    const { document } = editor;
    const before = document.getText();
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, label),
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title }) => title === 'Put the label in quotes');
    assert.ok(fix?.edit);
    assert.ok(fix.isPreferred);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.equal(document.getText(), before.replace(label, `"${label}"`));
    await diagnosticsOf(document.uri, ({ length }) => length === 1);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('is mended with all others of the file by “Fix All”, as one step that undo takes back', async () => {
    const { document } = editor;
    const before = document.getText();
    await diagnosticsOf(document.uri, ({ length }) => length === 2);
    await vscode.commands.executeCommand('editor.action.fixAll');
    const other = 'Reasoning ($5-$20 per query) 💰';
    const mended = before.replace(label, `"${label}"`).replace(other, `"${other}"`);
    // The command ends before its edit has come.
    await until(
      () => document.getText() === mended,
      () => `both labels in quotes, instead of ${document.getText()}`,
    );
    await diagnosticsOf(document.uri, ({ length }) => length === 0);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });
});
