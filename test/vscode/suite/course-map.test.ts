import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../support/until';
import { show } from './course';

const close = () => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');

/** The active editor, of which VS Code tells a little after it has shown it. */
const active = (holds: (document: vscode.TextDocument) => boolean): Promise<vscode.TextEditor> =>
  until(
    () => {
      const editor = vscode.window.activeTextEditor;
      return editor && holds(editor.document) ? editor : undefined;
    },
    () => `another editor; ${vscode.window.activeTextEditor?.document.uri} is active`,
  );

describe('The course map', () => {
  it('opens beside, as a Mermaid document of the whole course or of one file', async () => {
    const lesson = await show('README.md');
    await vscode.commands.executeCommand('coursewright.showCourseMap', 'course');
    const map = await active((document) => document !== lesson.document);
    assert.equal(map.document.languageId, 'mermaid');
    assert.notEqual(map.viewColumn, lesson.viewColumn);
    const course = map.document.getText();
    assert.match(course, /^flowchart TD\n {2}n1\[/);
    assert.equal(vscode.languages.getDiagnostics(map.document.uri).length, 0);
    await close();
  });

  it('opens in part where a key binding says which', async () => {
    const lesson = await show('README.md');
    await vscode.commands.executeCommand('coursewright.showCourseMap', { files: ['glossary.md'] });
    await vscode.commands.executeCommand('coursewright.showCourseMap', { label: 'nowhere' });
    assert.equal(vscode.window.activeTextEditor?.document, lesson.document, 'a map of nothing does not open');
    await vscode.commands.executeCommand('coursewright.showCourseMap', { files: ['README.md'] });
    const map = await active((document) => document !== lesson.document);
    assert.match(map.document.getText(), /^flowchart TD\n {2}n1\[/);
    await close();
  });

  it('is copied as any of its formats', async () => {
    await show('README.md');
    await vscode.env.clipboard.writeText('before');
    await vscode.commands.executeCommand('coursewright.copyCourseMap', 'course', 'json');
    await until(async () => (await vscode.env.clipboard.readText()) !== 'before', 'the clipboard');
    const { nodes, edges } = JSON.parse(await vscode.env.clipboard.readText());
    assert.ok(nodes.length > 0 && Array.isArray(edges));
  });

  it('is compared, diagram by diagram, with another file', async () => {
    const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'compared.mmd');
    const now = await vscode.workspace.openTextDocument({
      language: 'mermaid',
      content: 'flowchart TD\n  A --> New\n',
    });
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('flowchart TD\n  A --> Old\n'));
    try {
      await vscode.window.showTextDocument(now);
      await active((document) => document === now);
      await vscode.commands.executeCommand('coursewright.compareDiagram', uri);
      const text = (await active((document) => document !== now)).document.getText();
      assert.match(text, /"new: New"/);
      assert.match(text, /"gone: Old"/);
      await close();
      await close();
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
  });
});
