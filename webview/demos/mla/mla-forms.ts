import type { LatentAttentionResult } from '../../../src/core/reference/latent-attention';

/** Both forms of the small example, in float64. */
export interface MlaForms {
  readonly expanded: LatentAttentionResult;
  readonly absorbed: LatentAttentionResult;
}
