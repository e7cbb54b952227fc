import { say } from '../../l10n/say';
import { defineDemo } from '../demo-definition';
import { mlaKeys, mlaResults } from './mla-keys';
import { mlaProblem, solveMla } from './mla-problem';
import { mlaInForce, mlaSetup } from './mla-setup';

export const mlaDefinition = defineDemo({
  kind: 'mla',
  summary: say`Multi-head latent attention: what it caches, against what, and that both its forms agree.`,
  keys: mlaKeys,
  results: mlaResults,
  setup: mlaSetup,
  valuesInForce: mlaInForce,
  problem: async (_values, setup) => mlaProblem(setup),
  *solve(problem) {
    yield;
    return solveMla(problem);
  },
  files: () => [],
});
