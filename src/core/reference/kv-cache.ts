/** The shape of an attention whose keys and values are kept while decoding. */
export type CacheShape =
  | { readonly kind: 'mha'; readonly heads: number; readonly headWidth: number; readonly layers: number }
  | { readonly kind: 'gqa'; readonly groups: number; readonly headWidth: number; readonly layers: number }
  | { readonly kind: 'mqa'; readonly headWidth: number; readonly layers: number }
  | { readonly kind: 'mla'; readonly latentRank: number; readonly ropeWidth: number; readonly layers: number };

/**
 * Numbers kept for each token over all layers (DeepSeek-V2, arXiv 2405.04434, table 1): a key and a value for each head
 * (MHA), for each group of heads (GQA), for all heads together (MQA), or one latent and one rotary key (MLA).
 */
export function cacheElements(shape: CacheShape): number {
  switch (shape.kind) {
    case 'mha':
      return 2 * shape.heads * shape.headWidth * shape.layers;
    case 'gqa':
      return 2 * shape.groups * shape.headWidth * shape.layers;
    case 'mqa':
      return 2 * shape.headWidth * shape.layers;
    case 'mla':
      return (shape.latentRank + shape.ropeWidth) * shape.layers;
  }
}

/** Bytes kept for each token when a number takes `bits` bits. */
export const cacheBytes = (shape: CacheShape, bits: number): number => (cacheElements(shape) * bits) / 8;

/** How much smaller `ours` is, as a fraction of `theirs`. */
export const reduction = (ours: number, theirs: number): number => 1 - ours / theirs;
