import { matmul } from './matmul';
import { softmaxInPlace } from './softmax';
import { checkShape, Tensor } from './tensor';
import { finish, type Work } from './work';

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
export const attention = (query: Tensor, key: Tensor, value: Tensor, options: AttentionOptions = {}): AttentionResult =>
  finish(attending(query, key, value, options));

/**
 * The sizes of query `[heads, queries, width]`, key `[kvHeads, keys, width]` and value `[kvHeads, keys, valueWidth]`.
 * Throws a RangeError where they do not fit each other.
 */
export function attentionSizes(query: Tensor, key: Tensor, value: Tensor) {
  checkShape('query', query, [-1, -1, -1]);
  const [heads, queries, width] = query.shape as [number, number, number];
  checkShape('key', key, [-1, -1, width]);
  const [kvHeads, keys] = [key.size(0), key.size(1)];
  checkShape('value', value, [kvHeads, keys, -1]);
  if (kvHeads === 0 || heads % kvHeads !== 0)
    throw new RangeError(`${heads} query heads do not divide among ${kvHeads} key-value heads`);
  return { heads, queries, width, kvHeads, keys };
}

/** Products that one slice of `attending` is made of. */
const slice = 2 ** 19;

/** The same in slices of some rows of one head. */
export function* attending(
  query: Tensor,
  key: Tensor,
  value: Tensor,
  options: AttentionOptions = {},
): Work<AttentionResult> {
  const { heads, queries, width, kvHeads, keys } = attentionSizes(query, key, value);
  if (options.mask && options.mask.length !== queries * keys)
    throw new RangeError(`mask has ${options.mask.length} entries, expected [${queries}, ${keys}]`);

  const { scale = 1 / Math.sqrt(width), temperature = 1 } = options;
  const valueWidth = value.size(2);
  const scores = new Tensor([heads, queries, keys]);
  const weights = new Tensor([heads, queries, keys]);
  const output = new Tensor([heads, queries, valueWidth]);
  const rows = Math.max(1, Math.floor(slice / Math.max(1, keys * (width + valueWidth))));
  for (let head = 0; head < heads; head++) {
    const shared = Math.floor(head / (heads / kvHeads));
    const keysOfHead = new Tensor([keys, width], key.row(shared));
    const valuesOfHead = new Tensor([keys, valueWidth], value.row(shared));
    for (let first = 0; first < queries; first += rows) {
      yield;
      const count = Math.min(rows, queries - first);
      const some = (tensor: Tensor, length: number) => {
        const start = (head * queries + first) * length;
        return new Tensor([count, length], tensor.data.subarray(start, start + count * length));
      };
      const [score, weight] = [some(scores, keys), some(weights, keys)];
      score.data.set(matmul(some(query, width), keysOfHead, { transposeB: true }).data);
      for (let row = 0; row < count; row++) {
        scaleAndMask(score.row(row), first + row, scale / temperature, options);
        weight.row(row).set(score.row(row));
        softmaxInPlace(weight.row(row));
      }
      some(output, valueWidth).data.set(matmul(weight, valuesOfHead).data);
    }
  }
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

/** Scales a query's scores `[keys]` in place and puts -Infinity where a key is hidden. */
function scaleAndMask(row: Float64Array, query: number, factor: number, options: AttentionOptions): void {
  const { causal = false, causalOffset = 0, mask } = options;
  for (let key = 0; key < row.length; key++) {
    const hidden = (causal && key > query + causalOffset) || (mask !== undefined && !mask[query * row.length + key]);
    row[key] = hidden ? Number.NEGATIVE_INFINITY : row[key]! * factor;
  }
}
