import * as vscode from 'vscode';
import { closingIndentation } from './closing-indentation';

/** The languages in which a fence is markdown's own. */
const languages = new Set(['markdown', 'mdx', 'quarto']);

/**
 * Puts the closing line of a fence, once its marker is typed, to the indentation of the opener, as one step of undo with
 * the typing. Of use where the line above was indented further and the editor indented this one like it.
 */
export function alignClosingFences(): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(async ({ document, contentChanges, reason }) => {
    const [change, another] = contentChanges;
    const editor = vscode.window.activeTextEditor;
    if (!change || another || reason !== undefined || !/^[`~]+$/.test(change.text)) return;
    if (editor?.document !== document || !languages.has(document.languageId)) return;
    if (!vscode.workspace.getConfiguration('coursewright', document).get('fences.alignClosing', true)) return;
    const { line } = change.range.start;
    const lines = (at: number) => (at >= 0 ? document.lineAt(at).text : undefined);
    const wanted = closingIndentation(lines, line);
    if (wanted === undefined) return;
    const { firstNonWhitespaceCharacterIndex: end } = document.lineAt(line);
    await editor.edit((edit) => edit.replace(new vscode.Range(line, 0, line, end), wanted), {
      undoStopBefore: false,
      undoStopAfter: false,
    });
  });
}
