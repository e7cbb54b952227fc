import './speak';
import { Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { spokenLanguage } from '../core/l10n/say';
import type { WebServerStart } from '../protocol';
import { serveFiles } from './serve-files';
import { type StartClient, startClient } from './start-client';

/** The client of a server in a worker beside it, for which it reads the files. */
export const start: StartClient = (context, changed) => {
  const folder = Uri.joinPath(context.extensionUri, 'dist', 'web');
  let worker: Worker | undefined;
  const server = async () => {
    worker?.terminate();
    // By its text: VS Code starts no worker from an extension's address where that is on another machine.
    const script = await workspace.fs.readFile(Uri.joinPath(folder, 'server.js'));
    const address = URL.createObjectURL(new Blob([script as Uint8Array<ArrayBuffer>], { type: 'text/javascript' }));
    worker = new Worker(address);
    worker.postMessage({ folder: folder.toString(), language: spokenLanguage() } satisfies WebServerStart);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return startClient(context, changed, (options) => {
    const client = new LanguageClient('coursewright', 'Coursewright', server, options);
    context.subscriptions.push(serveFiles(client), { dispose: () => worker?.terminate() });
    return client;
  });
};
