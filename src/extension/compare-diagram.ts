import * as vscode from 'vscode';
import { say } from '../core/l10n/say';
import type { Ask } from '../protocol';
import { courseLanguages } from './course-files';

/** What VS Code's own Git extension offers of a repository, as far as it is asked here. */
interface Repository {
  show(ref: string, path: string): Promise<string>;
  getRefs?(query: { readonly sort?: 'committerdate' }): Promise<readonly { readonly name?: string }[]>;
}
interface GitExtension {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null };
}

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
  const repository = await repositoryOf(uri);
  if (!repository) return undefined;
  try {
    return { text: await repository.show(revision, uri.fsPath), name: revision, uri };
  } catch {
    void vscode.window.showInformationMessage(say`Git has no such file in ${revision}.`);
    return undefined;
  }
}

async function ofChosenRevision(uri: vscode.Uri): Promise<OtherState | undefined> {
  const repository = await repositoryOf(uri);
  const refs = (await repository?.getRefs?.({ sort: 'committerdate' })) ?? [];
  const names = [...new Set(refs.flatMap(({ name }) => name ?? []))];
  const name = repository && (await vscode.window.showQuickPick(names, { placeHolder: say`A branch or tag` }));
  return name === undefined ? undefined : ofRevision(uri, name);
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

async function repositoryOf(uri: vscode.Uri): Promise<Repository | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  const repository = extension && (await extension.activate()).getAPI(1).getRepository(uri);
  if (!repository) void vscode.window.showInformationMessage(say`The file is in no Git repository that VS Code knows.`);
  return repository ?? undefined;
}
