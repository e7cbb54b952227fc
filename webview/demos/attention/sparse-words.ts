import type { AttentionResults } from '../../../src/core/demos/attention/attention-keys';
import { say } from '../../../src/core/l10n/say';
import { inWords } from '../parts/in-words';

/** What a pattern leaves of dense attention, in a sentence. */
export function sparseWords({
  pairs,
  pairs_share: share,
  kept_weight: kept,
  dense_difference: apart,
}: Pick<AttentionResults, 'pairs' | 'pairs_share' | 'kept_weight' | 'dense_difference'>): string {
  const ofAll = share === null ? '' : say`, ${inWords(100 * share)}% of them all`;
  const weight = kept === null ? '' : say` They have ${inWords(100 * kept)}% of the weights of dense attention.`;
  const output =
    apart === null
      ? ''
      : apart === 0
        ? say` The output is that of dense attention.`
        : say` No number of the output is further than ${inWords(apart)} from dense attention.`;
  return say`${inWords(pairs)} pairs are computed${ofAll}.${weight}${output}`;
}
