import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../support/until';
import { rangeOf } from './course';

const fence = (diagram: string): string => `\`\`\`mermaid\n${diagram}\n\`\`\`\n\n`;
const course =
  '# Lesson\n\n' +
  fence('flowchart TD\n  A[Router] --> B[Expert]\n  B --> A') +
  fence('flowchart TD\n  A["🧭 router"] --> C') +
  fence('flowchart TD\n  A[Gate] --> D');

/** Shows a new file that has no place on disk. */
async function showNew(language: string, content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

describe('A node of a diagram', () => {
  // Only at the end: a new file that takes the place of one just closed would lose its text.
  after(async () => {
    for (const _ of vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled)) {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('is renamed in every fence where it is the same node, in one step that undo takes back', async () => {
    const document = await showNew('markdown', course);
    const at = rangeOf(document, 'A[Router]').start;
    const rename = () =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit | undefined>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        at,
        'R',
      );
    let edit: vscode.WorkspaceEdit | undefined;
    await until(async () => {
      // Until our server answers, only the built-in Markdown features are asked, and they refuse.
      edit = await rename().then(
        (found) => found,
        () => undefined,
      );
      return (edit?.size ?? 0) > 0;
    }, 'a rename');
    assert.ok(await vscode.workspace.applyEdit(edit!));
    const renamed = course
      .replace('A[Router] --> B[Expert]\n  B --> A', 'R[Router] --> B[Expert]\n  B --> R')
      .replace('A["🧭', 'R["🧭');
    assert.equal(document.getText(), renamed);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), course);
  });

  it('is completed after an arrow, with its label', async () => {
    const document = await showNew('markdown', fence('flowchart TD\n  Gate[The gate] --> B\n  B --> '));
    const at = rangeOf(document, 'B --> \n').end.translate(-1, 'B -->   '.length);
    const complete = async () =>
      (
        await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          at,
        )
      ).items;
    const isGate = ({ label, detail }: vscode.CompletionItem) =>
      (typeof label === 'string' ? label : label.label) === 'Gate' && detail === 'The gate';
    await until(async () => (await complete()).some(isGate), 'the gate among the completions');
  });

  it('is explained in a Python string', async () => {
    const document = await showNew('python', `TEXT = """\n${fence('flowchart TD\n  A[The router] --> B')}"""\n`);
    const at = rangeOf(document, 'A[The').start;
    const says = async () =>
      (await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at))
        .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
        .join('\n');
    await until(async () => /\*\*The router\*\*/.test(await says()), 'the router’s hover');
  });
});
