import { say } from '../../l10n/say';
import { defineDemo } from '../demo-definition';
import { transformerKeys, transformerResults } from './transformer-keys';
import { solveTransformer, transformerProblem } from './transformer-problem';
import { transformerInForce, transformerSetup } from './transformer-setup';

export const transformerDefinition = defineDemo({
  kind: 'transformer',
  summary: say`A trained transformer, from text to the probabilities of the next token.`,
  keys: transformerKeys,
  results: transformerResults,
  setup: transformerSetup,
  valuesInForce: transformerInForce,
  problem: transformerProblem,
  *solve(problem) {
    yield;
    return solveTransformer(problem);
  },
  files: () => [],
});
