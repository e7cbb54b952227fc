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
  const [heads, width] = [query.size(0), query.size(2)];
  checkShape('key', key, [-1, -1, width]);
  const [kvHeads, keys] = [key.size(0), key.size(1)];
  checkShape('value', value, [kvHeads, keys, -1]);
  if (kvHeads === 0 || heads % kvHeads !== 0)
    throw new RangeError(`${heads} query heads do not divide among ${kvHeads} key-value heads`);

  const { scale = 1 / Math.sqrt(width), temperature = 1 } = options;
  const sharedKey = repeatHeads(key, heads / kvHeads);
  const scores = matmul(query, sharedKey, { transposeB: true });
  scaleAndMask(scores, scale / temperature, options);
  const weights = softmax(scores);
  const output = matmul(weights, repeatHeads(value, heads / kvHeads));
  return { scores, weights, output };
}

/** `[tokens, heads·width]` as `[heads, tokens, width]`. */
export function splitHeads(x: Tensor, heads: number): Tensor {
  checkShape('x', x, [-1, -1]);
  const [tokens, joined] = x.shape as [number, number];
  const width = joined / heads;
  const out = new Tensor([heads, tokens, width]);
  for (let head = 0; head < heads; head++)
    for (let token = 0; token < tokens; token++)
      out.row(head, token).set(x.row(token).subarray(head * width, (head + 1) * width));
  return out;
}

/** `[heads, tokens, width]` as `[tokens, heads·width]`. */
export function mergeHeads(x: Tensor): Tensor {
  checkShape('x', x, [-1, -1, -1]);
  const [heads, tokens, width] = x.shape as [number, number, number];
  const out = new Tensor([tokens, heads * width]);
  for (let head = 0; head < heads; head++)
    for (let token = 0; token < tokens; token++) out.row(token).set(x.row(head, token), head * width);
  return out;
}

/** Each head `times` times in a row. */
function repeatHeads(x: Tensor, times: number): Tensor {
  if (times === 1) return x;
  const [heads, tokens, width] = x.shape as [number, number, number];
  const out = new Tensor([heads * times, tokens, width]);
  for (let head = 0; head < heads * times; head++) out.row(head).set(x.row(Math.floor(head / times)));
  return out;
}

/** Scales `[heads, queries, keys]` in place and puts -Infinity where a key is hidden. */
function scaleAndMask(scores: Tensor, factor: number, options: AttentionOptions): void {
  const [heads, queries, keys] = scores.shape as [number, number, number];
  const { causal = false, causalOffset = 0, mask } = options;
  if (mask && mask.length !== queries * keys)
    throw new RangeError(`mask has ${mask.length} entries, expected [${queries}, ${keys}]`);
  for (let head = 0; head < heads; head++)
    for (let query = 0; query < queries; query++) {
      const row = scores.row(head, query);
      for (let key = 0; key < keys; key++) {
        const hidden = (causal && key > query + causalOffset) || (mask !== undefined && !mask[query * keys + key]);
        row[key] = hidden ? Number.NEGATIVE_INFINITY : row[key]! * factor;
      }
    }
}
