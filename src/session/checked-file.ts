import type { CourseDiagnostic } from '../core/diagnostics/course-diagnostic';
import { LineIndex } from '../core/text/line-index';
import type { Examined } from './examine';
import type { NamedFile } from './session';

/** A file with what was found in it. */
export interface CheckedFile {
  readonly file: NamedFile;
  readonly diagnostics: readonly CourseDiagnostic[];
  readonly text: string;
  /** Where the lines of its text begin, for the places of the diagnostics. */
  readonly lines: LineIndex;
  /** How many diagrams it has. */
  readonly diagrams: number;
  /** How many edits led to this text. */
  readonly fixed: number;
}

/** Keeps of a file's model what a report needs: nothing of the text where there is nothing to say. */
export function checkedFile(file: NamedFile, { document, diagnostics }: Examined, fixed = 0): CheckedFile {
  const said = diagnostics.length > 0;
  const { text, lines } = said ? document : { text: '', lines: noLines };
  return { file, diagnostics, text, lines, diagrams: document.diagrams.length, fixed };
}

const noLines = new LineIndex('');

/** A finding as JSON, with the edits of its fixes. */
export const diagnosticJson = (lines: LineIndex, { code, severity, message, span, fixes }: CourseDiagnostic) => ({
  code,
  severity,
  message,
  range: lines.rangeOf(span),
  fixes: fixes.map(({ title, safe, changes }) => ({
    title,
    safe,
    edits: changes.map((change) => ({ range: lines.rangeOf(change.span), newText: change.newText })),
  })),
});
