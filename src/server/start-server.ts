import type { Connection } from 'vscode-languageserver';
import { Failures } from './failures';
import type { Lifecycle } from './lifecycle';
import type { Machine } from './machine';
import { type Session, startSession } from './session';

/** Serves one client over a connection until it hangs up. */
export function startServer(connection: Connection, lifecycle: Lifecycle, machine: Machine): void {
  const failures = new Failures(connection);
  machine.onEscaped((error) => failures.log(error));
  lifecycle.attach(connection);
  let session: Session | undefined;
  connection.onInitialize((params) => {
    session = startSession(connection, params, machine, failures);
    return session.result;
  });
  connection.onShutdown(async () => {
    session?.dispose();
    await Promise.all(Object.values(machine.workers).map((worker) => worker.dispose()));
  });
  connection.listen();
}
