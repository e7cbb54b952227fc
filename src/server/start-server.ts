import {
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { CourseLanguage } from '../core/course/course-document';
import type { DemoSolver } from '../core/demos/demo-solver';
import { JudgementCancelled, type MermaidJudge } from '../core/mermaid/judge';
import { holdsCourseText } from '../core/python/course-strings';
import { createCourseService } from '../core/service';
import type { createCourseReader } from '../host/course-reader';
import { createDiskWorkspace } from '../host/disk-workspace';
import { createFormulaTypesetter } from '../host/formula-typesetter';
import { type ClientSettings, createClientSettings } from './client-settings';
import { registerFeatures, serverCapabilities } from './features';
import { loadCourses } from './load-courses';
import { registerPanelRequests } from './panel-requests';
import { Ripples } from './ripples';
import { toDiagnostic } from './to-protocol';
import { ViewRequests } from './view-requests';

declare const COURSEWRIGHT_VERSION: string;

/** Language ids that a client may send, and how their text is read. */
const languages: Readonly<Record<string, CourseLanguage>> = {
  markdown: 'markdown',
  mdx: 'markdown',
  quarto: 'markdown',
  mermaid: 'mermaid',
  python: 'python',
};

/** What a client may say at the start, beyond the protocol. */
export interface InitializationOptions {
  /** The client answers links, paths, heading completion and rename, folding and selection ranges by itself. */
  readonly builtInMarkdown?: boolean;
  /** The CSS colour of the editor's text; `coursewright/theme` tells of a change. */
  readonly foreground?: string;
}

/** How long a file rests before a client that cannot pull is sent its diagnostics, in milliseconds. */
const pushDelay = 150;

/** Serves one client over a connection until it hangs up. */
export function startServer(
  connection: Connection,
  judge: MermaidJudge,
  demos: DemoSolver,
  reader: ReturnType<typeof createCourseReader>,
): void {
  let roots: string[] = [];
  let settings: ClientSettings;
  let pushedSettings: unknown;
  let pulls = false;
  let client: InitializeParams['capabilities'] = {};
  let builtInMarkdown = false;

  const workspace = createDiskWorkspace({
    roots: () => roots,
    settingsOf: (root) => settings.of(root),
    onUnreadable: (message) => connection.console.warn(message),
    onLeftOut: (message) => connection.console.warn(message),
  });
  const typesetter = createFormulaTypesetter();
  let foreground = '#3b3b3b';
  const service = createCourseService({
    workspace,
    judge,
    demos,
    reader,
    settingsOf: (uri) => settings.of(uri),
    hasBuiltInMarkdown: (uri) => builtInMarkdown && languageOf(uri) === 'markdown',
    typeset: (tex, display) => typesetter.typeset(tex, display, foreground, 14),
  });
  const documents = new TextDocuments(TextDocument);
  const views = new ViewRequests(connection, service);
  const ripples = new Ripples(service, (uri) => checkOthers(uri));

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    roots = (params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri, name: '' }] : [])).map(folderUri);
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    foreground = options.foreground ?? foreground;
    builtInMarkdown = options.builtInMarkdown ?? false;
    pulls = client.textDocument?.diagnostic !== undefined;
    const ask = client.workspace?.configuration ? askClient : undefined;
    settings = createClientSettings(
      (uri) => service.courseOf(uri).root,
      ask,
      () => pushedSettings,
    );
    return {
      serverInfo: { name: 'Coursewright', version: COURSEWRIGHT_VERSION },
      capabilities: {
        ...serverCapabilities(options),
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(pulls && {
          diagnosticProvider: { identifier: 'coursewright', interFileDependencies: true, workspaceDiagnostics: false },
        }),
      },
    };
  });

  connection.onInitialized(() => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      void connection.client.register(DidChangeConfigurationNotification.type, {
        section: ['coursewright', 'markdown.validate'],
      });
    }
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const globPattern = '**/{*.{md,markdown,mdx,qmd,mmd,mermaid,py},.gitignore,.vscode/settings.json}';
      // Of a folder that goes, a client may tell nothing but its name.
      const folders = { globPattern: '**/*', kind: WatchKind.Delete };
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }, folders] });
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = removed.map(folderUri);
        roots = [...roots.filter((root) => !gone.includes(root)), ...added.map(folderUri)];
        service.dropRoots();
        for (const document of documents.all()) open(document);
        void load(roots);
      });
    }
    void load(roots);
  });

  let loading = Promise.resolve();
  const load = (added: readonly string[]): Promise<void> => {
    const read = () =>
      loadCourses(
        connection,
        client,
        service,
        added.filter((root) => roots.includes(root)),
      );
    loading = loading.then(read).then(refresh, reportFailure);
    return loading;
  };

  /** What the client has under `coursewright`. Where it checks links by itself, ours are not said a second time. */
  const askClient = async (root: string): Promise<unknown> => {
    const sections = ['coursewright', ...(builtInMarkdown ? ['markdown.validate.enabled'] : [])];
    const [own, validates] = await connection.workspace.getConfiguration(
      sections.map((section) => ({ scopeUri: root, section })),
    );
    if (validates !== true) return own;
    return { ...own, severity: { ...own?.severity, 'link.broken': 'off' } };
  };

  const languageOf = (uri: string): string | undefined =>
    documents.all().find((document) => canonical(document.uri) === uri)?.languageId;

  const open = (document: TextDocument) => {
    const language = languages[document.languageId];
    if (!language) return;
    const uri = canonical(document.uri);
    const held = document.getText();
    // Most Python files are no part of the course; as an empty one such a file costs nothing, whatever is asked of it.
    const text = language === 'python' && !holdsCourseText(held, uri) ? '' : held;
    ripples.before(uri);
    service.open({ uri, text, version: document.version }, language);
    ripples.after(uri);
    views.changed();
  };

  documents.onDidChangeContent(({ document }) => {
    open(document);
    if (!pulls) schedulePush(document);
  });
  documents.onDidClose(({ document }) => {
    const uri = canonical(document.uri);
    service.close(uri);
    void service.refresh(uri).then(() => {
      ripples.after(uri);
      views.changed();
    });
    if (!pulls) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.onDidChangeConfiguration(({ settings: sent }) => {
    pushedSettings = (sent as { coursewright?: unknown } | null)?.coursewright;
    settings.forget();
    refresh();
    void load(roots);
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    let rulesChanged = false;
    let filesChanged = false;
    for (const { uri: sent, type } of changes) {
      const uri = canonical(sent);
      if (/\/(?:\.gitignore|\.vscode\/settings\.json)$/.test(uri)) rulesChanged = true;
      else if (type === FileChangeType.Deleted) filesChanged = service.remove(uri) || filesChanged;
      else if (!documents.get(sent)) {
        await service.refresh(uri);
        filesChanged = true;
      }
    }
    if (rulesChanged) settings.forget();
    if (rulesChanged || filesChanged) refresh();
    if (rulesChanged) await load(roots);
  });

  const check = async (uri: string, cancellation?: { readonly aborted: boolean }): Promise<Diagnostic[]> => {
    const document = await service.document(canonical(uri));
    const found = (await service.diagnostics(canonical(uri), cancellation)) ?? [];
    return document ? found.map((one) => toDiagnostic(document, one)) : [];
  };

  const pushes = new Map<string, NodeJS.Timeout>();
  const schedulePush = ({ uri }: TextDocument) => {
    clearTimeout(pushes.get(uri));
    pushes.set(
      uri,
      setTimeout(() => void push(uri), pushDelay),
    );
  };
  const push = async (uri: string) => {
    const version = documents.get(uri)?.version;
    if (version === undefined) return;
    try {
      const diagnostics = await check(uri);
      if (documents.get(uri)?.version === version) await connection.sendDiagnostics({ uri, version, diagnostics });
    } catch (error) {
      if (!(error instanceof JudgementCancelled)) reportFailure(error);
    }
  };

  /** Something beyond one file's text changed: what clients show of all files may be stale. */
  const refresh = () => {
    views.changed();
    if (!pulls) for (const document of documents.all()) schedulePush(document);
    else if (client.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
  };

  /** What one file says changed for others: their diagnostics may be stale, its own are asked for anyway. */
  const checkOthers = (changed: string) => {
    if (pulls) {
      if (client.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
      return;
    }
    const course = service.courseOf(changed);
    for (const document of documents.all()) {
      const uri = canonical(document.uri);
      if (uri !== changed && service.courseOf(uri) === course) schedulePush(document);
    }
  };

  connection.languages.diagnostics.on(async ({ textDocument }, token) => {
    try {
      const items = await check(textDocument.uri, cancellationOf(token));
      return { kind: DocumentDiagnosticReportKind.Full, items };
    } catch (error) {
      // Said by the protocol's own codes, or the client takes it for a failure, shows it to the person and asks no more.
      if (error instanceof JudgementCancelled) {
        return new ResponseError(LSPErrorCodes.ServerCancelled, error.message, { retriggerRequest: true });
      }
      reportFailure(error);
      return new ResponseError(LSPErrorCodes.ServerCancelled, `${error}`, { retriggerRequest: false });
    }
  });

  /** A failure of ours is said to the person, never put on the author's text. */
  const reportFailure = (error: unknown) => {
    connection.console.error(String(error instanceof Error ? error.stack : error));
    void connection.sendNotification('coursewright/failure', {
      message: error instanceof Error ? error.message : `${error}`,
    });
  };

  connection.onNotification('coursewright/theme', (theme: { foreground: string }) => {
    foreground = theme.foreground;
  });
  registerFeatures(connection, service, canonical, () => client);
  registerPanelRequests(connection, service, canonical);
  connection.onShutdown(async () => {
    views.dispose();
    ripples.dispose();
    await Promise.all([judge.dispose(), demos.dispose(), reader.dispose()]);
  });
  documents.listen(connection);
  connection.listen();
}

/** One spelling for each URI: clients differ in what they escape. */
const canonical = (uri: string): string => URI.parse(uri).toString();

const folderUri = ({ uri }: { uri: string }): string => canonical(uri).replace(/\/$/, '');

const cancellationOf = (token: { readonly isCancellationRequested: boolean }) => ({
  get aborted() {
    return token.isCancellationRequested;
  },
});
