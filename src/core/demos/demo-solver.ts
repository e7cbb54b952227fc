import type { Cancellation } from '../cancellation';
import type { CheckedDemo } from './check-demo';
import type { DemoData } from './demo-host';
import type { DemoKind } from './demo-kind';

/** A demo to be run: the body of its fence, and the data files that it names. */
export interface DemoJob {
  readonly kind: DemoKind;
  readonly text: string;
  readonly data: DemoData;
  /** The results that are asked for, `weights.0.1`; all where it is absent, none where only the claims matter. */
  readonly only?: readonly string[];
}

/** Runs demos by the float64 reference and holds their claims against the results, off the asker's own thread. */
export interface DemoSolver {
  /** Undefined when nobody wants the answer any more. Rejects only for a failure of ours. */
  check(job: DemoJob, cancellation?: Cancellation): Promise<CheckedDemo | undefined>;
  /**
   * The same for a person at a cursor: undefined too where the answer takes more than a moment, which is longer for one
   * who asked than for one who is writing; it is worked out meanwhile.
   */
  glance(job: DemoJob, asked: boolean): Promise<CheckedDemo | undefined>;
  dispose(): Promise<void>;
}
