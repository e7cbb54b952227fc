import { say } from '../../l10n/say';
import { defineDemo } from '../demo-definition';
import { multiTokenKeys, multiTokenResults } from './multi-token-keys';
import { measured, multiTokenProblem, multiTokenResultsOf } from './multi-token-problem';
import { multiTokenInForce, multiTokenSetup } from './multi-token-setup';

export const multiTokenDefinition = defineDemo({
  kind: 'multi-token',
  summary: say`Tokens that are drafted and checked at once: how many a pass brings, and what that gains.`,
  keys: multiTokenKeys,
  results: multiTokenResults,
  setup: multiTokenSetup,
  valuesInForce: multiTokenInForce,
  problem: async (_values, setup, host, complain) => multiTokenProblem(setup, host, complain),
  *solve(problem) {
    yield;
    return multiTokenResultsOf(yield* measured(problem));
  },
  files: () => [],
});
