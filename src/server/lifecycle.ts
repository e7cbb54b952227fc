import { type Connection, ErrorCodes, Message, type MessageStrategy, ResponseError } from 'vscode-languageserver';

/** What a request is sent on as that comes out of its time. */
const refused = 'coursewright/refused';

/** Holds a client to the protocol's order: `initialize` first and once, nothing but `exit` after `shutdown`. */
export class Lifecycle {
  #state: 'new' | 'serving' | 'shut' = 'new';

  /** To be given to the connection. */
  readonly messageStrategy: MessageStrategy = {
    handleMessage: (message, next) => {
      if (Message.isRequest(message)) {
        const refusal = this.#refusal(message.method);
        return next(refusal ? { ...message, method: refused, params: refusal.toJson() } : message);
      }
      const tooEarly = this.#state === 'new' && Message.isNotification(message) && message.method !== 'exit';
      return tooEarly ? Promise.resolve() : next(message);
    },
  };

  /** Answers what was refused. */
  attach(connection: Connection): void {
    connection.onRequest(
      refused,
      ({ code, message }: { code: number; message: string }) => new ResponseError(code, message),
    );
  }

  /** Why a request is not to be answered now; one that is may change what comes after. */
  #refusal(method: string): ResponseError<void> | undefined {
    if (this.#state === 'new') {
      if (method !== 'initialize') {
        return new ResponseError(ErrorCodes.ServerNotInitialized, `${method} came before initialize.`);
      }
      this.#state = 'serving';
    } else if (method === 'initialize') {
      return new ResponseError(ErrorCodes.InvalidRequest, 'The server was initialized before.');
    } else if (this.#state === 'shut') {
      return new ResponseError(ErrorCodes.InvalidRequest, `${method} came after shutdown.`);
    } else if (method === 'shutdown') {
      this.#state = 'shut';
    }
    return undefined;
  }
}
