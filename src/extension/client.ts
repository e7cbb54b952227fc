import * as vscode from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { courseLanguages } from './course-files';

/** The language client, running. */
export interface Client {
  readonly languageClient: LanguageClient;
  stop(): Promise<void>;
}

/** Starts the language server in a process of its own and connects to it. */
export async function start(context: vscode.ExtensionContext): Promise<Client> {
  const module = context.asAbsolutePath('dist/server.js');
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
  };
  const options: LanguageClientOptions = {
    documentSelector: courseLanguages.map((language) => ({ language })),
    initializationOptions: {
      builtInMarkdown: vscode.extensions.getExtension('vscode.markdown-language-features') !== undefined,
    },
    progressOnInitialization: false,
  };
  const languageClient = new LanguageClient('coursewright', 'Coursewright', server, options);
  const status = vscode.languages.createLanguageStatusItem(
    'coursewright.status',
    courseLanguages.map((language) => ({ language })),
  );
  status.name = 'Coursewright';
  status.text = 'Coursewright';
  context.subscriptions.push(
    status,
    languageClient.onNotification('coursewright/failure', ({ message }: { message: string }) => {
      status.severity = vscode.LanguageStatusSeverity.Error;
      status.text = 'Coursewright cannot check diagrams';
      status.detail = message;
    }),
  );
  await languageClient.start();
  return { languageClient, stop: () => languageClient.stop() };
}
