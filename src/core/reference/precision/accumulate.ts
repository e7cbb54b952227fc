import { exponentOf, roundEven } from './number-format';

/** How a sum of products is kept. */
export interface Accumulator {
  /** Significant bits of the running sum: 24 of FP32, 11 of FP16, 8 of BF16. */
  readonly bits: number;
  /** After so many terms the sum is added to one of 24 bits and begun anew; undefined where it never is. */
  readonly every: number | undefined;
}

const single = 24;

/** A number to so many significant bits, ties to even, whatever its exponent. */
export function toBits(value: number, bits: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const step = 2 ** (exponentOf(value) - bits + 1);
  return roundEven(value / step) * step;
}

/**
 * The sum of the products of two rows, rounded after each addition, as it stands after each of some numbers of terms. The
 * products themselves are exact: two factors of at most 24 bits have one in float64 before it is added.
 * @param scale what each interval's sum is multiplied with before it goes to the total, by the interval's number
 */
export function accumulated(
  left: ArrayLike<number>,
  right: ArrayLike<number>,
  { bits, every }: Accumulator,
  at: readonly number[],
  scale: (interval: number) => number = () => 1,
): number[] {
  const found: number[] = [];
  const interval = every ?? Math.max(...at);
  let [total, sum] = [0, 0];
  for (let i = 0, next = 0; next < at.length; i++) {
    while (next < at.length && at[next] === i) {
      found.push(toBits(total + sum * scale(Math.floor(Math.max(0, i - 1) / interval)), single));
      next++;
    }
    if (next >= at.length) break;
    if (i > 0 && i % interval === 0) {
      total = toBits(total + sum * scale(i / interval - 1), single);
      sum = 0;
    }
    sum = toBits(sum + left[i]! * right[i]!, bits);
  }
  return found;
}
