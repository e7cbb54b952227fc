import * as vscode from 'vscode';
import { say } from '../core/l10n/say';
import type { Ask } from '../protocol';
import { courseLanguages } from './course-files';

/** Opens what tells the selected text, else the section at the cursor, from the rest of the course as a diagram beside. */
export async function showKeyConcepts(ask: Ask): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !courseLanguages.includes(editor.document.languageId)) {
    void vscode.window.showInformationMessage(say`Open a lesson first, and select a text or go to a section.`);
    return;
  }
  const { document, selection } = editor;
  const { diagram } = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: say`Coursewright: reading the course` },
    () =>
      ask('coursewright/keyConcepts', {
        uri: document.uri.toString(),
        range: { start: selection.start, end: selection.end },
      }),
  );
  if (diagram === null) {
    void vscode.window.showInformationMessage(say`Nothing in this text tells it from the rest of the course.`);
    return;
  }
  const shown = await vscode.workspace.openTextDocument({ language: 'mermaid', content: diagram });
  await vscode.window.showTextDocument(shown, { viewColumn: vscode.ViewColumn.Beside });
}
