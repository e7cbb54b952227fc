import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { suggestionCases, suggestionFiles } from '../../support/suggestions';
import { until } from '../../support/until';

/** Every how many-th case is tried; `COURSEWRIGHT_SUGGESTIONS=all` tries them all. */
const all = process.env.COURSEWRIGHT_SUGGESTIONS === 'all';
const step = all ? 1 : 12;

/** Of all, some may fail, and none may hold up the others for long. */
const patience = all ? 40_000 : undefined;

/** What is offered only where the files beside the lesson are: their paths, and the terms that one of them defines. */
const ofOtherFiles = new Set([
  ...Object.keys(suggestionFiles),
  ...[
    ...Object.values(suggestionFiles)
      .join('\n')
      .matchAll(/\*\*([^(*:]+?)(?: \((\w+)\))?:\*\*/g),
  ].flatMap(([, name, acronym]) => [name, acronym]),
]);

/** Cases that need no other file, and no link, which the built-in Markdown features answer. */
const alone = suggestionCases.filter(
  ({ where, text, first }) =>
    first.length > 0 &&
    ![first].flat().some((one) => ofOtherFiles.has(one)) &&
    !/\]\([^)]*¦|\]\[[^\]]*¦/.test(text) &&
    !/\b(?:term|acronym|file|section of|image|wiki|reference)\b/.test(where),
);

const nameOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

/** The beginning of what an item writes, to its first place to fill in. */
function written({ insertText }: vscode.CompletionItem): string {
  const text = typeof insertText === 'string' ? insertText : (insertText?.value ?? '');
  const plain =
    typeof insertText === 'string' ? text : text.replace(/(?<!\\)\$[\s\S]*$/, '').replace(/\\([\\$}])/g, '$1');
  return plain.split('\n')[0]!;
}

describe('The first suggestion', () => {
  let document: vscode.TextDocument;
  let editor: vscode.TextEditor;

  before(async () => {
    document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Words\n' });
    editor = await vscode.window.showTextDocument(document);
  });

  after(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  async function show(marked: string): Promise<vscode.Position> {
    const whole = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
    await editor.edit((edit) => edit.replace(whole, marked.replace('¦', '')));
    const at = document.positionAt(marked.indexOf('¦'));
    editor.selection = new vscode.Selection(at, at);
    return at;
  }

  for (const [index, { where, text, first }] of alone.entries()) {
    if (index % step !== 0) continue;
    it(`is the one that Tab takes: ${where}`, async () => {
      const at = await show(text);
      let item: vscode.CompletionItem | undefined;
      await until(
        async () => {
          const list = await vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            document.uri,
            at,
          );
          item = list.items.find((one) => [first].flat().includes(nameOf(one)) && one.sortText === '0000');
          return item !== undefined;
        },
        `${first} among the suggestions`,
        patience,
      );
      const range = item!.range!;
      const start = range instanceof vscode.Range ? range.start : range.inserting.start;
      const before = document.getText();
      // A word that is whole already stands as it is, whatever takes it.
      if (before.slice(document.offsetAt(start), document.offsetAt(at)) === nameOf(item!)) return;
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await until(
        async () => {
          await vscode.commands.executeCommand('acceptSelectedSuggestion');
          return document.getText() !== before;
        },
        'something to be taken',
        patience,
      );
      const taken = document.getText().slice(document.offsetAt(start));
      assert.ok(taken.startsWith(written(item!)), `${JSON.stringify(taken.slice(0, 60))} was written`);
    });
  }
});
