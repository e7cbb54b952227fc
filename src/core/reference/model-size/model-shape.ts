/** Latent attention in place of keys and values for each head (DeepSeek-V2, arXiv 2405.04434, section 2.1). */
export interface LatentShape {
  readonly kvRank: number;
  /** Of the queries; 0 where they are made from the token at once. */
  readonly queryRank: number;
  readonly ropeWidth: number;
  readonly valueWidth: number;
}

/** Layers whose feed-forward part is a mixture of experts. */
export interface ExpertShape {
  readonly count: number;
  readonly chosen: number;
  readonly shared: number;
  /** Channels of one expert, routed or shared. */
  readonly hidden: number;
  /** Layers before them that are dense. */
  readonly denseLayers: number;
}

/** The sizes of a decoder, as far as its weights and its work hang on them. */
export interface ModelShape {
  readonly layers: number;
  readonly width: number;
  readonly heads: number;
  /** Heads that have keys and values of their own. */
  readonly groups: number;
  readonly headWidth: number;
  /** Channels of a dense feed-forward layer. */
  readonly hidden: number;
  /** Three matrices in place of two (SwiGLU, GeGLU: Shazeer 2020, arXiv 2002.05202). */
  readonly gated: boolean;
  readonly vocabulary: number;
  /** The head is the embedding once more. */
  readonly tied: boolean;
  /** Positions that are learned, a row each. */
  readonly positions: number;
  readonly biases: 'none' | 'qkv' | 'all';
  /** `layer` has a gain and a shift for each channel, `rms` a gain alone. */
  readonly norm: 'rms' | 'layer';
  /** Norms of a layer, over the whole width; one more stands behind the last. */
  readonly norms: number;
  /** Queries and keys of a head have a norm of their own, shared by the heads. */
  readonly queryKeyNorm: boolean;
  readonly latent?: LatentShape;
  readonly experts?: ExpertShape;
  /** Tokens that all layers but some look back at. */
  readonly window?: { readonly tokens: number; readonly fullLayers: number };
}
