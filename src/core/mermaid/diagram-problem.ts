import type { DiagnosticCode, Severity } from '../diagnostics/diagnostic-code';
import type { Span, TextChange } from '../text/span';

/** A mend in offsets of the diagram's own text. `safe` when it cannot alter meaning. */
export interface DiagramFix {
  readonly title: string;
  readonly safe: boolean;
  readonly changes: readonly TextChange[];
}

/** Something wrong with one diagram, in offsets of its own text. */
export interface DiagramProblem {
  readonly code: DiagnosticCode;
  readonly span: Span;
  readonly message: string;
  /** Each was tried: with it, Mermaid gets past this break. The first is the best. */
  readonly fixes: readonly DiagramFix[];
  /** The gravest that this one may be, whatever its code's severity. */
  readonly atMost?: Severity;
}
