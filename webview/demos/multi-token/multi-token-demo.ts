import { solveMultiToken } from '../../../src/core/demos/multi-token/multi-token-problem';
import { type Pass, playedPasses } from '../../../src/core/reference/speculative/speculative';
import type { DemoModule } from '../demo-view';
import { MultiTokenView } from './multi-token-view';

/** Passes that are shown. */
const shownPasses = 24;

/** Drafts and what they gain: arithmetic alone, no kernel has a part. */
export const multiTokenDemo: DemoModule<'multi-token', readonly Pass[]> = {
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
    return { results: solveMultiToken(problem), trace: playedPasses(problem.chances, shownPasses, problem.seed) };
  },
  prove: async () => undefined,
  createView: (host) => new MultiTokenView(host),
};
