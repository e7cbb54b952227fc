import { countParameters } from './count-parameters';
import type { ModelShape } from './model-shape';

/**
 * How the work of a forward pass is counted. A multiplication and an addition are two FLOPs, each token looks at the whole
 * context, and a causal mask saves nothing:
 *
 * - `palm`: two for each weight of a matrix that the token meets, the head among them, and queries against keys and
 *   weights against values, 4·l·h·d·T (a third of PaLM's 6N + 12·L·H·Q·T: Chowdhery et al. 2022, arXiv 2204.02311, appendix B).
 * - `kaplan`: 2N + 2·l·T·d with N without embedding and head (Kaplan et al. 2020, arXiv 2001.08361, section 2.1).
 * - `chinchilla`: as `palm`, with the embedding as a product and three FLOPs of softmax for a score (Hoffmann et al. 2022,
 *   arXiv 2203.15556, appendix F).
 */
export type FlopRule = 'palm' | 'kaplan' | 'chinchilla';

export interface ForwardFlops {
  /** Of weights. */
  readonly weights: number;
  /** Of attention between tokens. */
  readonly attention: number;
  readonly total: number;
}

/** FLOPs of a forward pass, for one token of a context. */
export function forwardFlops(shape: ModelShape, context: number, rule: FlopRule): ForwardFlops {
  const { layers, width, heads, headWidth, vocabulary, latent, window } = shape;
  const { multiplied } = countParameters(shape);
  const table = vocabulary * width;
  const scored = heads * (headWidth + (latent?.ropeWidth ?? 0));
  const mixed = heads * (latent?.valueWidth ?? headWidth);
  const full = window ? window.fullLayers : layers;
  /** Tokens looked at, over all layers. */
  const seen = full * context + (layers - full) * Math.min(context, window?.tokens ?? context);
  const counted = {
    palm: { weights: 2 * multiplied, attention: 2 * seen * (scored + mixed) },
    kaplan: { weights: 2 * (multiplied - table), attention: 2 * seen * scored },
    chinchilla: { weights: 2 * (multiplied + table), attention: seen * (2 * (scored + mixed) + 3 * heads) },
  }[rule];
  return { ...counted, total: counted.weights + counted.attention };
}
