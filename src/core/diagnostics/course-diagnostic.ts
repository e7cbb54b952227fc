import type { Range } from 'vscode-languageserver-types';
import type { Span, TextChange } from '../text/span';
import type { DiagnosticCode, Severity } from './diagnostic-code';

/** A mend that was tried and found good. `safe` when it cannot alter meaning. Changes are in document offsets. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly changes: readonly TextChange[];
}

/** Something a check found, in document offsets, before settings decide its severity. */
export interface Finding {
  readonly code: DiagnosticCode;
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly Fix[];
  /** The gravest that this one may be, whatever its code's severity. */
  readonly atMost?: Severity;
  /** The mildest that this one is, unless a setting gives its code another severity than its own. */
  readonly atLeast?: Severity;
  /** Other places that belong to the matter, in any file of the course. */
  readonly related?: readonly { readonly uri: string; readonly range: Range; readonly message: string }[];
}

/** A finding as it is shown. */
export interface CourseDiagnostic extends Finding {
  readonly severity: Severity;
}
