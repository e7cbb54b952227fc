import type { Tensor } from '../../reference/tensor';
import { digits } from './base64';

/**
 * Weights of one digit each. The digits are those of base64, for whole numbers from -32 to 31. A row of a tensor is a
 * digit e, then a digit d for each weight, which is d·2^e; what has one axis alone is one row.
 */
export function writeDigits(tensors: readonly Tensor[]): string {
  const written: string[] = [];
  for (const row of rowsOf(tensors)) {
    const exponent = exponentOf(row);
    written.push(digits[exponent + half]!);
    for (const value of row) written.push(digits[Math.round(value / 2 ** exponent) + half]!);
  }
  return written.join('');
}

/** Fills the tensors. Throws for what is no digit, and where there are more or fewer than the tensors hold. */
export function readDigits(text: string, tensors: readonly Tensor[]): void {
  const rows = rowsOf(tensors);
  const expected = rows.reduce((sum, row) => sum + row.length + 1, 0);
  if (text.length !== expected) throw new RangeError(`${text.length} digits of weights, expected ${expected}`);
  const numberOf = new Map([...digits].map((digit, i) => [digit, i - half]));
  let at = 0;
  const next = (): number => {
    const value = numberOf.get(text[at]!);
    if (value === undefined) throw new Error(`no digit: ${text[at]} at ${at}`);
    at++;
    return value;
  };
  for (const row of rows) {
    const unit = 2 ** next();
    for (let i = 0; i < row.length; i++) row[i] = next() * unit;
  }
}

/** Moves each number to the nearest one that digits can write, in place. */
export function roundToDigits(tensors: readonly Tensor[]): void {
  for (const row of rowsOf(tensors)) {
    const unit = 2 ** exponentOf(row);
    // + 0, as there is no digit for -0.
    for (let i = 0; i < row.length; i++) row[i] = Math.round(row[i]! / unit) * unit + 0;
  }
}

const half = 32;

/** The least e by which the greatest of the row still fits: (half - 1)·2^e. */
function exponentOf(row: Float64Array): number {
  const greatest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const exponent = Math.ceil(Math.log2(greatest / (half - 1)));
  if (exponent >= half) throw new RangeError(`${greatest} is too great for a digit`);
  return Math.max(-half, exponent);
}

const rowsOf = (tensors: readonly Tensor[]): Float64Array[] =>
  tensors.flatMap(({ shape, data }) => {
    const count = shape.length > 1 ? shape[0]! : 1;
    const length = data.length / count;
    return Array.from({ length: count }, (_, row) => data.subarray(row * length, (row + 1) * length));
  });
