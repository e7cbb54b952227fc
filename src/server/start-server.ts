import type { Connection, InitializeParams } from 'vscode-languageserver';
import { type Language, speak } from '../core/l10n/say';
import { Failures } from './failures';
import type { Lifecycle } from './lifecycle';
import type { Machine } from './machine';
import type { Session } from './session';

/** What a server is started with. Whatever says sentences is loaded by these, once the client has told its language. */
export interface ServerParts {
  languageOf(params: InitializeParams): Language;
  machine(): Promise<Machine>;
}

/** Serves one client over a connection until it hangs up. */
export function startServer(connection: Connection, lifecycle: Lifecycle, parts: ServerParts): void {
  const failures = new Failures(connection);
  lifecycle.attach(connection);
  let machine: Machine | undefined;
  let session: Session | undefined;
  connection.onInitialize(async (params) => {
    speak(parts.languageOf(params));
    machine = await parts.machine();
    machine.onEscaped((error) => failures.log(error));
    const { startSession } = await import('./session');
    session = startSession(connection, params, machine, failures);
    return session.result;
  });
  connection.onShutdown(async () => {
    session?.dispose();
    await Promise.all(Object.values(machine?.workers ?? {}).map((worker) => worker.dispose()));
  });
  connection.listen();
}
