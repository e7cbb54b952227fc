import { say } from '../../l10n/say';
import { defineDemo } from '../demo-definition';
import { growthKeys, growthResults } from './growth-keys';
import { solveGrowth } from './growth-problem';
import { growthInForce, growthSetup } from './growth-setup';

export const growthDefinition = defineDemo({
  kind: 'growth',
  summary: say`Quantities that grow at stated rates, the limits they meet, and which of them first.`,
  keys: growthKeys,
  results: growthResults,
  setup: growthSetup,
  valuesInForce: growthInForce,
  problem: async (_values, setup) => setup,
  *solve(problem) {
    yield;
    return solveGrowth(problem);
  },
  files: () => [],
});
