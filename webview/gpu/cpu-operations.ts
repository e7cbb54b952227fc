import { attention } from '../../src/core/reference/attention';
import { absorbedLatentAttention, expandedLatentAttention } from '../../src/core/reference/latent-attention';
import { matmul } from '../../src/core/reference/matmul';
import { meanShares, zLoss } from '../../src/core/reference/moe/balance';
import { dispatch } from '../../src/core/reference/moe/capacity';
import { mixtureOfExperts } from '../../src/core/reference/moe/experts';
import { gate } from '../../src/core/reference/moe/gate';
import { sparseAttending } from '../../src/core/reference/sparse/sparse-attention';
import { Tensor } from '../../src/core/reference/tensor';
import { transformer } from '../../src/core/reference/transformer';
import { finish } from '../../src/core/reference/work';
import type { Operations } from './operations';

/** Every operation on the float64 reference, for machines without an adapter. */
export const cpuOperations: Operations = {
  matmul: async (...operands) => matmul(...operands),
  attention: async (...operands) => attention(...operands),
  flashAttention: async (...operands) => attention(...operands).output,
  sparseAttention: async (...operands) => finish(sparseAttending(...operands)).output,
  latentAttention: async (form, ...operands) =>
    (form === 'expanded' ? expandedLatentAttention : absorbedLatentAttention)(...operands),
  route: async (logits, gateOptions, capacity) => {
    const routing = gate(logits, gateOptions);
    return {
      routing,
      dispatch: dispatch(logits, routing, gateOptions, capacity ?? unlimited),
      shares: meanShares(routing.scores),
      meanSquaredLogSumExp: zLoss(logits, 1),
    };
  },
  mixtureOfExperts: async (...operands) => mixtureOfExperts(...operands),
  transformer: async (model, tokens) => transformer(model, tokens),
  transformerLogits: async (model, texts) => {
    const logits = texts.map((tokens) => transformer(model, tokens).logits);
    const [length, vocabulary] = logits[0]?.shape ?? [0, 0];
    const out = new Tensor([texts.length, length!, vocabulary!]);
    for (const [i, one] of logits.entries()) out.row(i).set(one.data);
    return out;
  },
  lossSurface: async ({ E, A, B, alpha, beta }, models, tokens) =>
    Tensor.generate([models.length, tokens.length], (i) => {
      const [model, count] = [models[Math.floor(i / tokens.length)]!, tokens[i % tokens.length]!];
      return E + A / model ** alpha + B / count ** beta;
    }),
};

export const unlimited = { capacity: Number.POSITIVE_INFINITY, overflow: 'drop', policy: 'position' } as const;
