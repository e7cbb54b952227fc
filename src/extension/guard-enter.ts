import * as vscode from 'vscode';
import { mayHoldCourseText } from './course-files';
import { inPythonText } from './in-python-text';

/**
 * Said to VS Code's keys: that the cursor is in course text of a Python file. Elsewhere no suggestion is selected before
 * somebody goes to it; Python selects one at once, as its own authors want it, and an Enter would take it.
 */
const guarded = 'coursewright.inPythonText';

/**
 * Keeps Enter a new line in course text of Python files, whatever list is open there: Tab takes. All that a list needs to know is
 * said before it opens, by the one who opens it: nothing has to arrive before a key does.
 */
export class GuardEnter {
  #guarded = false;

  /** Starts to follow the cursor; ends with what it returns. */
  start(): vscode.Disposable {
    this.look(vscode.window.activeTextEditor);
    return vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor((editor) => this.look(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.look(textEditor)),
    );
  }

  /** Tells the keys where the cursor is, when that is another place than they know of. */
  look(editor: vscode.TextEditor | undefined): void {
    if (editor !== vscode.window.activeTextEditor) return;
    const here = editor !== undefined && isCourseText(editor);
    if (here !== this.#guarded) void setContext(guarded, here);
    this.#guarded = here;
  }

  /** Opens the list of suggestions, which nobody asked for. */
  async open(editor: vscode.TextEditor): Promise<void> {
    this.look(editor);
    // The window works off what it is sent in its order.
    await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  }
}

const setContext = (name: string, value: boolean) => vscode.commands.executeCommand('setContext', name, value);

function isCourseText({ document, selection }: vscode.TextEditor): boolean {
  if (document.languageId !== 'python') return false;
  const before = document.getText(new vscode.Range(new vscode.Position(0, 0), selection.active));
  return inPythonText(before) && mayHoldCourseText(document.getText());
}
