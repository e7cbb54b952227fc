import * as vscode from 'vscode';
import type { BaseLanguageClient, CompletionItem, CompletionList, CompletionMiddleware } from 'vscode-languageclient';
import { courseLanguages } from './course-files';
import { GuardEnter } from './guard-enter';
import { mayWantHelp, writesPath } from './may-want-help';

/**
 * Opens suggestions for a word that is being written. VS Code leaves markdown without them, as prose wants it, and the
 * author's own setting for it stays as it is: the server knows where help is due, and only then is the list opened.
 */
export class SuggestWhileTyping {
  /** The list that is opened unasked. */
  #opened: Opened | undefined;
  readonly #guard = new GuardEnter();

  /** Answers for lists that nobody asked for: what the server said of them a moment ago, before they were opened, stands. */
  readonly middleware: CompletionMiddleware = {
    provideCompletionItem: (document, position, context, token, next) => {
      const opened = this.#opened;
      this.#opened = undefined;
      const invoked = context.triggerKind === vscode.CompletionTriggerKind.Invoke;
      if (!invoked || !opened || !isAt(opened.place, document, position))
        return next(document, position, context, token);
      return opened.client.protocol2CodeConverter.asCompletionResult(opened.found, undefined, token);
    },
  };

  /** Starts to watch what is typed; ends with what it returns. */
  start(client: BaseLanguageClient): vscode.Disposable {
    const watch = vscode.workspace.onDidChangeTextDocument((event) => {
      const place = typedAt(event);
      if (!place) return;
      const whileTyping = vscode.workspace
        .getConfiguration('coursewright', event.document)
        .get<string>('suggest.whileTyping');
      if (whileTyping === 'off') return;
      if (whileTyping !== 'everywhere' && !mayWantHelp(event.document, place.position)) return;
      // The client tells the server of the change first.
      setTimeout(() => void this.#offer(client, event.document, place));
    });
    return vscode.Disposable.from(watch, this.#guard.start());
  }

  async #offer(client: BaseLanguageClient, document: vscode.TextDocument, place: Place): Promise<void> {
    const found = await client.sendRequest<CompletionList | CompletionItem[] | null>('textDocument/completion', {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      position: client.code2ProtocolConverter.asPosition(place.position),
      context: { triggerKind: 3 },
    });
    const editor = vscode.window.activeTextEditor;
    const items = Array.isArray(found) ? found : (found?.items ?? []);
    if (items.length === 0 && !(hasOwnMarkdown() && writesPath(document, place.position))) return;
    if (editor?.document !== document) return;
    if (!isAt(place, document, editor.selection.active)) return;
    this.#opened = { place, client, found };
    await this.#guard.open(editor);
  }
}

/** Whether VS Code's own Markdown is there: paths and anchors are its to offer, and only when somebody asks. */
const hasOwnMarkdown = (): boolean => vscode.extensions.getExtension('vscode.markdown-language-features') !== undefined;

interface Place {
  readonly uri: string;
  readonly version: number;
  readonly position: vscode.Position;
}

/** A list that is about to open, and what the server has for it. */
interface Opened {
  readonly place: Place;
  readonly client: BaseLanguageClient;
  readonly found: CompletionList | CompletionItem[] | null;
}

const isAt = ({ uri, version, position }: Place, document: vscode.TextDocument, at: vscode.Position): boolean =>
  document.version === version && position.isEqual(at) && document.uri.toString() === uri;

/** Where one letter was typed by one cursor, and by nothing else: no paste, no undo, no edit of a program's. */
function typedAt({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): Place | undefined {
  const [change, ...others] = contentChanges;
  if (!change || others.length > 0 || reason !== undefined || !courseLanguages.includes(document.languageId)) return;
  if (change.rangeLength > 0 || !/^[\p{L}\p{N}_]$/u.test(change.text)) return;
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document || editor.selections.length > 1) return;
  const position = change.range.start.translate(0, change.text.length);
  return { uri: document.uri.toString(), version: document.version, position };
}
