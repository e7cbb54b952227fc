import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type Location,
  type LocationLink,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { CourseDocument } from '../core/course/course-document';
import type { CourseDiagnostic, Fix } from '../core/diagnostics/course-diagnostic';
import type { Severity } from '../core/diagnostics/diagnostic-code';
import { documentationOf } from '../core/diagnostics/documentation';
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
