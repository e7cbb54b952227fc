import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionRequest,
  CodeActionTriggerKind,
  CodeLensRequest,
  CodeLensResolveRequest,
  CompletionRequest,
  CompletionTriggerKind,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
  type ServerCapabilities,
  WillRenameFilesRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { type Asking, completionTriggers } from '../core/features/completion-policy';
import { semanticTokenModifiers, semanticTokenTypes } from '../core/features/mermaid/semantic-tokens';
import { say } from '../core/l10n/say';
import type { CourseService } from '../core/service';
import type { TextChange } from '../core/text/span';
import type { Answers } from './answers';
import { canonicalUri } from './canonical-uri';
import type { OpenTexts } from './open-texts';
import { isObject } from './sent-values';
import type { SettingsFiles } from './settings-files';
import { type Placed, toCourseEdits, toLocation, toQuickFix } from './to-protocol';
import { toWorkspaceEdit } from './to-workspace-edit';

/** Of the protocol's `source.fixAll`, so that authors can have it, and it alone, on save. */
const fixAllKind = `${CodeActionKind.SourceFixAll}.coursewright`;

/** What the server can do for a client, diagnostics and text synchronisation apart. */
export const featureCapabilities: ServerCapabilities = {
  hoverProvider: true,
  completionProvider: { triggerCharacters: [...completionTriggers] },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentLinkProvider: {},
  codeLensProvider: { resolveProvider: true },
  inlayHintProvider: true,
  workspaceSymbolProvider: true,
  linkedEditingRangeProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  semanticTokensProvider: {
    legend: { tokenTypes: [...semanticTokenTypes], tokenModifiers: [...semanticTokenModifiers] },
    full: true,
  },
  documentSymbolProvider: { label: 'Coursewright' },
  codeActionProvider: {
    codeActionKinds: [
      CodeActionKind.QuickFix,
      CodeActionKind.RefactorExtract,
      CodeActionKind.RefactorRewrite,
      fixAllKind,
    ],
  },
};

const askings: Readonly<Record<CompletionTriggerKind, Asking>> = {
  [CompletionTriggerKind.Invoked]: 'asked',
  [CompletionTriggerKind.TriggerCharacter]: 'sign',
  [CompletionTriggerKind.TriggerForIncompleteCompletions]: 'written',
};

/** Binds each request of the protocol to the service's answer. */
export function answerFeatures(
  answers: Answers,
  service: CourseService,
  texts: OpenTexts,
  client: ClientCapabilities,
  settingsFiles: SettingsFiles,
): void {
  const versionOf = (uri: string) => texts.get(uri)?.version ?? null;
  const toEdit = (document: Placed, changes: readonly TextChange[]) =>
    toWorkspaceEdit({ edits: toCourseEdits(document, changes) }, client, versionOf);

  answers.about(HoverRequest.type, null, async ({ position }, { uri }) => (await service.hover(uri, position)) ?? null);

  const snippets = client.textDocument?.completion?.completionItem?.snippetSupport === true;
  answers.about(CompletionRequest.type, [], async ({ position, context }, { uri }) => {
    const typed = context?.triggerCharacter;
    const asking: Asking = askings[context?.triggerKind ?? CompletionTriggerKind.Invoked];
    return (await service.completion(uri, position, { snippets, asking, ...(typed ? { typed } : {}) })) ?? [];
  });

  answers.about(DefinitionRequest.type, [], async ({ position }, { uri }) => {
    const links = (await service.definition(uri, position)) ?? [];
    return client.textDocument?.definition?.linkSupport ? links : links.map(toLocation);
  });

  answers.about(
    ReferencesRequest.type,
    [],
    async ({ position, context }, { uri }) =>
      (await service.references(uri, position, context?.includeDeclaration ?? true)) ?? [],
  );

  answers.about(
    DocumentHighlightRequest.type,
    [],
    async ({ position }, { uri }) => (await service.documentHighlights(uri, position)) ?? [],
  );

  answers.about(
    PrepareRenameRequest.type,
    null,
    async ({ position }, { uri }) => (await service.prepareRename(uri, position)) ?? null,
  );

  answers.edits(RenameRequest.type, null, async ({ position, newName }, { uri }) => {
    const edits = await service.rename(uri, position, String(newName));
    return edits ? (toWorkspaceEdit({ edits }, client, versionOf) ?? null) : null;
  });

  answers.to(WillRenameFilesRequest.type, async (params) => {
    const files: readonly unknown[] = Array.isArray(params?.files) ? params.files : [];
    const moves = files.flatMap((file) =>
      isObject(file) && typeof file.oldUri === 'string' && typeof file.newUri === 'string'
        ? [{ from: folderless(canonicalUri(file.oldUri)), to: folderless(canonicalUri(file.newUri)) }]
        : [],
    );
    const edits = await service.moveFiles(moves);
    return edits.length > 0 ? (toWorkspaceEdit({ edits }, client, versionOf) ?? null) : null;
  });

  answers.atRest(DocumentLinkRequest.type, [], async (_, { uri }) => (await service.documentLinks(uri)) ?? []);
  answers.atRest(CodeLensRequest.type, [], async (_, { uri }) => (await service.codeLenses(uri)) ?? []);
  answers.to(CodeLensResolveRequest.type, async (lens) => {
    const uri: unknown = lens.data?.uri;
    return typeof uri === 'string' ? ((await service.resolveCodeLens(canonicalUri(uri), lens)) ?? lens) : lens;
  });
  answers.atRest(InlayHintRequest.type, [], async ({ range }, { uri }) => {
    const document = await service.document(uri);
    return document ? ((await service.inlayHints(uri, document.lines.spanOf(range))) ?? []) : [];
  });
  answers.to(WorkspaceSymbolRequest.type, ({ query }) => service.workspaceSymbols(String(query ?? '')));

  answers.about(
    LinkedEditingRangeRequest.type,
    null,
    async ({ position }, { uri }) => (await service.linkedEditing(uri, position)) ?? null,
  );

  // By null an editor falls back on what it knows itself; an empty list would take that from it.
  answers.atRest(FoldingRangeRequest.type, null, async (_, { uri }) => (await service.folding(uri)) ?? null);
  answers.about(
    SelectionRangeRequest.type,
    null,
    async ({ positions }, { uri }) => (await service.selectionRanges(uri, positions)) ?? null,
  );

  answers.atRest(
    SemanticTokensRequest.type,
    { data: [] },
    async (_, { uri }) => (await service.semanticTokens(uri)) ?? { data: [] },
  );

  answers.atRest(DocumentSymbolRequest.type, [], async (_, { uri }) => (await service.documentSymbols(uri)) ?? []);

  answers.edits(
    CodeActionRequest.type,
    [],
    async ({ range, context }, { uri }) => {
      const only = context?.only;
      const settingsFile = await settingsFiles.checked(uri);
      if (settingsFile) {
        if (only && !only.includes(CodeActionKind.QuickFix)) return [];
        const { start, end } = settingsFile.lines.spanOf(range);
        const here = settingsFile.diagnostics.filter(({ span }) => span.start <= end && start <= span.end);
        return here.flatMap((found) =>
          found.fixes.map((fix) => toQuickFix(settingsFile, found, fix, toEdit(settingsFile, fix.changes))),
        );
      }
      const document = await service.document(uri);
      if (!document) return [];
      const wants = (kind: string) => !only || only.some((one) => kind === one || kind.startsWith(`${one}.`));
      const span = document.lines.spanOf(range);
      const actions: CodeAction[] = [];
      if (wants(CodeActionKind.QuickFix)) {
        const fixes = (await service.quickFixes(uri, span)) ?? [];
        actions.push(
          ...fixes.map(({ diagnostic, fix }) => toQuickFix(document, diagnostic, fix, toEdit(document, fix.changes))),
        );
      }
      // What an editor asks of itself at each step of the cursor is for its light bulb, which stands for what is wrong.
      if (
        !isByItself({ context }) &&
        (wants(CodeActionKind.RefactorExtract) || wants(CodeActionKind.RefactorRewrite))
      ) {
        for (const action of (await service.refactorings(uri, span)) ?? []) {
          const edit = wants(action.kind) ? toWorkspaceEdit(action, client, versionOf) : undefined;
          if (edit) actions.push({ title: action.title, kind: action.kind, edit });
        }
      }
      if (only && wants(fixAllKind)) {
        const changes = (await service.fixAll(uri)) ?? [];
        if (changes.length > 0) {
          const edit = toEdit(document, changes);
          actions.push({ title: say`Fix all that Coursewright can mend`, kind: fixAllKind, ...(edit && { edit }) });
        }
      }
      return actions;
    },
    isByItself,
  );
}

/** Whether an editor asks of itself, as it does at each step of the cursor. */
const isByItself = ({ context }: { readonly context?: CodeActionContext }): boolean =>
  context?.triggerKind === CodeActionTriggerKind.Automatic;

/** A folder's URI as a file's is spelled. */
const folderless = (uri: string): string => uri.replace(/\/$/, '');
