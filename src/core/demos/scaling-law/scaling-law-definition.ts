import { say } from '../../l10n/say';
import { defineDemo } from '../demo-definition';
import { scalingLawKeys, scalingLawResults } from './scaling-law-keys';
import { scalingLawProblem, scalingLawRemarks, solveScalingLaw } from './scaling-law-problem';
import { scalingLawInForce, scalingLawSetup } from './scaling-law-setup';

export const scalingLawDefinition = defineDemo({
  kind: 'scaling-law',
  summary: say`Loss as a function of size and data: published or fitted, and the compute-optimal point.`,
  keys: scalingLawKeys,
  results: scalingLawResults,
  setup: scalingLawSetup,
  valuesInForce: scalingLawInForce,
  problem: scalingLawProblem,
  solve: solveScalingLaw,
  remarks: scalingLawRemarks,
  files: ({ data }) => (data?.path === undefined ? [] : [data.path]),
});
