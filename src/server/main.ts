import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createOwnDemoSolver, createOwnJudge } from '../host/own-workers';
import { startServer } from './start-server';

// The library reads the transport from the arguments: `--stdio` for any editor, `--node-ipc` for the extension.
startServer(createConnection(ProposedFeatures.all), createOwnJudge(), createOwnDemoSolver());
