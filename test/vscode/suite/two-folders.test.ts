import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../support/until';
import { codeOf, diagnosticsOf, fileUri, hoversAt, rangeOf } from './course';

describe('Two folders in one workspace', () => {
  const gap = '# Gap\n\n## 1. First\n\n## 3. Third\n\nHere Attention is a term.\n';
  let first: vscode.TextDocument;
  let second: vscode.TextDocument;

  before(async () => {
    await vscode.workspace.fs.writeFile(fileUri('gap.md'), Buffer.from(gap));
    first = await vscode.workspace.openTextDocument(fileUri('gap.md'));
    second = await vscode.workspace.openTextDocument(fileUri('lesson.md', 1));
    await vscode.window.showTextDocument(second);
    await vscode.window.showTextDocument(first, vscode.ViewColumn.Beside);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(fileUri('gap.md'));
  });

  it('are two courses: what one defines is no term in the other', async () => {
    const explains = (said: readonly string[]) => said.some((text) => text.includes('A weighted average of values'));
    const inFirst = () => hoversAt(first.uri, rangeOf(first, 'Attention').start);
    await until(async () => explains(await inFirst()), 'the term in its own course');
    assert.ok(!explains(await hoversAt(second.uri, rangeOf(second, 'Attention').start)));
  });

  it('have settings of their own', async () => {
    const severityIn = async (uri: vscode.Uri) => {
      const found = await diagnosticsOf(uri, (all) => all.some((one) => codeOf(one) === 'outline.number-gap'));
      return found.find((one) => codeOf(one) === 'outline.number-gap')!.severity;
    };
    assert.equal(await severityIn(second.uri), vscode.DiagnosticSeverity.Error);
    assert.notEqual(await severityIn(first.uri), vscode.DiagnosticSeverity.Error);
  });
});
