import { say } from '../../l10n/say';
import { defineDemo } from '../demo-definition';
import { moeKeys, moeResults } from './moe-keys';
import { moeProblemOf, solveMoe } from './moe-problem';
import { moeInForce, moeSetup } from './moe-setup';

export const moeDefinition = defineDemo({
  kind: 'moe',
  summary: say`Routing of tokens to experts: scores, groups, top-k, capacity, weights, load and its balancing.`,
  keys: moeKeys,
  results: moeResults,
  setup: moeSetup,
  valuesInForce: moeInForce,
  problem: moeProblemOf,
  solve: solveMoe,
  files: ({ data }) => (data?.path === undefined ? [] : [data.path]),
});
