import { show, type Tensor } from '../../../../src/core/reference/tensor';

export function expect(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Error(message);
}

export function expectEqual<T>(actual: T, expected: T, what: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  expect(a === b, `${what}: ${a?.slice(0, 400)} is not ${b?.slice(0, 400)}`);
}

/** |actual - expected|₂/|expected|₂; what both hold as the same infinity counts as equal. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(actual.length === expected.length, `${actual.length} numbers instead of ${expected.length}`);
  let [difference, size] = [0, 0];
  for (let i = 0; i < expected.length; i++) {
    if (actual[i] === expected[i]) {
      if (Number.isFinite(expected[i]!)) size += expected[i]! ** 2;
      continue;
    }
    difference += (actual[i]! - expected[i]!) ** 2;
    size += expected[i]! ** 2;
  }
  return difference === 0 ? 0 : Math.sqrt(difference / size);
}

export function largestDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(actual.length === expected.length, `${actual.length} numbers instead of ${expected.length}`);
  let largest = 0;
  for (let i = 0; i < expected.length; i++) {
    if (actual[i] === expected[i]) continue;
    const difference = Math.abs(actual[i]! - expected[i]!);
    // Not a number is never close.
    if (!(difference <= largest)) largest = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
  }
  return largest;
}

/** Within 2e-6 relative in the Euclidean norm, the tolerance of f32. */
export function expectNear(actual: Tensor, expected: Tensor, what: string, tolerance = 2e-6): void {
  expectEqual(show(actual.shape), show(expected.shape), `${what}: shape`);
  const error = relativeError(actual.data, expected.data);
  expect(error <= tolerance, `${what}: off by ${error.toExponential(2)} relative, ${tolerance} allowed`);
}

export function expectWithin(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
  what: string,
): void {
  const error = largestDifference(actual, expected);
  expect(error <= tolerance, `${what}: off by ${error.toExponential(2)}, ${tolerance.toExponential(2)} allowed`);
}

/** The error that a call throws or rejects with. */
export async function errorOf(call: () => unknown): Promise<Error> {
  try {
    await call();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
