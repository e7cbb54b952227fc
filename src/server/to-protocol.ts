import type { ClientCapabilities } from 'vscode-languageserver';
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type Location,
  type LocationLink,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { CourseDocument } from '../core/course/course-document';
import type { CourseDiagnostic, Fix } from '../core/diagnostics/course-diagnostic';
import type { Severity } from '../core/diagnostics/diagnostic-code';
import { documentationOf } from '../core/diagnostics/documentation';
import type { CourseEdit } from '../core/features/course-edit';
import { getOrSet } from '../core/get-or-set';
import type { TextChange } from '../core/text/span';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic({ lines, uri }: CourseDocument, found: CourseDiagnostic): Diagnostic {
  return {
    range: lines.rangeOf(found.span),
    severity: severities[found.severity],
    code: found.code,
    codeDescription: { href: documentationOf(found.code) },
    source: 'Coursewright',
    message: found.message,
    ...(found.related && {
      relatedInformation: found.related.map((place) => ({
        location: { uri: place.uri || uri, range: place.range },
        message: place.message,
      })),
    }),
  };
}

export const toTextEdits = ({ lines }: CourseDocument, changes: readonly TextChange[]): TextEdit[] =>
  changes.map(({ span, newText }) => ({ range: lines.rangeOf(span), newText }));

export function toQuickFix(document: CourseDocument, found: CourseDiagnostic, fix: Fix): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(document, found)],
    isPreferred: fix === found.fixes[0],
    edit: { changes: { [document.uri]: toTextEdits(document, fix.changes) } },
  };
}

export const toLocation = ({ targetUri, targetSelectionRange }: LocationLink): Location => ({
  uri: targetUri,
  range: targetSelectionRange,
});

/** A course's edits for a client; what a person should look at first arrives unticked where the client can show that. */
export function toWorkspaceEdit(edits: readonly CourseEdit[], client: ClientCapabilities): WorkspaceEdit {
  const files = new Map<string, CourseEdit[]>();
  for (const edit of edits) getOrSet(files, edit.uri, () => []).push(edit);
  const can = client.workspace?.workspaceEdit;
  const asks =
    can?.documentChanges && can.changeAnnotationSupport && edits.some(({ confirm }) => confirm !== undefined);
  if (!asks) {
    const plain = ({ range, newText }: CourseEdit): TextEdit => ({ range, newText });
    return { changes: Object.fromEntries([...files].map(([uri, own]) => [uri, own.map(plain)])) };
  }
  const reasons = [...new Set(edits.flatMap(({ confirm }) => confirm ?? []))];
  return {
    documentChanges: [...files].map(([uri, own]) => ({
      textDocument: { uri, version: null },
      edits: own.map(({ range, newText, confirm }) =>
        confirm === undefined ? { range, newText } : { range, newText, annotationId: confirm },
      ),
    })),
    changeAnnotations: Object.fromEntries(reasons.map((label) => [label, { label, needsConfirmation: true }])),
  };
}
