import * as vscode from 'vscode';
import { courseLanguages, mayHoldCourseText } from './course-files';

/**
 * Activation registers commands and returns; the language client, by far the largest part, is loaded after, and for
 * Python files only when one holds course text.
 */
export function activate(context: vscode.ExtensionContext): void {
  const started = new Once(async () => {
    const client = await import('./client');
    return client.start(context);
  });
  const consider = (document: vscode.TextDocument) => {
    if (!courseLanguages.includes(document.languageId)) return;
    if (document.languageId === 'python' && !mayHoldCourseText(document.getText())) return;
    void started.get();
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(consider),
    vscode.workspace.onDidChangeTextDocument(({ document }) => consider(document)),
    { dispose: () => void started.peek()?.then((client) => client.stop()) },
  );
  setImmediate(() => vscode.workspace.textDocuments.forEach(consider));
}

/** Something made once, at its first asking. */
class Once<T> {
  readonly #make: () => Promise<T>;
  #made: Promise<T> | undefined;

  constructor(make: () => Promise<T>) {
    this.#make = make;
  }

  get(): Promise<T> {
    this.#made ??= this.#make();
    return this.#made;
  }

  peek(): Promise<T> | undefined {
    return this.#made;
  }
}
