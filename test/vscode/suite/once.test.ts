import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf, fileUri, rangeOf, show } from './course';

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
