import { type Answered, answered, samplingResultsOf } from '../../../src/core/demos/sampling/sampling-problem';
import type { DemoModule } from '../demo-view';
import { countsUpTo } from './answer-counts';
import { SamplingView } from './sampling-view';

/** Accuracy over the number of answers and over their cost, arithmetic alone: no kernel has a part. */
export const samplingDemo: DemoModule<'sampling', readonly Answered[]> = {
  knobs: [
    { path: 'samples', slider: { min: 1, max: 10_000, log: true } },
    { path: 'correct', slider: { min: 0, max: 1000 } },
    { path: 'k', slider: { min: 1, max: 1000, log: true } },
    { path: 'wrong_answers', slider: { min: 1, max: 100, log: true } },
    { path: 'verifier.accuracy', slider: { min: 0, max: 1, step: 0.01 } },
    { path: 'larger.accuracy', slider: { min: 0, max: 1, step: 0.01 } },
  ],
  viewKeys: [],
  *solve({ problem }) {
    const trace = yield* answered(problem, countsUpTo(problem));
    return { results: samplingResultsOf(problem, trace.find(({ answers }) => answers === problem.k)!), trace };
  },
  prove: async () => undefined,
  createView: (host) => new SamplingView(host),
};
