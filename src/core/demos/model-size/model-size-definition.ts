import { say } from '../../l10n/say';
import { defineDemo } from '../demo-definition';
import { modelSizeKeys, modelSizeResults } from './model-size-keys';
import { solveModelSize } from './model-size-problem';
import { modelSizeInForce, modelSizeSetup } from './model-size-setup';

export const modelSizeDefinition = defineDemo({
  kind: 'model-size',
  summary: say`Parameters of a model from its shape, the work of a pass, and the memory that training takes.`,
  keys: modelSizeKeys,
  results: modelSizeResults,
  setup: modelSizeSetup,
  valuesInForce: modelSizeInForce,
  problem: async (_values, setup) => setup,
  *solve(problem) {
    yield;
    return solveModelSize(problem);
  },
  files: () => [],
});
