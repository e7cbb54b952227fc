import * as vscode from 'vscode';
import type { Range } from 'vscode-languageserver-types';

const glow = 1200;

/** Shows a place in its source: where it is open, else in a column that is not the panel's; its line glows for a moment. */
export class SourceReveal implements vscode.Disposable {
  readonly #line = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
  });
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param focus whether the keyboard goes along. */
  async reveal(uri: vscode.Uri, { start, end }: Range, focus: boolean): Promise<void> {
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), {
      viewColumn: columnOf(uri),
      preserveFocus: !focus,
    });
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    editor.setDecorations(this.#line, [range]);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => editor.setDecorations(this.#line, []), glow);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#line.dispose();
  }
}

function columnOf(uri: vscode.Uri): vscode.ViewColumn {
  const wanted = uri.toString();
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === wanted);
  if (visible?.viewColumn) return visible.viewColumn;
  const group = vscode.window.tabGroups.all.find((one) =>
    one.tabs.some((tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === wanted),
  );
  return group?.viewColumn ?? vscode.ViewColumn.One;
}
