import { say } from '../../l10n/say';
import { defineDemo } from '../demo-definition';
import { precisionKeys, precisionResults } from './precision-keys';
import { precisionProblem, solvePrecision } from './precision-problem';
import { precisionInForce, precisionSetup } from './precision-setup';

export const precisionDefinition = defineDemo({
  kind: 'precision',
  summary: say`What fewer bits do to values, to a tensor and to the sums of a product.`,
  keys: precisionKeys,
  results: precisionResults,
  setup: precisionSetup,
  valuesInForce: precisionInForce,
  problem: async (_values, setup, host) => precisionProblem(setup, host),
  solve: solvePrecision,
  files: () => [],
});
