import {
  errorsOf,
  type FoundLaw,
  findLaw,
  optimumOf,
  type ScalingLawProblem,
  scalingLawResultsOf,
} from '../../../src/core/demos/scaling-law/scaling-law-problem';
import { say } from '../../../src/core/l10n/say';
import { lossAt } from '../../../src/core/reference/scaling/scaling-law';
import type { DemoModule } from '../demo-view';
import { difference } from '../difference';
import { ratios } from './loss-plots';
import { ScalingLawView } from './scaling-law-view';

/** Sizes and token counts, an edge of the surface that the GPU is asked for. */
const edge = 64;

/** The law with the points it was fitted to, its best models, and the published laws beside it. */
export const scalingLawDemo: DemoModule<'scaling-law', FoundLaw> = {
  knobs: [{ path: 'fit' }, { path: 'objective' }, { path: 'compute', slider: { min: 1e18, max: 1e27, log: true } }],
  viewKeys: [],
  *solve({ problem }) {
    const trace = last?.of === identity(problem) ? last.found : yield* findLaw(problem);
    last = { of: identity(problem), found: trace };
    return { results: scalingLawResultsOf(trace, problem, yield* errorsOf(trace, problem)), trace };
  },
  async prove({ problem }, { trace }, engine, signal) {
    const optimum = optimumOf(trace, problem.compute);
    if (trace.kind !== 'law' || !optimum) return undefined;
    const sizes = ratios(optimum.n / 1e3, optimum.n * 1e3, edge);
    const tokens = ratios(optimum.d / 1e3, optimum.d * 1e3, edge);
    const answer = await engine.within(signal).lossSurface(trace.law, sizes, tokens);
    const expected = sizes.flatMap((n) => tokens.map((d) => lossAt(trace.law, n, d)));
    const fitted = problem.source === 'published' ? '' : say` The fit itself ran on the CPU, in float64.`;
    const note = say`The loss was computed at ${edge * edge} pairs of N and D around the optimum.${fitted}`;
    return { answer, difference: difference(answer.result.data, expected), note };
  },
  createView: (host) => new ScalingLawView(host),
};

/** The last fit, which stands as long as only the compute changes. */
let last: { readonly of: string; readonly found: FoundLaw } | undefined;

const identity = ({ source, fit, objective, runs }: ScalingLawProblem): string =>
  JSON.stringify([source, fit, objective, runs.used.map(({ parameters, tokens, loss }) => [parameters, tokens, loss])]);
