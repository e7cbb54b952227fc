import type { AttentionOptions, AttentionResult } from '../../src/core/reference/attention';
import type {
  LatentAttentionOptions,
  LatentAttentionResult,
  LatentParts,
} from '../../src/core/reference/latent-attention';
import type { CapacityOptions, Dispatch } from '../../src/core/reference/moe/capacity';
import type { Expert } from '../../src/core/reference/moe/experts';
import type { GateOptions, Routing } from '../../src/core/reference/moe/gate';
import type { KeyPairs } from '../../src/core/reference/sparse/key-pairs';
import type { Tensor } from '../../src/core/reference/tensor';
import type { TransformerModel, TransformerTrace } from '../../src/core/reference/transformer';
import type { LossLaw } from './loss-surface';

export interface Route {
  readonly routing: Routing;
  /** What capacity made of it; without capacity every pair is kept. */
  readonly dispatch: Dispatch;
  /** `[experts]`: each expert's mean share of the scores, P of the auxiliary losses. */
  readonly shares: Float64Array;
  /** mean(logsumexp(logits)²), the router's z-loss without its coefficient. */
  readonly meanSquaredLogSumExp: number;
}

/**
 * What the engine computes. Operands and results are those of the float64 reference, function by function: a backend
 * that computes in f32 rounds what it is given and returns its f32 results exactly. Shapes that do not fit throw a
 * RangeError that names the operand and both shapes.
 */
export interface Operations {
  /** As the reference's `matmul`. */
  matmul(a: Tensor, b: Tensor, options?: { transposeA?: boolean; transposeB?: boolean }): Promise<Tensor>;

  /** As the reference's `attention`, with the map of weights. */
  attention(query: Tensor, key: Tensor, value: Tensor, options?: AttentionOptions): Promise<AttentionResult>;

  /** The output of `attention` alone, `[heads, queries, valueWidth]`, without a map: for lengths whose map would not fit. */
  flashAttention(query: Tensor, key: Tensor, value: Tensor, options?: AttentionOptions): Promise<Tensor>;

  /** The output of the reference's `sparseAttending`, `[heads, queries, valueWidth]`: the listed pairs are computed, no others. */
  sparseAttention(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    pairs: KeyPairs,
    options?: Pick<AttentionOptions, 'temperature' | 'scale'>,
  ): Promise<Tensor>;

  /** As the reference's `expandedLatentAttention` or `absorbedLatentAttention`. */
  latentAttention(
    form: 'expanded' | 'absorbed',
    parts: LatentParts,
    keyUp: Tensor,
    valueUp: Tensor,
    options?: LatentAttentionOptions,
  ): Promise<LatentAttentionResult>;

  /** As the reference's `gate`, then `dispatch`, of router logits `[tokens, experts]`, with the means that losses need. */
  route(logits: Tensor, gate: GateOptions, capacity?: CapacityOptions): Promise<Route>;

  /** As the reference's `mixtureOfExperts`, of x `[tokens, model]`. */
  mixtureOfExperts(
    x: Tensor,
    routed: readonly Expert[],
    shared: readonly Expert[],
    sent: Pick<Dispatch, 'experts' | 'weights'> & Partial<Pick<Dispatch, 'passed'>>,
  ): Promise<Tensor>;

  /** As the reference's `transformer`: every step from token ids to logits. */
  transformer(model: TransformerModel, tokens: readonly number[]): Promise<TransformerTrace>;

  /** The last step of `transformer` alone for many texts of one length: `[texts, length, vocabulary]`. */
  transformerLogits(model: TransformerModel, texts: readonly (readonly number[])[]): Promise<Tensor>;

  /** The loss of a scaling law for every pair of model size N and tokens D: `[models, tokens]`. */
  lossSurface(law: LossLaw, models: ArrayLike<number>, tokens: ArrayLike<number>): Promise<Tensor>;
}
