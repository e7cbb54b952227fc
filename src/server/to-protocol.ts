import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type Location,
  type LocationLink,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { CourseDocument } from '../core/course/course-document';
import type { CourseEdit } from '../core/course/course-edit';
import type { CourseDiagnostic, Fix } from '../core/diagnostics/course-diagnostic';
import type { Severity } from '../core/diagnostics/diagnostic-code';
import { documentationOf } from '../core/diagnostics/documentation';
import type { TextChange } from '../core/text/span';

/** What of a text its places are told by. */
export type Placed = Pick<CourseDocument, 'uri' | 'lines'>;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic({ lines, uri }: Placed, found: CourseDiagnostic): Diagnostic {
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

export const toCourseEdits = ({ uri, lines }: Placed, changes: readonly TextChange[]): CourseEdit[] =>
  changes.map(({ span, newText }) => ({ uri, range: lines.rangeOf(span), newText }));

export const toQuickFix = (
  document: Placed,
  found: CourseDiagnostic,
  fix: Fix,
  edit: WorkspaceEdit | undefined,
): CodeAction => ({
  title: fix.title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [toDiagnostic(document, found)],
  isPreferred: fix === found.fixes[0],
  ...(edit && { edit }),
});

export const toLocation = ({ targetUri, targetSelectionRange }: LocationLink): Location => ({
  uri: targetUri,
  range: targetSelectionRange,
});
