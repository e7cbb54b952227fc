import type { Cancellation } from '../cancellation';
import { say } from '../l10n/say';
import { type CheckedClaim, checkClaims } from './claims/check-claims';
import { plainClaim } from './claims/claim';
import { type Demo, type DemoProblem, stopsDemo } from './demo';
import type { DemoHost } from './demo-definition';
import type { DemoResults } from './result';
import { runDemo } from './run-demo';
import { resultNotes } from './schema/find-key';

export interface CheckedDemo {
  /** Null when the demo cannot be run. */
  readonly results: DemoResults | null;
  readonly expectations: readonly CheckedClaim[];
  /** All that is wrong with it, its claims included. */
  readonly problems: readonly DemoProblem[];
  /** How long it took to compute, in milliseconds; absent where it was not computed. */
  readonly milliseconds?: number;
  /** Why there are no results, in a sentence. */
  readonly error?: string;
}

/** Runs a demo and holds its claims against the results. Undefined when nobody wants the answer any more. */
export async function checkDemo(
  demo: Demo,
  host: DemoHost,
  cancellation?: Cancellation,
): Promise<CheckedDemo | undefined> {
  const start = Date.now();
  const run = await runDemo(demo, host, cancellation);
  const milliseconds = Date.now() - start;
  if (!run) return undefined;
  if (!run.results) {
    const reason = run.problems.find(stopsDemo);
    const error = reason?.message ?? say`The demo cannot be run.`;
    return { results: null, expectations: demo.claims.map(unmet), problems: run.problems, error };
  }
  const expectations = checkClaims(demo.claims, run.results, resultNotes(demo));
  const problems = [...run.problems, ...expectations.flatMap(({ problem }) => problem ?? [])];
  return { results: run.results, expectations, problems, milliseconds };
}

/** A claim of a demo that has no results. */
export const unmet = (claim: Demo['claims'][number]): CheckedClaim => ({
  ...{ claim, key: claim.key, expected: plainClaim(claim.claimed), actual: null, holds: false },
});
