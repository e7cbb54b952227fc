import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { completionTriggers } from '../core/features/completion';
import { semanticTokenTypes } from '../core/features/mermaid/semantic-tokens';
import { RenameRefused } from '../core/features/rename-refused';
import type { CourseService } from '../core/service';
import type { InitializationOptions } from './start-server';
import { toLocation, toQuickFix, toTextEdits } from './to-protocol';
import { toWorkspaceEdit } from './to-workspace-edit';

/** Of the protocol's `source.fixAll`, so that authors can have it, and it alone, on save. */
const fixAllKind = `${CodeActionKind.SourceFixAll}.coursewright`;

/** What the server can do for a client, diagnostics and text synchronisation apart. */
export function serverCapabilities(_options: InitializationOptions): ServerCapabilities {
  return {
    hoverProvider: true,
    completionProvider: { triggerCharacters: [...completionTriggers] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    documentLinkProvider: {},
    codeLensProvider: { resolveProvider: true },
    workspaceSymbolProvider: true,
    linkedEditingRangeProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: { legend: { tokenTypes: [...semanticTokenTypes], tokenModifiers: [] }, full: true },
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
}

/** Binds each request of the protocol to the service's answer. */
export function registerFeatures(
  connection: Connection,
  service: CourseService,
  canonical: (uri: string) => string,
  client: () => ClientCapabilities,
): void {
  connection.onHover(
    async ({ textDocument, position }) => (await service.hover(canonical(textDocument.uri), position)) ?? null,
  );

  connection.onCompletion(async ({ textDocument, position, context }) => {
    const typed = context?.triggerCharacter;
    const snippets = client().textDocument?.completion?.completionItem?.snippetSupport === true;
    return (
      (await service.completion(canonical(textDocument.uri), position, { snippets, ...(typed ? { typed } : {}) })) ?? []
    );
  });

  connection.onDefinition(async ({ textDocument, position }) => {
    const links = (await service.definition(canonical(textDocument.uri), position)) ?? [];
    return client().textDocument?.definition?.linkSupport ? links : links.map(toLocation);
  });

  connection.onReferences(
    async ({ textDocument, position, context }) =>
      (await service.references(canonical(textDocument.uri), position, context.includeDeclaration)) ?? [],
  );

  connection.onDocumentHighlight(
    async ({ textDocument, position }) =>
      (await service.documentHighlights(canonical(textDocument.uri), position)) ?? [],
  );

  connection.onPrepareRename(
    async ({ textDocument, position }) => (await service.prepareRename(canonical(textDocument.uri), position)) ?? null,
  );

  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    try {
      const edits = await service.rename(canonical(textDocument.uri), position, newName);
      return edits ? toWorkspaceEdit({ edits }, client()) : null;
    } catch (error) {
      if (error instanceof RenameRefused) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
      throw error;
    }
  });

  connection.onDocumentLinks(
    async ({ textDocument }) => (await service.documentLinks(canonical(textDocument.uri))) ?? [],
  );
  connection.onCodeLens(async ({ textDocument }) => (await service.codeLenses(canonical(textDocument.uri))) ?? []);
  connection.onCodeLensResolve(async (lens) => (await service.resolveCodeLens(lens.data.uri, lens)) ?? lens);
  connection.onWorkspaceSymbol(({ query }) => service.workspaceSymbols(query));

  connection.languages.onLinkedEditingRange(
    async ({ textDocument, position }) => (await service.linkedEditing(canonical(textDocument.uri), position)) ?? null,
  );

  // By null an editor falls back on what it knows itself; an empty list would take that from it.
  connection.onFoldingRanges(async ({ textDocument }) => (await service.folding(canonical(textDocument.uri))) ?? null);
  connection.onSelectionRanges(
    async ({ textDocument, positions }) =>
      (await service.selectionRanges(canonical(textDocument.uri), positions)) ?? null,
  );

  connection.languages.semanticTokens.on(
    async ({ textDocument }) => (await service.semanticTokens(canonical(textDocument.uri))) ?? { data: [] },
  );

  connection.onDocumentSymbol(
    async ({ textDocument }) => (await service.documentSymbols(canonical(textDocument.uri))) ?? [],
  );

  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const uri = canonical(textDocument.uri);
    const document = await service.document(uri);
    if (!document) return [];
    const wants = (kind: string) =>
      !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const actions: CodeAction[] = [];
    if (wants(CodeActionKind.QuickFix)) {
      const fixes = (await service.quickFixes(uri, document.lines.spanOf(range))) ?? [];
      actions.push(...fixes.map(({ diagnostic, fix }) => toQuickFix(document, diagnostic, fix)));
    }
    if (wants(CodeActionKind.RefactorExtract) || wants(CodeActionKind.RefactorRewrite)) {
      for (const action of (await service.refactorings(uri, document.lines.spanOf(range))) ?? []) {
        const edit = wants(action.kind) ? toWorkspaceEdit(action, client()) : undefined;
        if (edit) actions.push({ title: action.title, kind: action.kind, edit });
      }
    }
    if (context.only && wants(fixAllKind)) {
      const changes = (await service.fixAll(uri)) ?? [];
      if (changes.length > 0) {
        const edit = { changes: { [uri]: toTextEdits(document, changes) } };
        actions.push({
          title: 'Fix all that Coursewright can mend',
          kind: fixAllKind,
          edit,
        });
      }
    }
    return actions;
  });
}
