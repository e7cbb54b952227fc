import { matmul } from './matmul';
import { softmax } from './softmax';
import { checkShape, Tensor } from './tensor';

export interface AttentionOptions {
  /** Hides keys j > i + causalOffset from query i. */
  readonly causal?: boolean;
  /** How many keys stand before the first query: keys - queries when a cache precedes them. 0 unless given. */
  readonly causalOffset?: number;
  /** `[queries, keys]`, 0 hides the key from the query. */
  readonly mask?: ArrayLike<number>;
  /** Divides the scores; 1 unless given. */
  readonly temperature?: number;
  /** Multiplies the products; 1/√width unless given. */
  readonly scale?: number;
}

export interface AttentionResult {
  /** `[heads, queries, keys]`, scaled and divided by the temperature; -Infinity where masked. */
  readonly scores: Tensor;
  /** `[heads, queries, keys]`, rows sum to 1, or are zeros where every key is masked. */
  readonly weights: Tensor;
  /** `[heads, queries, valueWidth]`. */
  readonly output: Tensor;
}

/**
 * softmax(QKᵀ/√d)V (Vaswani et al. 2017, eq. 1) of query `[heads, queries, width]`, key `[kvHeads, keys, width]` and
 * value `[kvHeads, keys, valueWidth]`. With fewer key-value heads, consecutive query heads share one (Ainslie et al.
 * 2023, grouped-query attention); keys of another text make it cross-attention.
 */
export function attention(query: Tensor, key: Tensor, value: Tensor, options: AttentionOptions = {}): AttentionResult {
  checkShape('query', query, [-1, -1, -1]);
  const [heads, queries, width] = query.shape as [number, number, number];
  checkShape('key', key, [-1, -1, width]);
  const [kvHeads, keys] = key.shape as [number, number, number];
  checkShape('value', value, [kvHeads, keys, -1]);
  if (kvHeads === 0 || heads % kvHeads !== 0)
    throw new RangeError(`${heads} query heads do not divide among ${kvHeads} key-value heads`);

  const { scale = 1 / Math.sqrt(width), temperature = 1 } = options;
  const sharedKey = repeatHeads(key, heads / kvHeads);
  const scores = matmul(query, sharedKey, { transposeB: true });
  const hidden = masked(queries, keys, options);
  for (let i = 0; i < scores.data.length; i++)
    scores.data[i] = hidden(i) ? Number.NEGATIVE_INFINITY : (scores.data[i]! * scale) / temperature;

  const weights = softmax(scores);
  const output = matmul(weights, repeatHeads(value, heads / kvHeads));
  return { scores, weights, output };
}

/** `[tokens, heads·width]` as `[heads, tokens, width]`. */
export function splitHeads(x: Tensor, heads: number): Tensor {
  checkShape('x', x, [-1, -1]);
  const [tokens, joined] = x.shape as [number, number];
  const width = joined / heads;
  return Tensor.generate([heads, tokens, width], (i) => {
    const [head, token, channel] = [Math.floor(i / (tokens * width)), Math.floor(i / width) % tokens, i % width];
    return x.data[token * joined + head * width + channel]!;
  });
}

/** `[heads, tokens, width]` as `[tokens, heads·width]`. */
export function mergeHeads(x: Tensor): Tensor {
  checkShape('x', x, [-1, -1, -1]);
  const [heads, tokens, width] = x.shape as [number, number, number];
  return Tensor.generate([tokens, heads * width], (i) => {
    const [token, head, channel] = [Math.floor(i / (heads * width)), Math.floor(i / width) % heads, i % width];
    return x.data[(head * tokens + token) * width + channel]!;
  });
}

/** Each head `times` times in a row. */
function repeatHeads(x: Tensor, times: number): Tensor {
  if (times === 1) return x;
  const [heads, tokens, width] = x.shape as [number, number, number];
  const block = tokens * width;
  return Tensor.generate([heads * times, tokens, width], (i) => {
    const head = Math.floor(i / block / times);
    return x.data[head * block + (i % block)]!;
  });
}

function masked(queries: number, keys: number, options: AttentionOptions): (index: number) => boolean {
  const { causal = false, causalOffset = 0, mask } = options;
  if (mask && mask.length !== queries * keys)
    throw new RangeError(`mask has ${mask.length} entries, expected [${queries}, ${keys}]`);
  return (index) => {
    const cell = index % (queries * keys);
    const [query, key] = [Math.floor(cell / keys), cell % keys];
    return (causal && key > query + causalOffset) || (mask !== undefined && !mask[cell]);
  };
}
