import { Tensor } from './tensor';

/**
 * Softmax of one row, in place, with the row's maximum subtracted first so that no exponential overflows.
 * Entries of -Infinity get 0; a row of nothing else becomes zeros. Returns the row.
 */
export function softmaxInPlace(row: Float64Array): Float64Array {
  let maximum = Number.NEGATIVE_INFINITY;
  for (const value of row) if (value > maximum) maximum = value;
  if (maximum === Number.NEGATIVE_INFINITY) return row.fill(0);
  let sum = 0;
  for (let i = 0; i < row.length; i++) {
    row[i] = Math.exp(row[i]! - maximum);
    sum += row[i]!;
  }
  for (let i = 0; i < row.length; i++) row[i]! /= sum;
  return row;
}

/** Softmax along the last axis. */
export function softmax(x: Tensor): Tensor {
  const out = new Tensor(x.shape, x.data.slice());
  const width = x.size(-1);
  for (let start = 0; start < out.data.length; start += width) softmaxInPlace(out.data.subarray(start, start + width));
  return out;
}

/** log Σ exp, stable; -Infinity for a row of nothing else. */
export function logSumExp(row: ArrayLike<number>): number {
  let maximum = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < row.length; i++) if (row[i]! > maximum) maximum = row[i]!;
  if (maximum === Number.NEGATIVE_INFINITY) return maximum;
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += Math.exp(row[i]! - maximum);
  return maximum + Math.log(sum);
}

/** Shannon entropy of a distribution in nats, with 0·log 0 = 0; NaN where a part is NaN. */
export function entropy(row: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) if (row[i] !== 0) sum -= row[i]! * Math.log(row[i]!);
  return sum + 0;
}
