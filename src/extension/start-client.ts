import * as vscode from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import type { ClientNotifications, InitializationOptions, ServerNotifications } from '../protocol';
import { courseDocuments } from './course-files';
import { CourseStatus } from './course-status';
import { explicitSettings, settingNames } from './explicit-settings';
import { previewMermaid } from './preview-mermaid';
import { remarkLeftCells } from './remark-left-cells';
import { SuggestWhileTyping } from './suggest-while-typing';
import { tellCursor } from './tell-cursor';

/** The language client, running. */
export interface Client {
  readonly languageClient: BaseLanguageClient;
  readonly status: Pick<CourseStatus, 'files' | 'failures'>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the language server and connects to it.
 * @param changed hears when the glossary or the skills may be others
 */
export type StartClient = (context: vscode.ExtensionContext, changed: () => void) => Promise<Client>;

/**
 * Connects to the server by a client that `create` makes, and to what VS Code shows of it.
 * @param changed hears when the glossary or the skills may be others
 */
export async function startClient(
  context: vscode.ExtensionContext,
  changed: () => void,
  create: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<Client> {
  const preview = await previewMermaid();
  const suggesting = new SuggestWhileTyping();
  const options: LanguageClientOptions = {
    middleware: { ...suggesting.middleware, workspace: explicitSettings(settingNames(context.extension)) },
    documentSelector: [...courseDocuments, settingsFile],
    initializationOptions: {
      activity: true,
      cellsAsTexts: true,
      hoverPictures: true,
      foreground: foreground(),
      ...(preview ? { previewMermaid: preview } : {}),
      builtInMarkdown: vscode.extensions.getExtension('vscode.markdown-language-features') !== undefined,
    } satisfies InitializationOptions,
    progressOnInitialization: false,
  };
  const languageClient = create(options);
  const hear = <N extends keyof ServerNotifications>(name: N, listener: (params: ServerNotifications[N]) => void) =>
    languageClient.onNotification(name, listener);
  const tell = <N extends keyof ClientNotifications>(name: N, params: ClientNotifications[N]) =>
    languageClient.sendNotification(name, params);
  const status = new CourseStatus();
  context.subscriptions.push(
    status,
    languageClient.onDidChangeState(({ newState }) => (newState === State.Starting ? status.restart() : undefined)),
    hear('coursewright/courseChanged', changed),
    hear('coursewright/activity', (activity) => status.show(activity)),
    hear('coursewright/failure', ({ message }) => status.fail(message)),
  );
  await languageClient.start();
  context.subscriptions.push(
    tellCursor((uri, line) => tell('coursewright/cursor', { uri, line })),
    suggesting.start(languageClient),
    remarkLeftCells(languageClient),
    vscode.window.onDidChangeActiveColorTheme(() => tell('coursewright/theme', { foreground: foreground() })),
  );
  return {
    languageClient,
    status,
    async restart() {
      await languageClient.stop();
      await languageClient.start();
    },
    stop: () => languageClient.stop(),
  };
}

/** What a course states of itself: the server marks in it what cannot be. */
const settingsFile = { pattern: '**/coursewright.{json,jsonc}' };

/** The colour of text in the editor, as near as a theme tells an extension: formulas in hovers are drawn in it. */
function foreground(): string {
  const { Light, HighContrast, HighContrastLight } = vscode.ColorThemeKind;
  const { kind } = vscode.window.activeColorTheme;
  if (kind === HighContrast) return '#ffffff';
  if (kind === HighContrastLight) return '#000000';
  return kind === Light ? '#3b3b3b' : '#cccccc';
}
