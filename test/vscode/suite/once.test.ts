import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../support/until';
import { diagnosticsOf, fileUri, hoversAt, rangeOf, show } from './course';

const text = `# 🔗 Links

See [the terms](glossary.md) and [the start](#-links).

\`\`\`mermaid
flowchart TD
    A[Latent (MLA)] --> B
    subgraph S
        B
    end
\`\`\`

## 1. More

1. One
   - two
2. Three

\`\`\`{note}
And [in a note](glossary.md).
\`\`\`
`;

/** Each answer once, by what makes it the same answer to a reader. */
function assertOnce<T>(answers: readonly T[], keyOf: (answer: T) => string): void {
  const keys = answers.map(keyOf);
  assert.deepEqual(
    keys.filter((key, index) => keys.indexOf(key) !== index),
    [],
  );
}

const rangeKey = ({ start, end }: vscode.Range) => `${start.line}:${start.character}-${end.line}:${end.character}`;

describe('Beside VS Code’s own markdown features', () => {
  let uri: vscode.Uri;
  let document: vscode.TextDocument;

  before(async () => {
    uri = fileUri('once.md');
    await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
    ({ document } = await show('once.md'));
    await diagnosticsOf(uri, (found) => found.length > 0);
  });

  it('shows no link twice', async () => {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
    assert.ok(links.length >= 2);
    assertOnce(links, ({ range }) => rangeKey(range));
  });

  it('follows a link in a directive, and once', async () => {
    const inNote = rangeOf(document, 'in a note](glossary').end;
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
    assert.equal(links.filter(({ range }) => range.contains(inNote)).length, 1);
    const goals = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      uri,
      inNote,
    );
    const uris = goals.map((goal) => ('targetUri' in goal ? goal.targetUri : goal.uri).toString());
    assert.deepEqual(uris, [fileUri('glossary.md').toString()]);
  });

  it('folds no lines twice, the diagram’s own blocks among them', async () => {
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      uri,
    );
    assertOnce(folds, ({ start, end }) => `${start}-${end}`);
    assert.ok(folds.some(({ start }) => text.split('\n')[start]?.includes('subgraph S')));
  });

  it('reports no problem twice', () => {
    assertOnce(vscode.languages.getDiagnostics(uri), ({ range, message }) => `${rangeKey(range)} ${message}`);
  });

  it('lists each of our symbols once, with diagrams among them', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    const all = (list: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
      list.flatMap((symbol) => [symbol, ...all(symbol.children)]);
    assertOnce(all(symbols), ({ name, range }) => `${name} ${rangeKey(range)}`);
    assert.ok(all(symbols).some(({ name }) => name === '🔗 Links'));
  });

  it('explains nothing twice', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      rangeOf(document, 'MLA').start,
    );
    const said = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    assert.ok(said.length > 0);
    assertOnce(said, (words) => words);
  });

  it('completes nothing twice, neither in prose nor in a link', async () => {
    for (const place of ['the terms', 'glossary.md', '#-links']) {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        rangeOf(document, place).start.translate(0, 1),
      );
      // Words of the text are VS Code's own guess; it leaves them out where a provider has them.
      const offered = items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
      assertOnce(offered, ({ label }) => (typeof label === 'string' ? label : label.label));
    }
  });
});

describe('Links in VS Code, where it follows some itself', () => {
  const files: Readonly<Record<string, string>> = {
    'linked/note.md': '# Note\n\n## A part\n\nBack to [the part](#a-part).\n',
    'linked/one.md':
      '# One\n\n[[note]] and [[note#A part]], [by path](note.md#a-part), [by label][ref], a footnote.[^1]\n\n[ref]: note.md\n[^1]: Its text.\n',
    'linked/two.mdx': '# Two\n\n[By path](note.md#a-part)\n',
  };
  const textOf = async (name: string) => (await vscode.workspace.openTextDocument(fileUri(name))).getText();
  const placeOf = ({ uri, range }: vscode.Location) => `${uri.toString()} ${rangeKey(range)}`;
  const goalsAt = async (uri: vscode.Uri, at: vscode.Position): Promise<vscode.Location[]> =>
    (
      await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        uri,
        at,
      )
    ).map((goal) => ('targetUri' in goal ? new vscode.Location(goal.targetUri, goal.targetRange) : goal));

  before(async () => {
    for (const [name, content] of Object.entries(files)) {
      await vscode.workspace.fs.writeFile(fileUri(name), Buffer.from(content));
    }
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(fileUri('linked'), { recursive: true });
  });

  it('leads from notes, references, footnotes and paths to each place once', async () => {
    const { document } = await show('linked/one.md');
    for (const place of ['note]]', 'A part]]', 'note.md#', 'ref]', '^1]']) {
      const at = rangeOf(document, place).start.translate(0, 1);
      await until(async () => (await goalsAt(document.uri, at)).length > 0, `a definition at ${place}`);
      assertOnce(await goalsAt(document.uri, at), ({ uri, range }) => `${uri.toString()} ${range.start.line}`);
      const said = (await hoversAt(document.uri, at)).filter((words) => words.trim() !== '');
      assertOnce(said, (words) => words);
      const uses = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        at,
      );
      assertOnce(uses, placeOf);
    }
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    assertOnce(links, ({ range }) => rangeKey(range));
    assert.ok(links.some(({ range }) => document.getText(range) === 'note'));
  });

  it('renames a heading with the notes’ links to it and those by path, each once', async () => {
    const { document } = await show('linked/note.md');
    const at = rangeOf(document, 'A part').start.translate(0, 1);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at,
      'New part',
    );
    const all = edit.entries().flatMap(([uri, edits]) => edits.map(({ range }) => `${uri.path} ${rangeKey(range)}`));
    assertOnce(all, (key) => key);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(await textOf('linked/note.md'), '# Note\n\n## New part\n\nBack to [the part](#new-part).\n');
    const one = await textOf('linked/one.md');
    assert.ok(one.includes('[[note#New part]]') && one.includes('(note.md#new-part)'), one);
    assert.ok((await textOf('linked/two.mdx')).includes('(note.md#new-part)'));
    await vscode.workspace.saveAll();
  });

  it('lets what VS Code does not follow itself follow a file that moves', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(fileUri('linked/note.md'), fileUri('linked/deep/paper.md'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until(async () => (await textOf('linked/one.md')).includes('[[paper]]'), 'the note’s new name');
    const one = await textOf('linked/one.md');
    assert.ok(one.includes('[[paper#New part]]'), one);
    // VS Code asks its own setting whether these follow, and that says never.
    assert.ok(one.includes('(note.md#new-part)') && one.includes('[ref]: note.md'), one);
    assert.ok((await textOf('linked/two.mdx')).includes('(deep/paper.md#new-part)'));
    await vscode.workspace.saveAll();
  });
});
