import * as vscode from 'vscode';
import { say } from '../core/l10n/say';
import type { Ask, GraphFormat } from '../protocol';
import { courseLanguages } from './course-files';

type Extent = 'file' | 'course';

const formats: readonly { readonly label: string; readonly format: GraphFormat }[] = [
  { label: say`Mermaid`, format: 'mermaid' },
  { label: 'GraphML', format: 'graphml' },
  { label: 'DOT', format: 'dot' },
  { label: 'JSON', format: 'json' },
];

/** Opens the map as a Mermaid document beside the editor. What is not given, as a key binding can, is asked. */
export async function showCourseMap(ask: Ask, of: unknown): Promise<void> {
  const map = await mapOf(ask, of, 'mermaid');
  if (!map) return;
  const document = await vscode.workspace.openTextDocument({ language: 'mermaid', content: map.text });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
  if (map.refused) void vscode.window.showWarningMessage(map.refused);
}

/** Copies the map as a text of a format. */
export async function copyCourseMap(ask: Ask, of: unknown, given: unknown): Promise<void> {
  const format = formats.find((known) => known.format === given)?.format ?? (await pickFormat());
  const map = format && (await mapOf(ask, of, format));
  if (!map) return;
  await vscode.env.clipboard.writeText(map.text);
  vscode.window.setStatusBarMessage(
    say`Copied the map: ${map.nodes === 1 ? say`1 node` : say`${map.nodes} nodes`}`,
    4000,
  );
  if (map.refused) void vscode.window.showWarningMessage(map.refused);
}

async function mapOf(ask: Ask, given: unknown, format: GraphFormat) {
  const editor = vscode.window.activeTextEditor;
  const uri = editor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!uri) {
    void vscode.window.showInformationMessage(say`Open a course first: its diagrams make the map.`);
    return undefined;
  }
  const isCourseFile = editor !== undefined && courseLanguages.includes(editor.document.languageId);
  const of = given === 'file' || given === 'course' ? given : await pickExtent(isCourseFile);
  const map = of && (await ask('coursewright/courseMap', { uri: uri.toString(), of, format }));
  if (map?.nodes !== 0) return map;
  void vscode.window.showInformationMessage(
    say`There is no diagram to map in ${of === 'file' ? say`this file` : say`this course`}.`,
  );
  return undefined;
}

async function pickExtent(isCourseFile: boolean): Promise<Extent | undefined> {
  if (!isCourseFile) return 'course';
  const extents: readonly { readonly label: string; readonly of: Extent }[] = [
    { label: say`The whole course`, of: 'course' },
    { label: say`This file`, of: 'file' },
  ];
  return (await vscode.window.showQuickPick(extents, { placeHolder: say`Whose diagrams?` }))?.of;
}

const pickFormat = async (): Promise<GraphFormat | undefined> =>
  (await vscode.window.showQuickPick(formats, { placeHolder: say`Copy as` }))?.format;
