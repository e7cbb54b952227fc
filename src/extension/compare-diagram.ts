import * as vscode from 'vscode';
import { say } from '../core/l10n/say';
import type { Ask } from '../protocol';
import { courseLanguages } from './course-files';
import { type GitExtension, type NoHistory, repositoryOf, revisionNames, textIn } from './git-history';

/** The text of an earlier or another state, and what it is called. */
interface OtherState {
  readonly text: string;
  readonly name: string;
  readonly uri: vscode.Uri;
}

/**
 * Opens the diagram at the cursor, drawn together with what it is in a revision or another file. What is not given, as a
 * key binding can, is asked: a revision's name, or a file's URI.
 */
export async function compareDiagram(ask: Ask, given: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !courseLanguages.includes(editor.document.languageId)) {
    void vscode.window.showInformationMessage(say`Open a file with a diagram first, and put the cursor into it.`);
    return;
  }
  const { uri } = editor.document;
  const other = await otherState(uri, given);
  if (!other) return;
  const { line, character } = editor.selection.active;
  const { compared } = await ask('coursewright/compareDiagram', {
    uri: uri.toString(),
    position: { line, character },
    before: { uri: other.uri.toString(), text: other.text },
  });
  if (!compared) {
    void vscode.window.showInformationMessage(say`There is no diagram to compare with in ${other.name}.`);
    return;
  }
  if (compared.changes === 0) {
    void vscode.window.showInformationMessage(say`The diagram has the same nodes and arrows in ${other.name}.`);
    return;
  }
  const document = await vscode.workspace.openTextDocument({ language: 'mermaid', content: compared.text });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
}

async function otherState(uri: vscode.Uri, given: unknown): Promise<OtherState | undefined> {
  if (given instanceof vscode.Uri) return ofFile(given);
  if (typeof given === 'string') return ofRevision(uri, given);
  const choices = [
    { label: 'HEAD', description: say`the last commit`, of: () => ofRevision(uri, 'HEAD') },
    { label: say`A branch or tag…`, of: () => ofChosenRevision(uri) },
    { label: say`Another file…`, of: () => ofChosenFile(uri) },
  ];
  return (await vscode.window.showQuickPick(choices, { placeHolder: say`Compare the diagram with` }))?.of();
}

async function ofRevision(uri: vscode.Uri, revision: string): Promise<OtherState | undefined> {
  const repository = await knownRepository(uri);
  if (!repository) return undefined;
  const found = await textIn(repository, revision, uri.fsPath);
  if (typeof found !== 'string') return { text: found.text, name: revision, uri };
  tell(found, revision);
  return undefined;
}

async function ofChosenRevision(uri: vscode.Uri): Promise<OtherState | undefined> {
  const repository = await knownRepository(uri);
  if (!repository) return undefined;
  const names = await revisionNames(repository);
  const placeHolder = say`A branch or tag`;
  // Where none are known the name can still be written, a commit's too.
  const name =
    names.length > 0
      ? await vscode.window.showQuickPick(names, { placeHolder })
      : await vscode.window.showInputBox({ placeHolder });
  return name ? ofRevision(uri, name) : undefined;
}

async function ofChosenFile(uri: vscode.Uri): Promise<OtherState | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({ defaultUri: vscode.Uri.joinPath(uri, '..'), openLabel: say`Compare` })) ?? [];
  return file && ofFile(file);
}

async function ofFile(file: vscode.Uri): Promise<OtherState> {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  return { text: (await vscode.workspace.openTextDocument(file)).getText(), name, uri: file };
}

/** Undefined where there is none: that has been said. */
async function knownRepository(uri: vscode.Uri) {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  const found = await repositoryOf(extension && (() => extension.activate()), uri);
  if (typeof found !== 'string') return found;
  tell(found, '');
  return undefined;
}

function tell(why: NoHistory, revision: string): void {
  const words = {
    'no-git': () => say`VS Code’s Git extension is not there or switched off.`,
    'no-repository': () => say`The file is in no Git repository that VS Code knows.`,
    'not-in-revision': () => say`Git has no such file in ${revision}.`,
  };
  void vscode.window.showInformationMessage(words[why]());
}
