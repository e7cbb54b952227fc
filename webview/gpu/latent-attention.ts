import { headsOf, type Masking, mixHeads, scoreHeads, softmaxMap } from './attention';
import type { Computation } from './computation';
import { type DeviceTensor, expectShape } from './device-tensor';
import { matricesOf, product } from './product';

/** What latent attention works on, on the device: the shapes are those of the reference's `LatentParts`. */
export interface LatentOperands {
  /** `[heads, queries, headWidth]`. */
  readonly queryContent: DeviceTensor;
  /** `[heads, queries, ropeWidth]`, rotated. */
  readonly queryRope: DeviceTensor;
  /** `[keys, latentRank]`. */
  readonly latent: DeviceTensor;
  /** `[keys, ropeWidth]`, rotated. */
  readonly keyRope: DeviceTensor;
  /** W_UK `[heads, headWidth, latentRank]`. */
  readonly keyUp: DeviceTensor;
  /** W_UV `[heads, valueWidth, latentRank]`. */
  readonly valueUp: DeviceTensor;
}

export interface LatentMap {
  readonly weights: DeviceTensor;
  readonly output: DeviceTensor;
}

/**
 * Latent attention (DeepSeek-V2, arXiv 2405.04434, section 2.1) with its scores made in two products, content and rotary,
 * added up: q_C·k_C + q_R·k_R. `expanded` builds keys and values of every head; `absorbed` scores q̃ = W_UKᵀ q_C against
 * the latent itself and applies W_UV to the mixed latent.
 */
export function latentAttention(
  computation: Computation,
  form: 'expanded' | 'absorbed',
  operands: LatentOperands,
  { temperature = 1, ...masking }: Masking & { readonly temperature?: number | undefined } = {},
): LatentMap {
  const { queryContent, queryRope, latent, keyRope, keyUp, valueUp } = operands;
  const [heads, queries, headWidth] = queryContent.shape as [number, number, number];
  const [keys, rank] = latent.shape as [number, number];
  const ropeWidth = keyRope.shape[1]!;
  const valueWidth = valueUp.shape[1]!;
  expectShape(queryRope, [heads, queries, ropeWidth]);
  expectShape(keyRope, [keys, ropeWidth]);
  expectShape(keyUp, [heads, headWidth, rank]);
  expectShape(valueUp, [heads, valueWidth, rank]);

  const scale = 1 / Math.sqrt(headWidth + ropeWidth) / temperature;
  const scores = computation.allocate('attention scores', [heads, queries, keys]);
  const output = computation.allocate('output', [heads, queries, valueWidth]);
  const sizes = { heads, queries, keys };
  const shared = { ...matricesOf(latent), head: 0 };

  /** Every head's own matrix times the one latent: `[heads, keys, width]`. */
  const fromLatent = (name: string, up: DeviceTensor, width: number): DeviceTensor => {
    const out = computation.allocate(name, [heads, keys, width]);
    const weight = headsOf(up);
    product(computation, {
      a: shared,
      b: { ...weight, row: weight.column, column: weight.row },
      c: headsOf(out),
      ...{ rows: keys, inner: rank, columns: width, heads },
    });
    return out;
  };

  if (form === 'expanded') {
    const key = headsOf(fromLatent('keys', keyUp, headWidth));
    scoreHeads(computation, { query: headsOf(queryContent), key, ...sizes, keyWidth: headWidth }, scores, scale);
  } else {
    const absorbed = computation.allocate('absorbed queries', [heads, queries, rank]);
    product(computation, {
      a: headsOf(queryContent),
      b: headsOf(keyUp),
      c: headsOf(absorbed),
      ...{ rows: queries, inner: headWidth, columns: rank, heads },
    });
    scoreHeads(computation, { query: headsOf(absorbed), key: shared, ...sizes, keyWidth: rank }, scores, scale);
  }
  const rope = { ...matricesOf(keyRope), head: 0 };
  scoreHeads(computation, { query: headsOf(queryRope), key: rope, ...sizes, keyWidth: ropeWidth }, scores, scale, true);
  const weights = softmaxMap(computation, scores, queries, masking);

  if (form === 'expanded') {
    const value = headsOf(fromLatent('values', valueUp, valueWidth));
    mixHeads(computation, { value, ...sizes, valueWidth }, weights, headsOf(output));
  } else {
    const mixed = computation.allocate('mixed latent', [heads, queries, rank]);
    mixHeads(computation, { value: shared, ...sizes, valueWidth: rank }, weights, headsOf(mixed));
    const up = headsOf(valueUp);
    product(computation, {
      a: headsOf(mixed),
      b: { ...up, row: up.column, column: up.row },
      c: headsOf(output),
      ...{ rows: queries, inner: rank, columns: valueWidth, heads },
    });
  }
  return { weights, output };
}
