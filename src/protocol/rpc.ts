/** What comes back for a request: its result, or a sentence saying why there is none. */
export type Reply<T> = { readonly ok: T } | { readonly err: string };

/** Requests by name, each with what it takes and what it gives. */
export type Methods = { readonly [method: string]: { readonly params: unknown; readonly result: unknown } };

export type RequestMessage<M extends Methods> = {
  readonly [K in keyof M & string]: {
    readonly type: 'request';
    readonly id: number;
    readonly method: K;
    readonly params: M[K]['params'];
  };
}[keyof M & string];

export interface ReplyMessage {
  readonly type: 'reply';
  readonly id: number;
  readonly reply: Reply<unknown>;
}

export type Handlers<M extends Methods> = {
  readonly [K in keyof M & string]: (params: M[K]['params']) => M[K]['result'] | Promise<M[K]['result']>;
};

/** The asking side. A reply that says why not, and a closed channel, reject with an `Error` of that sentence. */
export class Requester<M extends Methods> {
  readonly #post: (message: RequestMessage<M>) => void;
  readonly #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  #id = 0;

  constructor(post: (message: RequestMessage<M>) => void) {
    this.#post = post;
  }

  request<K extends keyof M & string>(method: K, params: M[K]['params']): Promise<M[K]['result']> {
    const id = ++this.#id;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#post({ type: 'request', id, method, params } as RequestMessage<M>);
    });
  }

  /** Takes a reply in; one that nobody waits for is let go. */
  settle({ id, reply }: ReplyMessage): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    if ('ok' in reply) waiting.resolve(reply.ok as never);
    else waiting.reject(new Error(reply.err));
  }

  /** Rejects whatever still waits. */
  close(reason: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }
}

/** The answering side: runs the handler and makes its reply; a throw becomes `err`, never a lost request. */
export async function answer<M extends Methods>(
  handlers: Handlers<M>,
  message: RequestMessage<M>,
): Promise<ReplyMessage> {
  const { id, method, params } = message;
  try {
    if (!Object.hasOwn(handlers, method)) throw new Error(`There is no request named ${method}.`);
    return { type: 'reply', id, reply: { ok: await handlers[method](params) } };
  } catch (error) {
    return { type: 'reply', id, reply: { err: error instanceof Error ? error.message : String(error) } };
  }
}
