import { attention } from './attention';
import { linear, matmul } from './matmul';
import { rmsNorm } from './norm';
import { rotate } from './positions';
import { checkShape, Tensor } from './tensor';

/** Weights of multi-head latent attention, `[outer, inner]`, named as in DeepSeek-V2 (arXiv 2405.04434, section 2.1). */
export interface LatentAttentionWeights {
  /** W_DQ `[queryRank, model]`. */
  readonly queryDown: Tensor;
  /** W_UQ `[heads·(headWidth + ropeWidth), queryRank]`: each head's content part, then its rotary part. */
  readonly queryUp: Tensor;
  /** W_DKV `[latentRank, model]`. */
  readonly latentDown: Tensor;
  /** W_KR `[ropeWidth, model]`. */
  readonly keyRope: Tensor;
  /** W_UK `[heads, headWidth, latentRank]`. */
  readonly keyUp: Tensor;
  /** W_UV `[heads, valueWidth, latentRank]`. */
  readonly valueUp: Tensor;
}

/** What latent attention works on; `latent` and `keyRope` are all that a cache holds of a token. */
export interface LatentParts {
  /** q_C `[heads, queries, headWidth]`. */
  readonly queryContent: Tensor;
  /** q_R `[heads, queries, ropeWidth]`, already rotated. */
  readonly queryRope: Tensor;
  /** c `[keys, latentRank]`. */
  readonly latent: Tensor;
  /** k_R `[keys, ropeWidth]`, already rotated, one for all heads. */
  readonly keyRope: Tensor;
}

export interface LatentAttentionOptions {
  readonly causal?: boolean;
  readonly causalOffset?: number;
  readonly temperature?: number;
}

export interface LatentAttentionResult {
  /** `[heads, queries, keys]`. */
  readonly weights: Tensor;
  /** `[heads, queries, valueWidth]`. */
  readonly output: Tensor;
}

/** c = W_DKV h, k_R = RoPE(W_KR h), q = W_UQ norm(W_DQ h) = [q_C; RoPE(q_R)], of hidden states h `[tokens, model]`. */
export function latentParts(hidden: Tensor, weights: LatentAttentionWeights): LatentParts {
  const [heads, headWidth] = weights.keyUp.shape as [number, number, number];
  const ropeWidth = weights.keyRope.size(0);
  const tokens = hidden.size(0);
  checkShape('queryUp', weights.queryUp, [heads * (headWidth + ropeWidth), -1]);

  const query = linear(rmsNorm(linear(hidden, weights.queryDown)), weights.queryUp);
  const part = (offset: number, width: number): Tensor =>
    Tensor.generate([heads, tokens, width], (i) => {
      const [head, token, channel] = [Math.floor(i / (tokens * width)), Math.floor(i / width) % tokens, i % width];
      return query.at(token, head * (headWidth + ropeWidth) + offset + channel);
    });
  return {
    queryContent: part(0, headWidth),
    queryRope: rotate(part(headWidth, ropeWidth)),
    latent: linear(hidden, weights.latentDown),
    keyRope: rotate(linear(hidden, weights.keyRope)),
  };
}

/** The form used in training: k_C = W_UK c and v = W_UV c for every token, then attention as usual. */
export function expandedLatentAttention(
  parts: LatentParts,
  keyUp: Tensor,
  valueUp: Tensor,
  options: LatentAttentionOptions = {},
): LatentAttentionResult {
  const query = join(parts.queryContent, parts.queryRope);
  const key = join(matmul(parts.latent, keyUp, { transposeB: true }), parts.keyRope);
  const value = matmul(parts.latent, valueUp, { transposeB: true });
  const { weights, output } = attention(query, key, value, options);
  return { weights, output };
}

/**
 * The form used in decoding: W_UK is absorbed into the query, q̃ = W_UKᵀ q_C, and W_UV is applied to the mixed latent,
 * o = W_UV Σ a c, so that keys and values are never built. All heads read the same cache.
 */
export function absorbedLatentAttention(
  parts: LatentParts,
  keyUp: Tensor,
  valueUp: Tensor,
  options: LatentAttentionOptions = {},
): LatentAttentionResult {
  const scale = 1 / Math.sqrt(keyUp.size(1) + parts.keyRope.size(-1));
  const query = join(matmul(parts.queryContent, keyUp), parts.queryRope);
  const latent = parts.latent.reshape([1, ...parts.latent.shape]);
  const key = join(latent, parts.keyRope);
  const { weights, output } = attention(query, key, latent, { ...options, scale });
  return { weights, output: matmul(output, valueUp, { transposeB: true }) };
}

/** Channels of `[heads, tokens, a]` followed by those of `[heads, tokens, b]` or of one `[tokens, b]` for all heads. */
function join(x: Tensor, y: Tensor): Tensor {
  const [heads, tokens, a] = x.shape as [number, number, number];
  const b = y.size(-1);
  checkShape('rotary part', y, y.rank === 2 ? [tokens, b] : [heads, tokens, b]);
  const out = new Tensor([heads, tokens, a + b]);
  for (let head = 0; head < heads; head++)
    for (let token = 0; token < tokens; token++) {
      out.row(head, token).set(x.row(head, token));
      out.row(head, token).set(y.rank === 2 ? y.row(token) : y.row(head, token), a);
    }
  return out;
}
