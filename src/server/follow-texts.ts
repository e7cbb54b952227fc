import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { CourseLanguage } from '../core/course/course-document';
import { holdsCourseText } from '../core/python/course-strings';
import type { CourseService } from '../core/service';
import { editBetween } from '../core/text/edit-between';
import { plainNotice } from '../core/text/plain-notice';
import { isSettingsFile } from '../host/settings-file-names';
import { tooLarge } from '../host/too-large';
import { isDataFile } from '../protocol';
import { canonicalUri } from './canonical-uri';
import type { ClientSettings } from './client-settings';
import type { DiagnosticsFeed } from './diagnostics-feed';
import type { Failures } from './failures';
import { followNotebooks } from './follow-notebooks';
import { notebookOf } from './notebook-cell';
import { type OpenText, type OpenTexts, TextLost } from './open-texts';
import type { Readings } from './readings';
import type { Ripples } from './ripples';
import { isObject } from './sent-values';
import type { SettingsFiles } from './settings-files';
import { type TriedTexts, takesTooLong } from './tried-texts';
import type { ViewRequests } from './view-requests';
import type { WritingPlaces } from './writing-places';

/** How long a data file rests before lessons are looked at because of it, in milliseconds. */
const rest = 300;

/** Who is to know of what happens to open texts. */
export interface TextFollowers {
  readonly texts: OpenTexts;
  readonly service: CourseService;
  readonly readings: Readings;
  readonly feed: DiagnosticsFeed;
  readonly ripples: Ripples;
  readonly views: ViewRequests;
  readonly failures: Failures;
  readonly places: WritingPlaces;
  readonly settings: Pick<ClientSettings, 'maxSizeOf'>;
  readonly settingsFiles: SettingsFiles;
  readonly tried: TriedTexts;
}

/** Follows what the client opens, edits and closes. */
export function followTexts(
  connection: Connection,
  { texts, service, readings, feed, ripples, views, failures, places, settings, settingsFiles, tried }: TextFollowers,
): { takeInAgain(): void } {
  /** Texts that are left out, and that the person was told of. */
  const named = new Set<string>();
  const forget = (uri: string) => {
    service.close(uri);
    service.remove(uri);
  };
  const leaveOut = ({ uri, spelling }: OpenText, why: (path: string) => string) => {
    forget(uri);
    if (named.has(uri)) return;
    named.add(uri);
    const message = plainNotice(why(uri.startsWith('file:') ? URI.parse(uri).fsPath : spelling));
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  };
  const takeIn = (opened: OpenText) => {
    const { uri, language } = opened;
    if (!language) return;
    const notebook = notebookOf(uri);
    if (notebook) service.remove(notebook);
    if (texts.isAboveLimit(opened)) {
      if (!opened.silent) leaveOut(opened, (path) => tooLarge(path, settings.maxSizeOf(uri)));
      return;
    }
    if (tried.isReady(opened)) {
      read(opened, language);
      return;
    }
    texts.setAside(opened, 'reading');
    forget(uri);
    const reading = tried.tryOut(opened).then((outcome) => {
      if (texts.get(uri) !== opened) return;
      if (outcome === 'left out') {
        texts.setAside(opened, outcome);
        if (!opened.silent) leaveOut(opened, takesTooLong);
        return;
      }
      texts.takeBack(opened);
      ripples.before(uri);
      read(opened, language);
      tellOthers(opened);
    });
    void readings.add(reading).catch((error: unknown) => failures.log(error));
  };
  const tellOthers = (text: OpenText) => {
    // To see what others see of it, all of it has to be looked at.
    places.pauses.whenAtRest(text.uri, () => {
      ripples.after(text.uri);
      views.changed();
      feed.changed(text);
    });
  };
  const read = ({ uri, text, version }: OpenText, language: CourseLanguage) => {
    // Most Python files are no part of the course; as an empty one such a file costs nothing, whatever is asked of it.
    const part = language === 'python' && !holdsCourseText(text, uri) ? '' : text;
    service.open({ uri, text: part, version }, language);
  };
  let resting: ReturnType<typeof setTimeout> | undefined;
  /** Any demo may read it: what is said of lessons is looked at once more when it has come to rest. */
  const dataChanged = () => {
    clearTimeout(resting);
    resting = setTimeout(() => feed.allChanged(), rest);
  };
  const changed = (sent: unknown, change: () => OpenText | undefined) => {
    try {
      const text = change();
      if (!text) return;
      if (isSettingsFile(text.uri)) {
        void settingsFiles.tell().catch((error: unknown) => failures.log(error));
        return;
      }
      if (!text.language && isDataFile(text.uri)) {
        dataChanged();
        return;
      }
      ripples.before(text.uri);
      takeIn(text);
      tellOthers(text);
    } catch (error) {
      if (!(error instanceof TextLost)) throw error;
      connection.console.warn(error.message);
      if (isObject(sent) && typeof sent.uri === 'string') {
        feed.closed({ uri: canonicalUri(sent.uri), spelling: sent.uri });
      }
    }
  };

  const opened = (document: unknown) => changed(document, () => texts.open(document));
  const edited = (document: unknown, changes: unknown) =>
    changed(document, () => {
      const before = isObject(document) && typeof document.uri === 'string' ? texts.get(document.uri)?.text : undefined;
      const text = texts.change(document, changes);
      if (text) places.edited(text, lastEditedLine(before ?? '', text.text));
      return text;
    });
  const closed = async (spelling: string) => {
    const uri = canonicalUri(spelling);
    if (!texts.close(uri)) return;
    named.delete(uri);
    if (isSettingsFile(uri)) {
      void settingsFiles.tell().catch((error: unknown) => failures.log(error));
      return;
    }
    if (isDataFile(uri)) dataChanged();
    places.left(uri);
    tried.forget(uri);
    service.close(uri);
    feed.closed({ uri, spelling });
    try {
      const notebook = notebookOf(uri);
      if (notebook) service.remove(uri);
      await readings.add(service.refresh(notebook ?? uri));
    } catch (error) {
      failures.log(error);
    }
    ripples.after(uri);
    views.changed();
  };

  connection.onDidOpenTextDocument(({ textDocument }) => opened(textDocument));
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => edited(textDocument, contentChanges));
  connection.onDidCloseTextDocument(({ textDocument }) => closed(textDocument.uri));
  followNotebooks(connection, { opened, edited, closed: (uri) => void closed(uri) });

  return {
    takeInAgain() {
      for (const text of texts) takeIn(text);
    },
  };
}

/** The line on which what changed between two texts ends, in the later one. */
function lastEditedLine(before: string, after: string): number {
  const end = after.length - before.length + editBetween(before, after).end;
  let line = 0;
  for (let at = after.indexOf('\n'); at >= 0 && at < end; at = after.indexOf('\n', at + 1)) line++;
  return line;
}
