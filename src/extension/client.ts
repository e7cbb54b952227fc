import './speak';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { type StartClient, startClient } from './start-client';

/** The client of a server in a process of its own. */
export const start: StartClient = (context, changed) => {
  const module = context.asAbsolutePath('dist/server.js');
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
  };
  return startClient(
    context,
    changed,
    (options) => new LanguageClient('coursewright', 'Coursewright', server, options),
  );
};
