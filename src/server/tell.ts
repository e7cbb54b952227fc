import type { Connection } from 'vscode-languageserver';
import type { ServerNotifications } from '../protocol';

/** Tells the client something beyond the protocol; one who has hung up is told nothing. */
export function tell<N extends keyof ServerNotifications & string>(
  connection: Connection,
  notification: N,
  params: ServerNotifications[N],
): void {
  connection.sendNotification(notification, params).catch(() => {
    // The connection is closed, and with it the server.
  });
}
