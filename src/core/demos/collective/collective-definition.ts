import { say } from '../../l10n/say';
import { defineDemo } from '../demo-definition';
import { collectiveKeys, collectiveResults } from './collective-keys';
import { solveCollective } from './collective-problem';
import { collectiveInForce, collectiveSetup } from './collective-setup';

export const collectiveDefinition = defineDemo({
  kind: 'collective',
  summary: say`Ranks that sum or exchange over links of two kinds: steps, bytes and time, and what experts send.`,
  keys: collectiveKeys,
  results: collectiveResults,
  setup: collectiveSetup,
  valuesInForce: collectiveInForce,
  problem: async (_values, setup) => setup,
  *solve(problem) {
    yield;
    return solveCollective(problem);
  },
  files: () => [],
});
