import {
  type MeasuredProblem,
  measured,
  multiTokenResultsOf,
} from '../../../src/core/demos/multi-token/multi-token-problem';
import { type Pass, playedPasses } from '../../../src/core/reference/speculative/speculative';
import type { DemoModule } from '../demo-view';
import { MultiTokenView } from './multi-token-view';

/** Passes that are shown where none are measured. */
const shownPasses = 24;

/** What the view draws: the problem with what was measured, and a run of passes. */
export interface MultiTokenTrace {
  readonly measured: MeasuredProblem;
  readonly played: readonly Pass[];
}

/** Drafts and what they gain: arithmetic and a small model in float64, no kernel has a part. */
export const multiTokenDemo: DemoModule<'multi-token', MultiTokenTrace> = {
  knobs: [
    { path: 'acceptance', slider: { min: 0, max: 1, step: 0.01 } },
    { path: 'draft', slider: { min: 0, max: 16 } },
    { path: 'draft_cost', slider: { min: 0, max: 1, step: 0.01 } },
    { path: 'pass_ms' },
    { path: 'tokens' },
  ],
  viewKeys: [],
  *solve({ problem }) {
    yield;
    const found = yield* measured(problem);
    const played = playedPasses(found.chances, shownPasses, problem.seed);
    return { results: multiTokenResultsOf(found), trace: { measured: found, played } };
  },
  prove: async () => undefined,
  createView: (host) => new MultiTokenView(host),
};
