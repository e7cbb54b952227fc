import * as vscode from 'vscode';
import { courseLanguages } from './course-files';

/** Tells the line that the cursor is on whenever it is another one, of texts that may be course text. */
export function tellCursor(tell: (uri: string, line: number) => void): vscode.Disposable {
  let last: string | undefined;
  return vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
    const { languageId, uri } = textEditor.document;
    const line = selections[0]?.active.line;
    if (line === undefined || !courseLanguages.includes(languageId)) return;
    const here = `${uri.toString()} ${line}`;
    if (here !== last) tell(uri.toString(), line);
    last = here;
  });
}
