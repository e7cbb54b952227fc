import { Tensor } from '../tensor';
import type { SparsePattern } from './sparse-pattern';

/** The keys that each query of each head is multiplied with, in rising order. */
export interface KeyPairs {
  /** `[heads·queries + 1]`: where a row begins in `keys`, and the end. */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly keys: Uint32Array<ArrayBuffer>;
  /** Of selected blocks `[heads, queries, blocks]`: what a query scored a compressed key; -Infinity where it is hidden. */
  readonly blockScores?: Tensor;
}

/**
 * The pairs of a pattern (windows: Beltagy et al. 2020, Longformer, arXiv 2004.05150, and Jiang et al. 2023, Mistral 7B,
 * arXiv 2310.06825; blocks: Child et al. 2019, arXiv 1904.10509, and Zaheer et al. 2020, BigBird, arXiv 2007.14062;
 * selected blocks: Lu et al. 2025, MoBA, arXiv 2502.13189, section 2.2) of query `[heads, queries, width]` and key
 * `[kvHeads, keys, width]`. A query stands at the place of its number.
 */
export function keyPairs(query: Tensor, key: Tensor, pattern: SparsePattern, causal: boolean): KeyPairs {
  const [heads, queries] = query.shape as [number, number, number];
  const keys = key.size(1);
  const blockScores = pattern.kind === 'selected' ? scoresOfBlocks(query, key, pattern.block, causal) : undefined;
  const starts = new Uint32Array(heads * queries + 1);
  const found: number[] = [];
  for (let row = 0; row < heads * queries; row++) {
    const place = row % queries;
    const kept = isKept(pattern, place, blockScores?.row(Math.floor(row / queries), place));
    const end = causal ? Math.min(keys, place + 1) : keys;
    for (let at = 0; at < end; at++) if (kept(at)) found.push(at);
    starts[row + 1] = found.length;
  }
  return { starts, keys: Uint32Array.from(found), ...(blockScores && { blockScores }) };
}

/** `[queries, keys]` of one head: 1 for a pair that is computed. */
export function pairMask({ starts, keys: listed }: KeyPairs, head: number, queries: number, keys: number): Uint8Array {
  const mask = new Uint8Array(queries * keys);
  for (let query = 0; query < queries; query++) {
    const row = head * queries + query;
    for (const key of listed.subarray(starts[row], starts[row + 1])) mask[query * keys + key] = 1;
  }
  return mask;
}

/** The mean of each block's keys, which stands for them: `[kvHeads, blocks, width]`. */
export function compressedKeys(key: Tensor, block: number): Tensor {
  const [heads, keys, width] = key.shape as [number, number, number];
  const blocks = Math.ceil(keys / block);
  const means = new Tensor([heads, blocks, width]);
  for (let head = 0; head < heads; head++)
    for (let at = 0; at < keys; at++) {
      const mean = means.row(head, Math.floor(at / block));
      const count = Math.min(block, keys - Math.floor(at / block) * block);
      for (const [i, value] of key.row(head, at).entries()) mean[i]! += value / count;
    }
  return means;
}

/** `[heads, queries, blocks]`: a query times each compressed key; -Infinity where all keys of a block come later. */
function scoresOfBlocks(query: Tensor, key: Tensor, block: number, causal: boolean): Tensor {
  const means = compressedKeys(key, block);
  const [heads, queries] = query.shape as [number, number, number];
  const [kvHeads, blocks] = means.shape as [number, number, number];
  return Tensor.generate([heads, queries, blocks], (index) => {
    const [one, row] = [index % blocks, Math.floor(index / blocks)];
    const [place, head] = [row % queries, Math.floor(row / queries)];
    if (causal && one * block > place) return Number.NEGATIVE_INFINITY;
    const asked = query.row(head, place);
    return means.row(Math.floor(head / (heads / kvHeads)), one).reduce((sum, value, i) => sum + value * asked[i]!, 0);
  });
}

function isKept(pattern: SparsePattern, place: number, scores: Float64Array | undefined): (key: number) => boolean {
  if (pattern.kind === 'window') return (key) => Math.abs(place - key) < pattern.width;
  const own = Math.floor(place / pattern.block);
  if (pattern.kind === 'blocks')
    return (key) => {
      const block = Math.floor(key / pattern.block);
      return block < pattern.global || Math.abs(own - block) < pattern.local;
    };
  const others = [...scores!.keys()].filter((block) => block !== own && scores![block]! > Number.NEGATIVE_INFINITY);
  // Of equal scores the earlier block is kept.
  others.sort((a, b) => scores![b]! - scores![a]! || a - b);
  // A query that stands beyond the keys of another text has no block of its own.
  const room = own < scores!.length ? pattern.keep - 1 : pattern.keep;
  const kept = new Set([own, ...others.slice(0, room)]);
  return (key) => kept.has(Math.floor(key / pattern.block));
}
