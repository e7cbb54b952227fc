import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import {
  createMessageConnection,
  ErrorCodes,
  type MessageConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  FileChangeType,
  InitializeResult,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol';
import type { Diagnostic } from 'vscode-languageserver-types';

export interface LanguageClientOptions {
  /** The server's program; the built one by default. */
  readonly server?: string;
  readonly root?: string;
  /** The course folder as older clients name it. */
  readonly rootUri?: string;
  readonly rootPath?: string;
  /** Several course folders in place of one. */
  readonly roots?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  /** The person's language, as `de`. */
  readonly locale?: string;
  readonly initializationOptions?: unknown;
  /** What the client answers to `workspace/configuration`. */
  readonly configuration?: unknown;
  /** The same for each folder by its URI. */
  configurationOf?(folder: string): unknown;
  /** How the client takes requests of the server, by method, where it does not simply answer them. */
  readonly habits?: Readonly<Record<string, Habit>>;
  /** What is done before the server is initialized. */
  early?(connection: MessageConnection): Promise<void>;
}

/** What a client may do with a request of the server. */
export type Habit = 'refuses' | 'never answers' | { readonly answers: unknown };

/** The built server over a real stdio connection, as any editor would run it. */
export class TestLanguageClient {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  readonly #process: ChildProcess;
  readonly #pushed = new Map<string, Diagnostic[]>();
  readonly #listeners = new Set<() => void>();
  /** What the server had the client keep in its log. */
  readonly log: string[] = [];
  #loads = 0;
  #refreshes = 0;

  private constructor(
    process: ChildProcess,
    connection: MessageConnection,
    initialized: InitializeResult,
    habits: Readonly<Record<string, Habit>>,
  ) {
    this.#process = process;
    this.connection = connection;
    this.initialized = initialized;
    connection.onNotification(
      'textDocument/publishDiagnostics',
      (params: { uri: string; diagnostics: Diagnostic[] }) => {
        this.#pushed.set(params.uri, params.diagnostics);
        for (const listener of this.#listeners) listener();
      },
    );
    connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
      if (value.kind !== 'end') return;
      this.#loads++;
      for (const listener of this.#listeners) listener();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
      for (const listener of this.#listeners) listener();
    });
    if (habits['workspace/diagnostic/refresh']) return;
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.#refreshes++;
      for (const listener of this.#listeners) listener();
      return null;
    });
  }

  static async start(options: LanguageClientOptions = {}): Promise<TestLanguageClient> {
    const roots = options.roots ?? (options.root ? [options.root] : []);
    const child = spawn(process.execPath, [options.server ?? resolve('dist/server.js'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri: string }[] }) =>
      items.map(({ scopeUri }) => options.configurationOf?.(scopeUri) ?? options.configuration ?? null),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('window/workDoneProgress/create', () => null);
    const habits = options.habits ?? {};
    for (const [method, habit] of Object.entries(habits)) connection.onRequest(method, () => taken(habit));
    connection.listen();
    await options.early?.(connection);
    const initialized: InitializeResult = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: options.rootUri ?? null,
      ...(options.rootPath && { rootPath: options.rootPath }),
      capabilities: options.capabilities ?? {},
      ...(options.locale && { locale: options.locale }),
      initializationOptions: options.initializationOptions,
      ...(!options.rootUri &&
        !options.rootPath && {
          workspaceFolders: roots.length > 0 ? roots.map((uri) => ({ uri, name: 'course' })) : null,
        }),
    });
    const client = new TestLanguageClient(child, connection, initialized, habits);
    await connection.sendNotification('initialized', {});
    return client;
  }

  open(uri: string, text: string, languageId = 'markdown', version = 1): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
  }

  change(uri: string, version: number, text: string): Promise<void> {
    return this.edit(uri, version, [{ text }]);
  }

  edit(uri: string, version: number, contentChanges: readonly TextDocumentContentChangeEvent[]): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  /** Waits until the diagnostics pushed for a file satisfy a condition. */
  async pushed(uri: string, condition: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    await this.#heard(() => this.#pushed.has(uri) && condition(this.#pushed.get(uri)!));
    return this.#pushed.get(uri)!;
  }

  /** Waits until so many roots were read; only a client that can show progress is told. */
  loaded(roots = 1): Promise<void> {
    return this.#heard(() => this.#loads >= roots);
  }

  /** How often the server said that diagnostics are to be pulled again. */
  get refreshes(): number {
    return this.#refreshes;
  }

  /** Waits until the server has said so more than so many times. */
  refreshed(times: number): Promise<void> {
    return this.#heard(() => this.#refreshes > times);
  }

  /** Tells of files that others made, changed or deleted. */
  filesChanged(changes: readonly { readonly uri: string; readonly type: FileChangeType }[]): Promise<void> {
    return this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  /** Waits until the log says something. */
  logged(said: RegExp): Promise<void> {
    return this.#heard(() => this.log.some((message) => said.test(message)));
  }

  /** The server's process. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Whether the server runs. */
  get isAlive(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  #heard(condition: () => boolean): Promise<void> {
    return new Promise((done) => {
      const look = () => {
        if (!condition()) return;
        this.#listeners.delete(look);
        done();
      };
      this.#listeners.add(look);
      look();
    });
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    if (this.#process.exitCode === null) await new Promise((done) => this.#process.once('exit', done));
    this.connection.dispose();
  }
}

function taken(habit: Habit): unknown {
  if (habit === 'refuses') return new ResponseError(ErrorCodes.InternalError, 'This editor does not do that.');
  if (habit === 'never answers') return new Promise(() => {});
  return habit.answers;
}
