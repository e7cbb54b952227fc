import type { MlaSetup } from '../../../src/core/demos/mla/mla-setup';
import { say } from '../../../src/core/l10n/say';
import { latentAttentionAtSize } from '../../gpu/full-size/latent-attention-at-size';
import type { FullSizeTask } from '../parts/full-size';
import { inWords } from '../parts/in-words';

const tokens = 512;

/** The lesson's own latent attention with all of its heads. */
export function fullSizeLatentAttention({ heads, headWidth, latentRank, ropeWidth }: MlaSetup): FullSizeTask {
  const sizes = { heads, headWidth, latentRank, ropeWidth, tokens };
  return {
    key: Object.values(sizes).join(),
    words: say`All ${heads} heads of ${headWidth} + ${ropeWidth} channels over ${tokens} tokens with a latent of ${latentRank}, by the kernels, in both forms; of every few heads one is computed in float64 too.`,
    run: async ({ latentAttention }, watch) => {
      const found = await latentAttentionAtSize(sizes, latentAttention, watch);
      return [
        say`${found.checkedHeads} heads were compared in ${found.checkedQueries} queries each: outputs are off by ${inWords(found.output, 2)} of their size, weights by ${inWords(found.weights, 2)} at most.`,
        say`The two forms differ by ${inWords(found.between ?? 0, 2)} of their size over all ${found.heads} heads.`,
      ];
    },
  };
}
