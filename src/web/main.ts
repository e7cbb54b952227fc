// Entry of the language server in a browser: a worker that VS Code's web extension host starts.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import type { WebServerStart } from '../protocol';
import { Lifecycle } from '../server/lifecycle';
import { startServer } from '../server/start-server';

declare const self: DedicatedWorkerGlobalScope;

// The first message is not the protocol's.
self.addEventListener('message', ({ data }: MessageEvent<WebServerStart>) => serve(data), { once: true });

function serve({ folder, language }: WebServerStart): void {
  const lifecycle = new Lifecycle();
  const [reader, writer] = [new BrowserMessageReader(self), new BrowserMessageWriter(self)];
  const connection = createConnection(ProposedFeatures.all, reader, writer, lifecycle);
  startServer(connection, lifecycle, {
    languageOf: () => language,
    machine: async () => (await import('./web-machine')).webMachine(connection, folder),
  });
}
