import { say } from '../../l10n/say';
import { defineDemo } from '../demo-definition';
import { lossCurveKeys, lossCurveResults } from './loss-curve-keys';
import { lossCurveProblem, lossCurveResultsOf, tracingLossCurve } from './loss-curve-problem';
import { lossCurveInForce, lossCurveSetup } from './loss-curve-setup';

export const lossCurveDefinition = defineDemo({
  kind: 'loss-curve',
  summary: say`The loss of a training run step by step: its spikes by a stated rule, and what each response to them costs.`,
  keys: lossCurveKeys,
  results: lossCurveResults,
  setup: lossCurveSetup,
  valuesInForce: lossCurveInForce,
  problem: lossCurveProblem,
  *solve(problem) {
    return lossCurveResultsOf(yield* tracingLossCurve(problem));
  },
  files: ({ data }) => (data?.path === undefined ? [] : [data.path]),
});
