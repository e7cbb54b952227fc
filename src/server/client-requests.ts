import {
  BulkRegistration,
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesRegistrationOptions,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentSelector,
  TextDocumentSyncKind,
  type WorkDoneProgressServerReporter,
} from 'vscode-languageserver';

/** How long a client may think about a request of ours, in milliseconds. */
const patience = 2000;

/**
 * What the server asks of its client. Any of it may be refused, answered with junk or never answered: then the server
 * goes on without, after two seconds at the most. Nothing is asked of a client that does not say it can answer.
 */
export class ClientRequests {
  readonly #connection: Connection;
  readonly #client: ClientCapabilities;
  readonly #patience: number;

  constructor(connection: Connection, client: ClientCapabilities, wait = patience) {
    this.#connection = connection;
    this.#client = client;
    this.#patience = wait;
  }

  /** To be told of changed settings. */
  async watchSettings(section: readonly string[]): Promise<void> {
    if (!this.#client.workspace?.didChangeConfiguration?.dynamicRegistration) return;
    const type = DidChangeConfigurationNotification.type;
    await this.#answer(type.method, this.#connection.client.register(type, { section: [...section] }));
  }

  /** To be told of what is open of files that are no course texts: the data of demos. */
  async followTexts(documentSelector: DocumentSelector): Promise<void> {
    if (!this.#client.textDocument?.synchronization?.dynamicRegistration) return;
    const registrations = BulkRegistration.create();
    registrations.add(DidOpenTextDocumentNotification.type, { documentSelector });
    registrations.add(DidChangeTextDocumentNotification.type, {
      documentSelector,
      syncKind: TextDocumentSyncKind.Incremental,
    });
    registrations.add(DidCloseTextDocumentNotification.type, { documentSelector });
    await this.#answer('client/registerCapability', this.#connection.client.register(registrations));
  }

  /** To be told of changed files; false where the client does not. */
  async watchFiles(options: DidChangeWatchedFilesRegistrationOptions): Promise<boolean> {
    if (!this.#client.workspace?.didChangeWatchedFiles?.dynamicRegistration) return false;
    const type = DidChangeWatchedFilesNotification.type;
    return (await this.#answer(type.method, this.#connection.client.register(type, options))) !== undefined;
  }

  /**
   * Sections of the settings as they hold in a folder, in order; whatever the client says them to be, and nothing where
   * it does not say. `late` hears of an answer that came after the server went on.
   */
  async settings(folder: string, sections: readonly string[], late: () => void): Promise<readonly unknown[]> {
    if (!this.#client.workspace?.configuration) return [];
    const items = sections.map((section) => ({ scopeUri: folder, section }));
    const asked = this.#connection.workspace.getConfiguration(items);
    const found: unknown = await this.#answer('workspace/configuration', asked, late);
    return Array.isArray(found) ? found : [];
  }

  /** A bar that shows how far some work is, once the client has one. */
  progress(): Promise<WorkDoneProgressServerReporter | undefined> {
    if (!this.#client.window?.workDoneProgress) return Promise.resolve(undefined);
    return this.#answer('window/workDoneProgress/create', this.#connection.window.createWorkDoneProgress());
  }

  /** To pull all diagnostics again. */
  async refreshDiagnostics(): Promise<void> {
    if (!this.#client.workspace?.diagnostics?.refreshSupport) return;
    await this.#answer('workspace/diagnostic/refresh', this.#connection.languages.diagnostics.refresh());
  }

  /** To ask for what stands behind lines and over them again. */
  async refreshHints(): Promise<void> {
    const { inlayHint, codeLens } = this.#client.workspace ?? {};
    const { inlayHint: hints } = this.#connection.languages;
    if (inlayHint?.refreshSupport) await this.#answer('workspace/inlayHint/refresh', hints.refresh());
    if (codeLens?.refreshSupport) {
      await this.#answer(CodeLensRefreshRequest.method, this.#connection.sendRequest(CodeLensRefreshRequest.type));
    }
  }

  async #answer<T>(method: string, asked: Promise<T>, late?: () => void): Promise<T | undefined> {
    const log = (why: string) => this.#connection.console.info(`${method}: ${why}; Coursewright goes on without.`);
    let over = false;
    const inTime = new Promise<undefined>((resolve) => {
      setTimeout(() => {
        over = true;
        resolve(undefined);
      }, this.#patience);
    });
    const answer = asked.then(
      (value) => {
        if (over) late?.();
        return value;
      },
      (error: unknown) => {
        log(`refused (${error instanceof Error ? error.message : String(error)})`);
        return undefined;
      },
    );
    return Promise.race([answer, inTime]);
  }
}
