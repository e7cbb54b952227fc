/** Which pairs of a query and a key are computed; what a causal mask hides is left out besides. */
export type SparsePattern =
  /** Keys nearer than `width` places, the query's own place among them. */
  | { readonly kind: 'window'; readonly width: number }
  /** Keys of blocks nearer than `local` blocks, the query's own among them, and of the first `global` blocks. */
  | { readonly kind: 'blocks'; readonly block: number; readonly local: number; readonly global: number }
  /** Keys of `keep` blocks: the query's own, and those whose compressed keys it scores highest. */
  | { readonly kind: 'selected'; readonly block: number; readonly keep: number };
