import * as vscode from 'vscode';
import { say } from '../core/l10n/say';
import type { Ask, InPlace, KitPage } from '../protocol';
import { courseLanguages } from './course-files';
import { courseFolder, overviewName } from './course-folder';
import type { PanelHost } from './panel-host';

/** Shows what the course teaches, or its cards to be learned, in the panel. */
export async function showKit(ask: Ask, panel: PanelHost, page: KitPage): Promise<void> {
  const folder = await courseFolder(say`its overview`);
  if (!folder) return;
  const uri = vscode.Uri.joinPath(folder, overviewName).toString();
  const make = async (): Promise<(InPlace & { readonly type: 'kit' }) | undefined> => {
    const { kit } = await ask('coursewright/teachingKit', { uri });
    return kit ? { type: 'kit', kit, page, recall: {} } : undefined;
  };
  const made = await reading(make);
  if (!made) return;
  if (page === 'cards' && made.kit.cards.length === 0) void vscode.window.showInformationMessage(noCards);
  else panel.showInPlace(made, make);
}

const noCards = say`There are no cards yet: the course defines no terms, and gives no titles a picture or an acronym.`;

/** Reads the section at the cursor aloud, in the panel. */
export async function readAloud(ask: Ask, panel: PanelHost): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !courseLanguages.includes(editor.document.languageId)) {
    void vscode.window.showInformationMessage(say`Open a lesson first, and go to the section to be read.`);
    return;
  }
  const { start } = editor.selection;
  const position = { line: start.line, character: start.character };
  const { reading: found } = await ask('coursewright/reading', { uri: editor.document.uri.toString(), position });
  if (found && found.sentences.length > 0) panel.showInPlace({ type: 'reading', reading: found });
  else void vscode.window.showInformationMessage(say`There is nothing to read in this section.`);
}

/** Writes the course's cards as a text that Anki imports, to a file that is asked for. */
export async function exportCards(ask: Ask): Promise<void> {
  const folder = await courseFolder(say`its cards`);
  if (!folder) return;
  const uri = vscode.Uri.joinPath(folder, overviewName).toString();
  const { text, count } = await reading(() => ask('coursewright/cards', { uri, format: 'anki' }));
  if (count === 0) {
    void vscode.window.showInformationMessage(noCards);
    return;
  }
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder, 'cards.anki.txt'),
    filters: { Anki: ['txt'] },
  });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  vscode.window.setStatusBarMessage(say`Wrote ${count === 1 ? say`1 card` : say`${count} cards`}`, 4000);
}

const reading = <T>(ask: () => Promise<T>): Thenable<T> =>
  vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: say`Coursewright: reading the course` },
    ask,
  );
