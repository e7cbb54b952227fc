import type { Connection } from 'vscode-languageserver';
import { Failures } from './failures';
import type { Lifecycle } from './lifecycle';
import { type Session, startSession, type Workers } from './session';

/** Serves one client over a connection until it hangs up. */
export function startServer(
  connection: Connection,
  lifecycle: Lifecycle,
  workers: Workers & { [name in keyof Workers]: { dispose(): Promise<void> } },
): void {
  const failures = new Failures(connection);
  failures.catchEscaped(process);
  lifecycle.attach(connection);
  let session: Session | undefined;
  connection.onInitialize((params) => {
    session = startSession(connection, params, workers, failures);
    return session.result;
  });
  connection.onShutdown(async () => {
    session?.dispose();
    await Promise.all(Object.values(workers).map((worker) => worker.dispose()));
  });
  connection.listen();
}
