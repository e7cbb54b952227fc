import { Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { WebServerStart } from '../protocol';
import { serveFiles } from './serve-files';
import { type StartClient, startClient } from './start-client';

/** The client of a server in a worker beside it, for which it reads the files. */
export const start: StartClient = (context, changed) => {
  const folder = Uri.joinPath(context.extensionUri, 'dist', 'web').toString(true);
  let worker: Worker | undefined;
  const server = async () => {
    worker?.terminate();
    worker = new Worker(`${folder}/server.js`);
    worker.postMessage({ folder } satisfies WebServerStart);
    return worker;
  };
  return startClient(context, changed, (options) => {
    const client = new LanguageClient('coursewright', 'Coursewright', server, options);
    context.subscriptions.push(serveFiles(client));
    return client;
  });
};
