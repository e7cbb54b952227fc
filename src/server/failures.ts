import type { Connection } from 'vscode-languageserver';
import { tell } from './tell';

/** Failures of ours: kept in the client's log, and said to the person where nothing else shows them. */
export class Failures {
  readonly #connection: Connection;
  readonly #told = new Set<string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Keeps a failure in the log. */
  log(error: unknown): void {
    this.#connection.console.error(String(error instanceof Error ? (error.stack ?? error.message) : error));
  }

  /** The same, and tells the person; it is never put on the author's text. */
  report(error: unknown): void {
    this.log(error);
    const message = error instanceof Error ? error.message : String(error);
    tell(this.#connection, 'coursewright/failure', { message });
  }

  /** The same for a failure over a file, named, and no more than once while the server runs. */
  reportOnce(file: string, error: unknown): void {
    const message = `${file}: ${error instanceof Error ? error.message : String(error)}`;
    if (this.#told.has(message)) return;
    this.#told.add(message);
    this.log(error);
    tell(this.#connection, 'coursewright/failure', { message });
  }
}
