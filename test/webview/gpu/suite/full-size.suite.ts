import { expertsAtSize } from '../../../../webview/gpu/full-size/experts-at-size';
import { latentAttentionAtSize } from '../../../../webview/gpu/full-size/latent-attention-at-size';
import { gpuOperations } from '../../../../webview/gpu/gpu-operations';
import { describe, kernelCase } from './cases';
import { errorOf, expect } from './expect';

/** DeepSeek-V3's, arXiv 2412.19437, section 4.2. */
const attention = { heads: 128, headWidth: 128, latentRank: 512, ropeWidth: 64, tokens: 512 };
const layer = {
  ...{ tokens: 512, width: 7168, hidden: 2048, experts: 256, shared: 1 },
  gate: { score: 'sigmoid', topK: 8, groups: { count: 8, keep: 4 }, normalise: true, scale: 2.5 },
} as const;

// No kernels are named: a mutation is to be noticed by the small cases, which take no time.
describe('at full size', () => {
  kernelCase([], 'latent attention of 16 of 128 heads over 512 tokens, both forms', async (gpu) => {
    const sizes = { ...attention, heads: 16 };
    const found = await latentAttentionAtSize(sizes, gpuOperations(gpu).latentAttention, () => {});
    expect(found.checkedHeads === 2 && found.checkedQueries === 64, JSON.stringify(found));
    expect(found.weights <= 2e-6 && found.output <= 4e-6 && found.between! <= 6e-6, JSON.stringify(found));
  });

  kernelCase(
    [],
    '512 tokens routed among 256 experts of 7168 by 2048, and those of one token computed',
    async (gpu) => {
      const found = await expertsAtSize(layer, gpuOperations(gpu), () => {}, { sample: true });
      expect(found.experts === 9 && found.pairs > 64 && found.others === 0, JSON.stringify(found));
      expect(found.logits <= 4e-6 && found.weights <= 2e-6 && found.output <= 4e-6, JSON.stringify(found));
    },
  );

  kernelCase([], 'it stops between two parts', async (gpu) => {
    const seen: number[] = [];
    const error = await errorOf(() =>
      latentAttentionAtSize(
        { ...attention, heads: 16, headWidth: 16, latentRank: 16 },
        gpuOperations(gpu).latentAttention,
        (done) => {
          seen.push(done);
          if (done > 0) throw new Error('enough');
        },
      ),
    );
    expect(error.message === 'enough' && seen.join() === '0,8', `${error.message} ${seen.join()}`);
  });
});
