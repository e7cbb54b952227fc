import type { Computation } from './computation';
import { float } from './computation';
import { type DeviceTensor, expectShape } from './device-tensor';
import { type Matrices, product } from './product';
import { softmax } from './rows';

/** Queries, keys and values of many heads, wherever they stand in their tensors. */
export interface Heads {
  readonly query: Matrices;
  readonly key: Matrices;
  readonly value: Matrices;
  /** Texts. */
  readonly outer?: number;
  readonly heads: number;
  /** Consecutive query heads that use one head of keys and values. */
  readonly share?: number;
  readonly queries: number;
  readonly keys: number;
  readonly keyWidth: number;
  readonly valueWidth: number;
}

export interface Masking {
  readonly causal?: boolean | undefined;
  readonly causalOffset?: number | undefined;
  /** `[queries, keys]`, 0 hides. */
  readonly mask?: DeviceTensor | undefined;
}

export interface AttentionMap {
  /** `[outer·heads, queries, keys]`, scaled; what is hidden still holds its product. */
  readonly scores: DeviceTensor;
  /** `[outer·heads, queries, keys]`. */
  readonly weights: DeviceTensor;
}

/** Attention in three passes, scores, softmax, mixing, with the map in between: softmax(scale·QKᵀ)V into out. */
export function attention(
  computation: Computation,
  of: Heads,
  out: Matrices,
  scale: number,
  masking: Masking = {},
): AttentionMap {
  const { heads, outer = 1, queries, keys } = of;
  const scores = computation.allocate('attention scores', [outer * heads, queries, keys]);
  scoreHeads(computation, of, scores, scale);
  const weights = softmaxMap(computation, scores, queries, masking);
  mixHeads(computation, of, weights, out);
  return { scores, weights };
}

/** scores = scale·QKᵀ, added to what they hold where `add`. */
export function scoreHeads(
  computation: Computation,
  { query, key, outer = 1, heads, share = 1, queries, keys, keyWidth }: Omit<Heads, 'value' | 'valueWidth'>,
  scores: DeviceTensor,
  scale: number,
  add = false,
): void {
  product(computation, {
    a: query,
    b: { ...key, row: key.column, column: key.row },
    c: mapMatrices(scores, heads, queries, keys),
    ...{ rows: queries, inner: keyWidth, columns: keys, outer, heads, share, scale, keep: add ? 1 : 0 },
  });
}

export function softmaxMap(
  computation: Computation,
  scores: DeviceTensor,
  queries: number,
  { causal = false, causalOffset = 0, mask }: Masking,
): DeviceTensor {
  const weights = computation.allocate('attention weights', scores.shape);
  softmax(computation, scores, weights, { queries, causal, causalOffset, mask });
  return weights;
}

/** out = weights·V. */
export function mixHeads(
  computation: Computation,
  { value, outer = 1, heads, share = 1, queries, keys, valueWidth }: Omit<Heads, 'query' | 'key' | 'keyWidth'>,
  weights: DeviceTensor,
  out: Matrices,
): void {
  product(computation, {
    a: mapMatrices(weights, heads, queries, keys),
    b: value,
    c: out,
    ...{ rows: queries, inner: keys, columns: valueWidth, outer, heads, share },
  });
}

/**
 * Attention in one pass, without the map: any number of queries and keys. Widths, starts and strides are multiples of 4;
 * zeros at the end of rows make them so without changing the result.
 */
export function flashAttention(
  computation: Computation,
  of: Heads,
  out: Matrices,
  scale: number,
  { causal = false, causalOffset = 0, mask }: Masking = {},
): void {
  const { query, key, value, outer = 1, heads, share = 1, queries, keys, keyWidth, valueWidth } = of;
  if (mask) expectShape(mask, [queries, keys]);
  for (const [operand, matrices] of Object.entries({ query, key, value, out })) {
    const { start = 0, outer: texts = 0, head = 0, row, column } = matrices;
    if (column !== 1 || [start, texts, head, row, keyWidth, valueWidth].some((stride) => stride % 4 !== 0))
      throw new RangeError(`${operand} does not stand in whole vectors: flash attention needs multiples of 4`);
  }
  const place = ({ start = 0, outer: texts = 0, head = 0, row }: Matrices) => [start, texts, head, row];
  computation.dispatch({
    kernel: 'flash-attention',
    constants: { causal, masked: mask !== undefined },
    real: query.tensor.type === 'f16' ? 'f16' : 'f32',
    tensors: [query.tensor, key.tensor, value.tensor, out.tensor, mask ?? computation.nothing],
    sizes: [
      ...[queries, keys, keyWidth, valueWidth, heads, share, causalOffset],
      ...[...place(query), ...place(key), ...place(value), ...place(out).slice(1)],
      float(scale),
    ],
    groups: [Math.ceil(queries / 64), outer * heads],
    work: 2 * outer * heads * queries * keys * (keyWidth + valueWidth) * (causal ? 0.5 : 1),
  });
}

/** The matrices of `[heads, rows, width]`. */
export function headsOf(tensor: DeviceTensor): Matrices {
  const [, rows, width] = tensor.shape as [number, number, number];
  return { tensor, head: rows * width, row: width, column: 1 };
}

const mapMatrices = (tensor: DeviceTensor, heads: number, queries: number, keys: number): Matrices => ({
  tensor,
  ...{ outer: heads * queries * keys, head: queries * keys, row: keys, column: 1 },
});
