import type { Cancellation } from '../cancellation';
import type { CheckedDemo } from './check-demo';
import type { DemoKind } from './demo-kind';

/** A demo to be run: the body of its fence, the lesson it stands in, and the course whose files it may read. */
export interface DemoJob {
  readonly kind: DemoKind;
  readonly text: string;
  readonly lesson: string;
  readonly root: string;
  /** How large a data file may be, in bytes. */
  readonly maxFileSize: number;
}

/** Runs demos by the float64 reference and holds their claims against the results, off the asker's own thread. */
export interface DemoSolver {
  /** Undefined when nobody wants the answer any more. Rejects only for a failure of ours. */
  check(job: DemoJob, cancellation?: Cancellation): Promise<CheckedDemo | undefined>;
  /** The same for a person who is writing: undefined too where the answer takes more than a moment; it is worked out meanwhile. */
  glance(job: DemoJob): Promise<CheckedDemo | undefined>;
  dispose(): Promise<void>;
}
