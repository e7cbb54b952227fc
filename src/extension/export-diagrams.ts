import * as vscode from 'vscode';
import { say } from '../core/l10n/say';
import type { Ask, ServerRequests } from '../protocol';
import { courseFolder } from './course-folder';

type Theme = 'light' | 'dark';
type Planned = ServerRequests['coursewright/exportPlan']['result']['pictures'][number];

interface Outcome {
  written: number;
  unchanged: number;
  /** What was not drawn: `lesson.md:12: why`. */
  readonly missing: string[];
}

/**
 * Writes every diagram of the course as a picture of its own into a folder, as `coursewright export` does: with the same
 * names, and only what has changed. What is not given, as a key binding can, is asked.
 */
export async function exportDiagrams(ask: Ask, given?: unknown, givenTheme?: unknown): Promise<void> {
  const folder = await courseFolder(say`its pictures`);
  const out = folder && (given instanceof vscode.Uri ? given : await chosenFolder(folder));
  const theme = out && (givenTheme === 'light' || givenTheme === 'dark' ? givenTheme : await chosenTheme());
  if (!theme) return;
  const outcome: Outcome = { written: 0, unchanged: 0, missing: [] };
  const cancelled = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: say`Exporting diagrams`, cancellable: true },
    async (progress, cancellation) => {
      const plan = await ask('coursewright/exportPlan', { uri: folder.toString(), out: out.toString(), theme });
      for (const [i, picture] of plan.pictures.entries()) {
        if (cancellation.isCancellationRequested) return true;
        progress.report({ message: say`${i + 1} of ${plan.pictures.length}`, increment: 100 / plan.pictures.length });
        await exportOne(ask, out, picture, theme, plan.mark, outcome);
      }
      return false;
    },
  );
  // Not waited for: a command ends when its work is done, not when its words have been read.
  void tell(outcome, out, cancelled);
}

async function exportOne(
  ask: Ask,
  out: vscode.Uri,
  picture: Planned,
  theme: Theme,
  mark: string,
  outcome: Outcome,
): Promise<void> {
  const fail = (why: string) =>
    outcome.missing.push(
      `${vscode.workspace.asRelativePath(vscode.Uri.parse(picture.uri))}:${picture.line + 1}: ${why}`,
    );
  const target = vscode.Uri.joinPath(out, picture.name);
  const before = await firstLine(target);
  if (before === picture.stamp) {
    outcome.unchanged++;
    return;
  }
  if (before !== undefined && !before.startsWith(mark)) {
    fail(say`${picture.name} is a file of yours, and is left as it is`);
    return;
  }
  if (await leadsElsewhere(out, picture.name)) {
    fail(say`${picture.name} leads out of the folder; nothing is written there`);
    return;
  }
  const { file, why } = await ask('coursewright/exportPicture', { picture, theme });
  if (file === null) {
    fail(why ?? '');
    return;
  }
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(file));
    outcome.written++;
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

/** Undefined where there is no such file. */
async function firstLine(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return new TextDecoder().decode(bytes.subarray(0, 200)).split('\n', 1)[0];
  } catch {
    return undefined;
  }
}

/** A link to a folder, or to a file, that stands in the folder for pictures may lead anywhere. */
async function leadsElsewhere(out: vscode.Uri, name: string): Promise<boolean> {
  const parts = name.split('/');
  for (let i = 1; i <= parts.length; i++) {
    try {
      const { type } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(out, ...parts.slice(0, i)));
      if (type & vscode.FileType.SymbolicLink) return true;
    } catch {
      return false;
    }
  }
  return false;
}

async function chosenFolder(course: vscode.Uri): Promise<vscode.Uri | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      defaultUri: course,
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: say`Export Here`,
      title: say`Folder for the pictures`,
    })) ?? [];
  return folder;
}

async function chosenTheme(): Promise<Theme | undefined> {
  const { kind } = vscode.window.activeColorTheme;
  const themes: { readonly label: string; readonly theme: Theme }[] = [
    { label: say`Light`, theme: 'light' },
    { label: say`Dark`, theme: 'dark' },
  ];
  const isDark = kind === vscode.ColorThemeKind.Dark || kind === vscode.ColorThemeKind.HighContrast;
  if (isDark) themes.reverse();
  return (await vscode.window.showQuickPick(themes, { placeHolder: say`Colours of the pictures` }))?.theme;
}

async function tell({ written, unchanged, missing }: Outcome, out: vscode.Uri, cancelled: boolean): Promise<void> {
  const place = vscode.workspace.asRelativePath(out);
  const counts = say`${written} written, ${unchanged} unchanged, in ${place}`;
  const message = cancelled ? say`Given up: ${counts}` : counts;
  if (missing.length === 0) {
    void vscode.window.showInformationMessage(message);
    return;
  }
  const why = say`Show Why`;
  const chosen = await vscode.window.showWarningMessage(say`${message}; ${missing.length} not drawn`, why);
  if (chosen !== why) return;
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: `${missing.join('\n')}\n` }));
}
