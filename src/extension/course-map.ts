import * as vscode from 'vscode';
import { say } from '../core/l10n/say';
import type { Ask, GraphFormat } from '../protocol';
import { courseLanguages } from './course-files';
import { givenPart, pickMapPart } from './map-part';

const formats: readonly { readonly label: string; readonly format: GraphFormat }[] = [
  { label: say`Mermaid`, format: 'mermaid' },
  { label: 'GraphML', format: 'graphml' },
  { label: 'DOT', format: 'dot' },
  { label: 'JSON', format: 'json' },
];

/** Opens the map as a Mermaid document beside the editor. What is not given, as a key binding can, is asked. */
export async function showCourseMap(ask: Ask, part: unknown): Promise<void> {
  const map = await mapOf(ask, part, 'mermaid');
  if (!map) return;
  const document = await vscode.workspace.openTextDocument({ language: 'mermaid', content: map.text });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
  if (map.refused) void vscode.window.showWarningMessage(map.refused);
}

/** Copies the map as a text of a format. */
export async function copyCourseMap(ask: Ask, part: unknown, given: unknown): Promise<void> {
  const format = formats.find((known) => known.format === given)?.format ?? (await pickFormat());
  const map = format && (await mapOf(ask, part, format));
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
  const part = givenPart(given) ?? (await pickMapPart(ask, uri.toString(), isCourseFile));
  const map = part && (await ask('coursewright/courseMap', { uri: uri.toString(), format, ...part }));
  if (map?.nodes !== 0) return map;
  void vscode.window.showInformationMessage(
    part?.filter
      ? say`No diagram of this course has what was asked for.`
      : say`There is no diagram to map in ${part?.of === 'file' ? say`this file` : say`this course`}.`,
  );
  return undefined;
}

const pickFormat = async (): Promise<GraphFormat | undefined> =>
  (await vscode.window.showQuickPick(formats, { placeHolder: say`Copy as` }))?.format;
