import { say } from '../../l10n/say';
import { defineDemo } from '../demo-definition';
import { attentionKeys, attentionResults } from './attention-keys';
import { attentionProblem, attentionResultsOf, solvingAttention } from './attention-problem';
import { attentionInForce, attentionSetup } from './attention-setup';

export const attentionDefinition = defineDemo({
  kind: 'attention',
  summary: say`Scaled dot-product attention over tokens: maps for every head, entropy, the mixed output.`,
  keys: attentionKeys,
  results: attentionResults,
  setup: attentionSetup,
  valuesInForce: attentionInForce,
  problem: attentionProblem,
  *solve(problem) {
    return attentionResultsOf(yield* solvingAttention(problem), problem);
  },
  files: ({ data }) => (data?.path === undefined ? [] : [data.path]),
});
