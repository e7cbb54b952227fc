import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../support/until';
import { codeOf, diagnosticsOf, fileUri, hoversAt, rangeOf } from './course';

const cells = [
  {
    cell_type: 'markdown',
    metadata: {},
    source: ['# Tea\n', '\n', 'A Samovar, [below](#pot), [none](nowhere.md) and [terms](glossary.md).'],
  },
  {
    cell_type: 'code',
    metadata: {},
    outputs: [],
    execution_count: null,
    source: ['"""\n', '## No heading [x](no.md)\n', '"""'],
  },
  {
    cell_type: 'markdown',
    metadata: {},
    source: [
      '## Pot\n',
      '\n',
      '- **Samovar (SMV):** boils water.\n',
      '\n',
      '```mermaid\n',
      'flowchart TD\n',
      '  A[Cache (KV)]\n',
      '```',
    ],
  },
];

describe('A notebook', () => {
  const uri = fileUri('tea.ipynb');
  let notebook: vscode.NotebookDocument;
  const cell = (index: number) => notebook.cellAt(index).document;

  /** A cell that is shown as a page has no editor, and so nobody to ask for links and fixes. */
  const edit = async (index: number) => {
    vscode.window.activeNotebookEditor!.selection = new vscode.NotebookRange(index, index + 1);
    await vscode.commands.executeCommand('notebook.cell.edit');
    await until(() => vscode.window.activeTextEditor?.document === cell(index), 'the cell in its editor');
  };

  before(async () => {
    const json = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(json));
    notebook = await vscode.workspace.openNotebookDocument(uri);
    await vscode.window.showNotebookDocument(notebook);
  });
  after(async () => {
    if (!notebook.isClosed) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(uri);
  });

  it('is checked in its markdown cells, each thing once, and no link to another cell is marked', async () => {
    const [found] = await diagnosticsOf(cell(2).uri, (all) =>
      all.some((one) => codeOf(one) === 'mermaid.unquoted-label'),
    );
    assert.equal(cell(2).getText(found!.range), 'Cache (KV)');
    const first = await diagnosticsOf(cell(0).uri, (all) => all.some(({ message }) => message.includes('nowhere.md')));
    assert.ok(first.every(({ message }) => !message.includes('pot')));
    const codes = vscode.languages.getDiagnostics(cell(2).uri).map(codeOf);
    assert.ok(!codes.includes('term.duplicate'), 'the file on the disk is not counted beside its cells');
    assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
    assert.deepEqual(
      vscode.languages.getDiagnostics(cell(1).uri).filter(({ source }) => source === 'Coursewright'),
      [],
    );
  });

  it('explains the terms of its course', async () => {
    const [hover] = await hoversAt(cell(0).uri, rangeOf(cell(0), 'Samovar').start);
    assert.match(hover ?? '', /boils water/);
  });

  it('completes in a cell what its course knows', async () => {
    const at = cell(2).positionAt(cell(2).getText().lastIndexOf('A['));
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      cell(2).uri,
      at,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(
      labels.some((label) => label.startsWith('subgraph')),
      labels.join(', '),
    );
  });

  it('is outlined cell by cell', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      cell(2).uri,
    );
    const all = (list: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
      list.flatMap((symbol) => [symbol, ...all(symbol.children ?? [])]);
    const names = all(symbols).map(({ name }) => name);
    assert.ok(names.includes('Pot'), names.join(', '));
    assert.ok(
      names.some((name) => /Cache \(KV\)|flowchart/i.test(name)),
      names.join(', '),
    );
  });

  it('leads by its links to files and to other cells, each once', async () => {
    const at = (text: string) => rangeOf(cell(0), text).end;
    const goals = async (text: string) => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        cell(0).uri,
        at(text),
      );
      return found.map((goal) => ('targetUri' in goal ? goal.targetUri : goal.uri).path.split('/').pop());
    };
    assert.deepEqual(await goals('[terms](gloss'), ['glossary.md']);
    await edit(0);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      cell(0).uri,
    );
    assert.equal(links.filter(({ range }) => range.contains(at('[terms](gloss'))).length, 1, JSON.stringify(links));
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      cell(0).uri,
      at('[terms]('),
    );
    const files = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.equal(files.filter((label) => label.includes('glossary.md')).length, 1, files.join(', '));
  });

  it('keeps the marks of a cell that is shown as a page again', async () => {
    await edit(2);
    await vscode.commands.executeCommand('notebook.cell.quitEdit');
    const shown = () => vscode.window.visibleTextEditors.some(({ document }) => document === cell(2));
    await until(() => !shown(), 'the cell without its editor');
    await diagnosticsOf(cell(2).uri, (all) => all.some((one) => codeOf(one) === 'mermaid.unquoted-label'));
  });

  it('is mended in its cell', async () => {
    await edit(2);
    const { start } = rangeOf(cell(2), 'Cache (KV)');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      cell(2).uri,
      new vscode.Range(start, start),
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ edit }) => edit?.get(cell(2).uri).some(({ newText }) => newText.includes('"')));
    assert.ok(fix?.edit, JSON.stringify(actions));
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(cell(2).getText(), /A\["Cache \(KV\)"\]/);
  });
});
