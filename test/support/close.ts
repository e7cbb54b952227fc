import assert from 'node:assert/strict';

/** Asserts that two lists of numbers agree within an absolute tolerance, naming the first that does not. */
export function assertClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  assert.equal(actual.length, expected.length, 'lengths differ');
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(actual[i]! - expected[i]!);
    assert.ok(difference <= tolerance, `at ${i}: ${actual[i]} is not ${expected[i]} within ${tolerance}`);
  }
}
