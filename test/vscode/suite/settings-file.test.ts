import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnosticsOf, fileUri } from './course';

describe('A settings file of a course', () => {
  const lesson = fileUri('numbers.md');
  const settings = fileUri('coursewright.json');
  const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  const severity = (wanted: vscode.DiagnosticSeverity) =>
    diagnosticsOf(lesson, (all) => all.some((one) => codeOf(one) === 'outline.number-gap' && one.severity === wanted));
  const configure = (value: unknown) =>
    vscode.workspace
      .getConfiguration('coursewright', lesson)
      .update('severity', value, vscode.ConfigurationTarget.WorkspaceFolder);

  before(async () => {
    await write(lesson, '# Gap\n\n## 1. First\n\n## 3. Third\n');
    await vscode.window.showTextDocument(lesson);
  });
  after(async () => {
    await configure(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(lesson);
  });

  it('counts over defaults, what VS Code says counts over it, and it is followed as it changes', async () => {
    await severity(vscode.DiagnosticSeverity.Information);
    await write(settings, '{ "severity": { "outline.number-gap": "error" } }');
    await severity(vscode.DiagnosticSeverity.Error);
    await configure({ 'outline.number-gap': 'warning' });
    await severity(vscode.DiagnosticSeverity.Warning);
    await configure(undefined);
    await severity(vscode.DiagnosticSeverity.Error);
  });

  it('is marked where a key is none, with the fix, and its schema answers in it', async () => {
    await write(settings, '{ "severty": {}, "hints.uses": true }');
    const document = await vscode.workspace.openTextDocument(settings);
    assert.equal(document.languageId, 'jsonc');
    const [mark] = await diagnosticsOf(settings, (all) => all.length === 1);
    assert.equal(mark!.message, 'There is no setting severty of a course. Did you mean severity?');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      settings,
      mark!.range,
    );
    assert.ok(actions.some(({ title }) => title === 'Change to "severity"'));
    await vscode.workspace.fs.delete(settings);
    await severity(vscode.DiagnosticSeverity.Information);
  });
});
