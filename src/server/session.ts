import {
  type Connection,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  WatchKind,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { JudgementCancelled } from '../core/mermaid/judge';
import { createCourseService } from '../core/service';
import { type ClientNotifications, dataEndings, type InitializationOptions } from '../protocol';
import { Answers } from './answers';
import { clientDiagnostics } from './client-diagnostics';
import { ClientRequests } from './client-requests';
import { ClientSettings } from './client-settings';
import { CourseFolders } from './course-folders';
import { CourseLoader } from './course-loader';
import type { DiagnosticsFeed } from './diagnostics-feed';
import { answerExport } from './export-requests';
import type { Failures } from './failures';
import { answerFeatures, featureCapabilities } from './features';
import { takeInChanges, watchedGlobs } from './file-changes';
import { notebookSync } from './follow-notebooks';
import { followTexts } from './follow-texts';
import { hoverPictures } from './hover-pictures';
import type { Machine } from './machine';
import { answerMap } from './map-requests';
import { OpenTexts } from './open-texts';
import { openWorkspace } from './open-workspace';
import { answerOverview } from './overview-requests';
import { answerPanel } from './panel-requests';
import { PulledDiagnostics } from './pulled-diagnostics';
import { PushedDiagnostics } from './pushed-diagnostics';
import { Readings } from './readings';
import { Ripples } from './ripples';
import { SettingsFiles } from './settings-files';
import { sectionOf } from './settings-section';
import { tell } from './tell';
import { closedLanguageId, isBuiltInMarkdown } from './text-language';
import { answerTools } from './tool-requests';
import { TriedTexts } from './tried-texts';
import { ViewRequests } from './view-requests';
import { WritingPlaces } from './writing-places';

declare const COURSEWRIGHT_VERSION: string;

/** How long a client waits for what is wrong with a text, and for hints and lenses, in milliseconds. */
const patience = 3000;

/** One client's session. */
export interface Session {
  /** What the client is told at the start. */
  readonly result: InitializeResult;
  dispose(): void;
}

/** Puts the parts together that serve one client, by what it says of itself. The rest is told by its notifications. */
export function startSession(
  connection: Connection,
  params: InitializeParams,
  machine: Machine,
  failures: Failures,
): Session {
  const { workers, files: filesOf } = machine;
  const client = params.capabilities ?? {};
  const options: InitializationOptions = params.initializationOptions ?? {};
  const builtInMarkdown = options.builtInMarkdown ?? false;
  let foreground = options.foreground ?? '#3b3b3b';
  connection.onNotification('coursewright/theme', (theme: ClientNotifications['coursewright/theme']) => {
    foreground = theme.foreground;
  });

  const asks = new ClientRequests(connection, client);
  const folders = new CourseFolders(params);
  const texts = new OpenTexts((uri) => settings.maxSizeOf(uri));
  const readings = new Readings();
  const tried = new TriedTexts(workers.trial);

  const warn = (message: string) => connection.console.warn(message);
  const files = filesOf({ roots: () => folders.roots, settingsOf: (root) => settings.of(root), warn });
  const service = createCourseService({
    ...workers,
    workspace: openWorkspace(texts, files.workspace),
    failed: (uri, error) => failures.reportOnce(nameOf(uri), error),
    over: () => new Promise((resolve) => setTimeout(resolve, patience)),
    letOthers: () => new Promise((resolve) => setTimeout(resolve)),
    caughtUp: (uri) => {
      feed.again(uri);
      void asks.refreshHints();
    },
    settingsOf: (uri) => settings.of(uri),
    hasBuiltInMarkdown: (uri) =>
      builtInMarkdown && isBuiltInMarkdown(texts.get(uri)?.languageId ?? closedLanguageId(uri)),
    previewMermaid: typeof options.previewMermaid === 'string' ? options.previewMermaid : undefined,
    ...(options.hoverPictures === true && { draw: hoverPictures(workers.pictures, () => foreground) }),
    typeset: (tex, display, macros) => workers.formulas.typeset(tex, display, foreground, 14, macros),
  });
  const settings = new ClientSettings(
    (uri) => service.courseOf(uri).root,
    (root) => files.statedSettings(root),
    (root) => sectionOf(asks, root, builtInMarkdown, () => void rulesChanged()),
    () => {
      follower.takeInAgain();
      feed.allChanged();
    },
  );

  const pulls = client.textDocument?.diagnostic !== undefined;
  // What is held back while a person writes must come when they pause, and so only where a client can be told to look again.
  const looksAgain = !pulls || client.workspace?.diagnostics?.refreshSupport === true;
  const places = new WritingPlaces((uri) => feed.again(uri));
  const check = clientDiagnostics({ texts, service, places: looksAgain ? places : undefined });
  connection.onNotification('coursewright/cursor', ({ uri, line }: ClientNotifications['coursewright/cursor']) => {
    if (typeof uri === 'string' && Number.isInteger(line)) places.moved(uri, line);
  });
  connection.onDidSaveTextDocument(({ textDocument }) => places.left(textDocument.uri));
  const settingsFiles = new SettingsFiles({
    texts,
    roots: () => folders.roots,
    settingsOf: (uri) => settings.of(uri),
    publish: (found) => void connection.sendDiagnostics(found),
    files,
  });
  const answers = new Answers(connection, texts, readings, places.pauses, (error) => failures.log(error));
  const feed: DiagnosticsFeed = pulls
    ? new PulledDiagnostics(() => void asks.refreshDiagnostics())
    : new PushedDiagnostics({
        texts,
        check,
        publish: (found) => void connection.sendDiagnostics(found),
        sameCourse: (a, b) => service.courseOf(a) === service.courseOf(b),
        report: (error) => failures.report(error),
      });
  answers.atRest(
    DocumentDiagnosticRequest.type,
    { kind: DocumentDiagnosticReportKind.Full, items: [] },
    async (_, { uri, cancellation }) => {
      try {
        return { kind: 'full' as const, items: await check(uri, cancellation) };
      } catch (error) {
        if (error instanceof JudgementCancelled) throw error;
        failures.report(error);
        // By another code the client would show the failure to the person once more, and pull no further.
        throw new ResponseError(LSPErrorCodes.ServerCancelled, String(error), { retriggerRequest: false });
      }
    },
  );
  answerFeatures(answers, service, texts, client, settingsFiles);
  answerPanel(answers, service, workers.pictures, texts);
  answerMap(answers, service);
  answerExport(answers, service, workers.pictures);
  answerOverview(answers, service);
  answerTools(answers, { texts, machine, folders: () => folders.named, settingsOf: (uri) => settings.of(uri) });
  const views = new ViewRequests(answers, service, () => tell(connection, 'coursewright/courseChanged', {}));
  const ripples = new Ripples(service, (uri) => feed.othersChanged(uri));
  const followed = { texts, service, readings, feed, ripples, views, failures, places, settings, settingsFiles, tried };
  const follower = followTexts(connection, followed);

  const loader = new CourseLoader(
    service,
    () => asks.progress(),
    (error) => failures.report(error),
    (activity) => (options.activity === true ? tell(connection, 'coursewright/activity', activity) : undefined),
  );
  const allChanged = () => {
    views.changed();
    feed.allChanged();
  };
  /** Courses are others now: what is open is taken out of those it was in, and into those it is in. */
  const regroup = (change: () => void) => {
    for (const { uri } of texts) {
      service.close(uri);
      service.remove(uri);
    }
    change();
    service.dropRoots();
    follower.takeInAgain();
  };
  const load = async () => {
    const marked = (await Promise.all(folders.named.map((root) => files.markedFolders(root)))).flat();
    if (folders.wouldMark(marked)) regroup(() => folders.mark(marked));
    await loader.load(() => folders.roots);
    allChanged();
    await settingsFiles.tell();
    await ownWatch?.follow(folders.roots);
  };
  const rulesChanged = async () => {
    settings.forget();
    allChanged();
    await load();
  };
  const filesChanged = async (changes: unknown) => {
    const changed = await takeInChanges(changes, service, texts, readings);
    if (changed.rules) await rulesChanged();
    else if (changed.files) allChanged();
  };
  const ownWatch = files.watch?.({ filesChanged, foldersCame: load });

  connection.onInitialized(async () => {
    void asks.followTexts(dataEndings.map((ending) => ({ pattern: `**/*.${ending}` })));
    void asks.watchSettings(['coursewright', 'markdown.validate']);
    // Of a folder that goes, a client may tell nothing but its name.
    const gone = { globPattern: '**/*', kind: WatchKind.Delete };
    const watchers = [...watchedGlobs.map((globPattern) => ({ globPattern })), gone];
    void asks.watchFiles({ watchers }).then((watched) => (watched ? undefined : ownWatch?.start(folders.roots)));
    await load();
  });
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    settings.push((sent as { coursewright?: unknown } | null)?.coursewright);
    void rulesChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => filesChanged(changes));
  connection.onNotification('workspace/didChangeWorkspaceFolders', async ({ event }) => {
    regroup(() => folders.change(event));
    await load();
  });

  return {
    result: {
      serverInfo: { name: 'Coursewright', version: COURSEWRIGHT_VERSION },
      capabilities: {
        ...featureCapabilities,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } },
        },
        ...(client.notebookDocument?.synchronization &&
          options.cellsAsTexts !== true && { notebookDocumentSync: notebookSync }),
        ...(pulls && {
          diagnosticProvider: { identifier: 'coursewright', interFileDependencies: true, workspaceDiagnostics: false },
        }),
      },
    },
    dispose() {
      views.dispose();
      ripples.dispose();
      feed.dispose();
      places.dispose();
      ownWatch?.dispose();
    },
  };
}

/** A file's name for people. */
const nameOf = (uri: string): string => URI.parse(uri).path.split('/').at(-1) ?? uri;
