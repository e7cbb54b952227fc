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
    // A text that is opened meanwhile lets the editor ask again.
    const fix = await until(async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        rangeOf(document, label),
        vscode.CodeActionKind.QuickFix.value,
      );
      return actions.find(({ title }) => title === 'Put the label in quotes');
    }, 'the fix that puts the label in quotes');
    assert.ok(fix.edit);
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

  it('is mended while it is saved, where the author wants that', async () => {
    const { document } = editor;
    const before = document.getText();
    const onSave = (actions: object | undefined) =>
      vscode.workspace
        .getConfiguration('editor', document)
        .update('codeActionsOnSave', actions, vscode.ConfigurationTarget.Workspace);
    await onSave({ 'source.fixAll.coursewright': 'explicit' });
    try {
      // What is as it was on disk is not saved.
      await editor.edit((edit) => edit.insert(document.positionAt(before.length), '\n'));
      await diagnosticsOf(document.uri, ({ length }) => length === 2);
      await document.save();
      await diagnosticsOf(document.uri, ({ length }) => length === 0);
      assert.equal(document.isDirty, false);
      assert.equal(document.getText().split('"').length, 5);
    } finally {
      await onSave(undefined);
      for (let steps = 0; document.getText() !== before && steps < 3; steps++) {
        await vscode.commands.executeCommand('undo');
      }
      await document.save();
    }
    assert.equal(document.getText(), before);
  });
});
