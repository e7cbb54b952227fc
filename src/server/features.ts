import { type CodeAction, CodeActionKind, type Connection, type ServerCapabilities } from 'vscode-languageserver';
import type { CourseService } from '../core/service';
import type { InitializationOptions } from './start-server';
import { toQuickFix, toTextEdits } from './to-protocol';

/** What the server can do for a client, diagnostics and text synchronisation apart. */
export function serverCapabilities(_options: InitializationOptions): ServerCapabilities {
  return {
    hoverProvider: true,
    documentSymbolProvider: { label: 'Coursewright' },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
  };
}

/** Binds each request of the protocol to the service's answer. */
export function registerFeatures(
  connection: Connection,
  service: CourseService,
  canonical: (uri: string) => string,
): void {
  connection.onHover(
    async ({ textDocument, position }) => (await service.hover(canonical(textDocument.uri), position)) ?? null,
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
    if (context.only && wants(CodeActionKind.SourceFixAll)) {
      const changes = (await service.fixAll(uri)) ?? [];
      if (changes.length > 0) {
        const edit = { changes: { [uri]: toTextEdits(document, changes) } };
        actions.push({
          title: 'Fix all that Coursewright can mend',
          kind: `${CodeActionKind.SourceFixAll}.coursewright`,
          edit,
        });
      }
    }
    return actions;
  });
}
