import * as vscode from 'vscode';
import type { PanelProblem } from '../protocol';
import { plainRange } from './plain-range';
import { findFix } from './preferred-fix';

/** The errors and warnings inside a range of a document, the first error with the title of its fix. */
export async function problemsIn(uri: vscode.Uri, range: vscode.Range): Promise<readonly PanelProblem[]> {
  const marks = vscode.languages
    .getDiagnostics(uri)
    .filter((one) => one.severity <= vscode.DiagnosticSeverity.Warning && range.contains(one.range));
  const first = marks.find(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
  const fix = first && (await findFix(uri, first.range))?.title;
  return marks.map((mark) => ({
    message: mark.message,
    severity: mark.severity === vscode.DiagnosticSeverity.Error ? 'error' : 'warning',
    range: plainRange(mark.range),
    ...(mark === first && fix && { fix }),
  }));
}
