import type { DiagnosticCode, Severity } from '../diagnostics/diagnostic-code';
import type { Span, TextChange } from '../text/span';

/** A mend in offsets of the diagram's own text. `safe` when it cannot alter meaning. */
export interface DiagramFix {
  readonly title: string;
  readonly safe: boolean;
  readonly changes: readonly TextChange[];
  /** The ids that it makes of labels. Where one is taken, two things would become one: then it is not safe. */
  readonly brings?: readonly BroughtId[];
}

/** An id that stood nowhere, and the label that it is made of. */
export interface BroughtId {
  readonly id: string;
  readonly label: string;
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
