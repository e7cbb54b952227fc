import { type CacheShape, cacheBytes, cacheElements, reduction } from '../../reference/kv-cache';
import {
  absorbedLatentAttention,
  expandedLatentAttention,
  type LatentParts,
  latentParts,
} from '../../reference/latent-attention';
import { Random } from '../../reference/random';
import type { Tensor } from '../../reference/tensor';
import type { MlaResults } from './mla-keys';
import type { MlaSetup } from './mla-setup';

/** A small latent attention of the demo's ranks, on which both forms are computed. */
export interface MlaProblem {
  readonly setup: MlaSetup;
  readonly parts: LatentParts;
  /** `[heads, headWidth, latentRank]`. */
  readonly keyUp: Tensor;
  /** `[heads, headWidth, latentRank]`. */
  readonly valueUp: Tensor;
}

/** Seeded hidden states and weights; heads, tokens and ranks are cut so that it takes no time. */
export function mlaProblem(setup: MlaSetup): MlaProblem {
  const random = new Random(0, 'mla');
  const matrix = (...shape: number[]): Tensor => random.gaussians(shape, 1 / Math.sqrt(shape.at(-1)!));
  const [heads, headWidth, latentRank] = [
    Math.min(2, setup.heads),
    Math.min(128, setup.headWidth),
    Math.min(64, setup.latentRank),
  ];
  const [ropeWidth, queryRank, modelWidth] = [Math.min(64, setup.ropeWidth), Math.min(64, setup.queryRank), 64];
  const weights = {
    queryDown: matrix(queryRank, modelWidth),
    queryUp: matrix(heads * (headWidth + ropeWidth), queryRank),
    latentDown: matrix(latentRank, modelWidth),
    keyRope: matrix(ropeWidth, modelWidth),
    keyUp: matrix(heads, headWidth, latentRank),
    valueUp: matrix(heads, headWidth, latentRank),
  };
  const parts = latentParts(random.gaussians([6, modelWidth]), weights);
  return { setup, parts, keyUp: weights.keyUp, valueUp: weights.valueUp };
}

/** Groups of the attention that `reduction_vs_gqa` compares with. */
const gqaGroups = 8;

export function solveMla({ setup, parts, keyUp, valueUp }: MlaProblem): MlaResults {
  const { heads, headWidth, latentRank, ropeWidth, layers, context, batch, bits, against } = setup;
  const ours: CacheShape = { kind: 'mla', latentRank, ropeWidth, layers };
  const elements = cacheElements(ours);
  const gqa = cacheElements({ kind: 'gqa', groups: gqaGroups, headWidth, layers });
  const expanded = expandedLatentAttention(parts, keyUp, valueUp, { causal: true }).output.data;
  const absorbed = absorbedLatentAttention(parts, keyUp, valueUp, { causal: true }).output.data;
  return {
    kv_elements_per_token: elements,
    bytes_per_token: cacheBytes(ours, bits),
    reduction_elements: reduction(elements, cacheElements(against.shape)),
    reduction_bytes: reduction(cacheBytes(ours, bits), cacheBytes(against.shape, against.bits)),
    reduction_vs_mha: reduction(elements, cacheElements({ kind: 'mha', heads, headWidth, layers })),
    reduction_vs_gqa: heads < gqaGroups ? null : reduction(elements, gqa),
    max_abs_error: expanded.reduce((greatest, value, i) => Math.max(greatest, Math.abs(value - absorbed[i]!)), 0),
    against_elements_per_token: cacheElements(against.shape),
    cache_bytes: cacheBytes(ours, bits) * context * batch,
    against_cache_bytes: cacheBytes(against.shape, against.bits) * against.tokens * batch,
  };
}
