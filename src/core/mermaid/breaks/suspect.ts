import type { DiagnosticCode } from '../../diagnostics/diagnostic-code';
import type { LineIndex } from '../../text/line-index';
import type { Span } from '../../text/span';
import type { DiagramFix } from '../diagram-problem';
import type { BrokenVerdict } from '../judge';

/** What a finder of breaks looks at. All offsets are in `text`. */
export interface Break {
  readonly text: string;
  readonly lines: LineIndex;
  readonly verdict: BrokenVerdict;
  /** Where Mermaid stopped: the token that it would not take, else as far as it had read. */
  readonly at: number;
}

/** Something that may be the culprit, with the mend that would prove it. */
export interface Suspect {
  readonly code: DiagnosticCode;
  readonly span: Span;
  readonly message: string;
  readonly fix?: DiagramFix;
  /** A mend so bold that only a diagram wholly good proves it. */
  readonly guess?: boolean;
  /** The mend writes what only the author can know (a value, a date): it proves the break and is not offered. */
  readonly makesUp?: boolean;
  /**
   * A slip that is known by its looks: nothing further is tried, and where the mend does not get Mermaid past the place,
   * the place and the sentence stand all the same.
   */
  readonly sure?: boolean;
}

/** Suspects that stand or fall together; most stand alone. */
export type Suspicion = Suspect | readonly Suspect[];

/** Names the suspects of a break, the likeliest first. */
export type Finder = (broken: Break) => Iterable<Suspicion>;
