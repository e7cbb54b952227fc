import type { ModelShape } from './model-shape';

/** The weights of a model by what they are for; a tied head is none of its own. */
export interface ModelParts {
  readonly embedding: number;
  readonly positions: number;
  readonly attention: number;
  /** Feed-forward layers that every token passes through. */
  readonly dense: number;
  readonly shared: number;
  /** All routed experts. */
  readonly experts: number;
  readonly router: number;
  readonly norms: number;
  readonly head: number;
}

export interface ModelParameters {
  readonly parts: ModelParts;
  readonly total: number;
  /** Those at work for a token: all but the routed experts that it is not sent to. The whole embedding counts. */
  readonly active: number;
  /** What each token is multiplied by: the matrices at work, the head among them, without looking up the embedding. */
  readonly multiplied: number;
}

/**
 * Weights from a shape, each matrix as rows times columns (Kaplan et al. 2020, arXiv 2001.08361, table 1, with groups of
 * keys and values, gated layers, latent attention and experts as their papers have them).
 */
export function countParameters(shape: ModelShape): ModelParameters {
  const { layers, width, vocabulary, experts } = shape;
  const denseLayers = experts ? experts.denseLayers : layers;
  const mixed = layers - denseLayers;
  const attention = attentionWeights(shape);
  const dense = feedForward(shape, shape.hidden);
  const expert = feedForward(shape, experts?.hidden ?? 0);
  const parts = {
    embedding: vocabulary * width,
    positions: shape.positions * width,
    attention: layers * (attention.matrices + attention.biases),
    dense: denseLayers * (dense.matrices + dense.biases),
    shared: mixed * (experts?.shared ?? 0) * (expert.matrices + expert.biases),
    experts: mixed * (experts?.count ?? 0) * (expert.matrices + expert.biases),
    router: mixed * (experts?.count ?? 0) * width,
    norms: normWeights(shape),
    head: shape.tied ? 0 : vocabulary * width,
  };
  const total = Object.values(parts).reduce((sum, part) => sum + part, 0);
  const chosen = experts ? experts.chosen : 0;
  const active = total - (experts ? (parts.experts / experts.count) * (experts.count - chosen) : 0);
  const multiplied =
    layers * attention.matrices +
    denseLayers * dense.matrices +
    mixed * (chosen + (experts?.shared ?? 0)) * expert.matrices +
    parts.router +
    vocabulary * width;
  return { parts, total, active, multiplied };
}

interface Weights {
  readonly matrices: number;
  readonly biases: number;
}

function attentionWeights({ width, heads, groups, headWidth, biases, latent }: ModelShape): Weights {
  if (latent) {
    const { kvRank, queryRank, ropeWidth, valueWidth } = latent;
    const query = heads * (headWidth + ropeWidth);
    const queries = queryRank > 0 ? width * queryRank + queryRank * query : width * query;
    const keysAndValues = width * (kvRank + ropeWidth) + kvRank * heads * (headWidth + valueWidth);
    return { matrices: queries + keysAndValues + heads * valueWidth * width, biases: 0 };
  }
  const [queries, keys] = [heads * headWidth, groups * headWidth];
  const inward = queries + 2 * keys;
  return {
    matrices: width * inward + queries * width,
    biases: biases === 'none' ? 0 : biases === 'qkv' ? inward : inward + width,
  };
}

const feedForward = ({ width, gated, biases }: ModelShape, hidden: number): Weights => ({
  matrices: (gated ? 3 : 2) * width * hidden,
  biases: biases === 'all' ? (gated ? 2 : 1) * hidden + width : 0,
});

function normWeights({ layers, width, headWidth, norm, norms, queryKeyNorm, latent }: ModelShape): number {
  const channel = norm === 'layer' ? 2 : 1;
  const ofLatents = latent ? latent.kvRank + latent.queryRank : 0;
  const ofHeads = queryKeyNorm ? 2 * headWidth : 0;
  return channel * (layers * (norms * width + ofLatents + ofHeads) + width);
}
