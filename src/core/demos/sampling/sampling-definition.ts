import { say } from '../../l10n/say';
import { defineDemo } from '../demo-definition';
import { samplingKeys, samplingResults } from './sampling-keys';
import { solveSampling } from './sampling-problem';
import { samplingInForce, samplingSetup } from './sampling-setup';

export const samplingDefinition = defineDemo({
  kind: 'sampling',
  summary: say`Many answers in place of one: any that is right, a vote, or a verifier’s choice, and what each costs.`,
  keys: samplingKeys,
  results: samplingResults,
  setup: samplingSetup,
  valuesInForce: samplingInForce,
  problem: async (_values, setup) => setup,
  solve: solveSampling,
  files: () => [],
});
