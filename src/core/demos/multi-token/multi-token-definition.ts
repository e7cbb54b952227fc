import { say } from '../../l10n/say';
import { defineDemo } from '../demo-definition';
import { multiTokenKeys, multiTokenResults } from './multi-token-keys';
import { solveMultiToken } from './multi-token-problem';
import { multiTokenInForce, multiTokenSetup } from './multi-token-setup';

export const multiTokenDefinition = defineDemo({
  kind: 'multi-token',
  summary: say`Tokens that are drafted and checked at once: how many a pass brings, and what that gains.`,
  keys: multiTokenKeys,
  results: multiTokenResults,
  setup: multiTokenSetup,
  valuesInForce: multiTokenInForce,
  problem: async (_values, setup) => setup,
  *solve(problem) {
    yield;
    return solveMultiToken(problem);
  },
  files: () => [],
});
