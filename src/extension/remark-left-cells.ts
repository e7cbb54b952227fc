import * as vscode from 'vscode';
import { type BaseLanguageClient, DocumentDiagnosticRequest } from 'vscode-languageclient';

/**
 * Has the marks of a notebook's cell fetched again when its editor goes. The client takes a text without an editor or tab
 * for closed, but a cell that is shown as a page still stands in its notebook.
 */
export function remarkLeftCells(client: BaseLanguageClient): vscode.Disposable {
  let before = shownCells();
  return vscode.window.onDidChangeVisibleTextEditors(() => {
    const now = shownCells();
    const someLeft = [...before].some((uri) => !now.has(uri));
    before = now;
    // The client hears of this change, too, and forgets the marks: they are fetched after that.
    if (someLeft) setTimeout(() => client.getFeature(DocumentDiagnosticRequest.method)?.refresh());
  });
}

const shownCells = (): Set<string> =>
  new Set(
    vscode.window.visibleTextEditors
      .filter(({ document }) => document.uri.scheme === 'vscode-notebook-cell')
      .map(({ document }) => document.uri.toString()),
  );
