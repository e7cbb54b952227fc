import * as vscode from 'vscode';
import type { Ask, PanelCommand } from '../protocol';
import { offerTools } from './assistant-tools';
import { alignClosingFences } from './close-fence';
import { compareDiagram } from './compare-diagram';
import { courseLanguages, isSettingsFile, mayHoldCourseText } from './course-files';
import { copyCourseMap, showCourseMap } from './course-map';
import { exportDiagrams } from './export-diagrams';
import { showKeyConcepts } from './key-concepts';
import { Once } from './once';
import { PanelHost } from './panel-host';
import { Preview } from './preview';
import { reportIssue } from './report-issue';
import { showReferences } from './show-references';
import type { Client, StartClient } from './start-client';
import { exportCards, readAloud, showKit } from './teaching-kit';
import { GlossaryView } from './views/glossary-view';
import { SkillBook } from './views/skill-book';
import { SkillsView } from './views/skills-view';
import { writeOverview } from './write-overview';

/**
 * Activation registers what is cheap and returns. The language client, by far the largest part, is loaded after, and
 * for Python files only when one holds course text.
 * @param load has the client that is right for where the extension runs
 */
export function activateWith(
  load: () => Promise<{ readonly start: StartClient }>,
  context: vscode.ExtensionContext,
): MarkdownPreviewExtension {
  const client = new Once<Client>(async () => {
    const running = await (await load()).start(context, refresh);
    setTimeout(() => preview.prepare());
    return running;
  });
  const ask: Ask = async (method, params) => (await client.get()).languageClient.sendRequest(method, params);
  const skills = new SkillBook(ask, context);
  const panel = new PanelHost(context.extensionUri, ask, context.workspaceState, skills);
  const views = [new GlossaryView(ask, context.workspaceState), new SkillsView(skills)];
  const preview = new Preview(ask);
  const refresh = () => {
    void preview.refresh();
    skills.refresh();
    for (const view of views) view.refresh();
  };
  const command = (name: string, run: (...given: unknown[]) => unknown) =>
    vscode.commands.registerCommand(`coursewright.${name}`, run);
  const panelCommand = (name: string, sent: PanelCommand) => command(name, () => panel.command(sent));

  const consider = (document: vscode.TextDocument) => {
    if (isSettingsFile(document)) void client.get();
    if (!courseLanguages.includes(document.languageId)) return;
    if (document.languageId === 'python' && !mayHoldCourseText(document.getText())) return;
    void client.get();
  };
  context.subscriptions.push(
    skills,
    panel,
    preview,
    ...views,
    ...views.flatMap((view) => view.commands()),
    command('openPanel', () => panel.open()),
    command('compareDiagram', (other?: unknown) => compareDiagram(ask, other)),
    command('showCourseMap', (of?: unknown) => showCourseMap(ask, of)),
    command('exportDiagrams', (out?: unknown, theme?: unknown) => exportDiagrams(ask, out, theme)),
    command('writeOverview', () => writeOverview(ask)),
    command('showOverview', () => showKit(ask, panel, 'overview')),
    command('learnCards', () => showKit(ask, panel, 'cards')),
    command('showKeyConcepts', () => showKeyConcepts(ask)),
    command('readAloud', () => readAloud(ask, panel)),
    command('writeProgress', () => skills.write()),
    command('exportCards', () => exportCards(ask)),
    command('copyCourseMap', (of?: unknown, format?: unknown) => copyCourseMap(ask, of, format)),
    vscode.commands.registerCommand('coursewright.runBeside', (uri: string, at: { line: number; character: number }) =>
      runBeside(panel, vscode.Uri.parse(uri), new vscode.Position(at.line, at.character)),
    ),
    panelCommand('panel.fit', 'fit'),
    panelCommand('panel.find', 'find'),
    panelCommand('panel.exportSvg', 'exportSvg'),
    panelCommand('panel.exportPng', 'exportPng'),
    vscode.commands.registerCommand('coursewright.showReferences', showReferences),
    command('restartServer', async () => {
      await (await client.get()).restart();
      refresh();
    }),
    command('reportIssue', async () => reportIssue(context, (await client.peek())?.status)),
    offerTools(ask),
    alignClosingFences(),
    vscode.window.onDidChangeVisibleTextEditors(() => void client.peek()?.then(() => preview.prepare())),
    vscode.workspace.onDidOpenTextDocument(consider),
    vscode.workspace.onDidChangeTextDocument(({ document }) => consider(document)),
    { dispose: () => void client.peek()?.then((running) => running.stop()) },
  );
  setTimeout(() => {
    vscode.workspace.textDocuments.forEach(consider);
    openOnStart(context, panel);
  });
  return { extendMarkdownIt: (md) => preview.extendMarkdownIt(md) };
}

/** What VS Code asks of an extension that adds to its preview of markdown. */
export interface MarkdownPreviewExtension {
  readonly extendMarkdownIt: Preview['extendMarkdownIt'];
}

/** Puts the cursor on a demo and opens the panel beside it. */
async function runBeside(panel: PanelHost, uri: vscode.Uri, position: vscode.Position): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const column = shown?.viewColumn;
  const editor = await vscode.window.showTextDocument(uri, column === undefined ? {} : { viewColumn: column });
  editor.selection = new vscode.Selection(position, position);
  panel.open(editor);
}

/** Opens the panel beside the first course file that a window shows, once, where a setting asks for it. */
function openOnStart(context: vscode.ExtensionContext, panel: PanelHost): void {
  if (!vscode.workspace.getConfiguration('coursewright').get('panel.openOnStart', false)) return;
  const open = (editor: vscode.TextEditor | undefined): boolean => {
    if (!editor || !courseLanguages.includes(editor.document.languageId)) return false;
    panel.open(editor);
    return true;
  };
  if (open(vscode.window.activeTextEditor)) return;
  const listener = vscode.window.onDidChangeActiveTextEditor((editor) => {
    if (open(editor)) listener.dispose();
  });
  context.subscriptions.push(listener);
}
