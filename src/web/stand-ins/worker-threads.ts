// What the host's threads ask of `node:worker_threads`, by the workers of a browser. The build puts it in its place.

declare const self: DedicatedWorkerGlobalScope;

type Listener = (value: never) => void;

/** What a worker finds what it was started with by. */
const dataName = 'coursewrightWorkerData';

let readScript = async (script: string): Promise<string> => (await fetch(script)).text();

/** Has the scripts of workers read by whoever can: not every address of an extension is one that a browser knows. */
export const readScriptsBy = (read: typeof readScript): void => {
  readScript = read;
};

/** A worker, as Node's: its script is read first, since a browser starts no worker from a foreign address. */
export class Worker {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #waiting: unknown[] = [];
  #running: globalThis.Worker | undefined;
  #ended = false;

  /** @param options `name` is what the browser's tools call it; memory cannot be bounded here */
  constructor(script: string, options: { readonly name?: string; readonly workerData?: unknown } = {}) {
    this.#start(script, options.name ?? script, options.workerData).catch((error: unknown) =>
      this.#tell('error', error),
    );
  }

  on(event: 'message' | 'error' | 'exit', listener: Listener): this {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return this;
  }

  removeAllListeners(event: string): this {
    this.#listeners.delete(event);
    return this;
  }

  postMessage(message: unknown): void {
    if (this.#running) this.#running.postMessage(message);
    else this.#waiting.push(message);
  }

  async terminate(): Promise<void> {
    this.#ended = true;
    this.#running?.terminate();
  }

  /** Nothing here waits for a worker to end. */
  ref(): void {}
  unref(): void {}

  async #start(script: string, name: string, data: unknown): Promise<void> {
    const given = `self.${dataName} = ${JSON.stringify(data ?? null)};\n`;
    const blob = new Blob([given, await readScript(script)], { type: 'text/javascript' });
    if (this.#ended) return;
    const address = URL.createObjectURL(blob);
    const worker = new globalThis.Worker(address, { name });
    URL.revokeObjectURL(address);
    worker.onmessage = ({ data }: MessageEvent<unknown>) => this.#tell('message', data);
    worker.onerror = ({ message }) => this.#tell('error', new Error(message));
    this.#running = worker;
    for (const message of this.#waiting.splice(0)) worker.postMessage(message);
  }

  #tell(event: string, value: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(value as never);
  }
}

/** Inside of a worker, its own end of the channel. */
export const parentPort = {
  on(_: 'message', listener: (message: never) => void): void {
    self.addEventListener('message', ({ data }: MessageEvent) => listener(data as never));
  },
  postMessage(message: unknown): void {
    self.postMessage(message);
  },
};

/** Inside of a worker, what it was started with. */
export const workerData: unknown = (globalThis as Record<string, unknown>)[dataName];
