import { Random } from '../../src/core/reference/random';
import type { Batch } from './decoder';

/** Sorting six letters out of three: the input, then the same letters in order, predicted one at a time. */
export const letters = ['A', 'B', 'C'] as const;
export const length = 6;
export const context = 2 * length - 1;

/** All 729 inputs in a seeded order; the last fifth is held out of training. */
export function sortInputs(seed: number): { readonly training: number[][]; readonly heldOut: number[][] } {
  const random = new Random(seed, 'inputs');
  const inputs = Array.from({ length: letters.length ** length }, (_, code) =>
    Array.from({ length }, (_, i) => Math.floor(code / letters.length ** i) % letters.length),
  );
  for (let i = inputs.length - 1; i > 0; i--) {
    const other = random.below(i + 1);
    [inputs[i], inputs[other]] = [inputs[other]!, inputs[i]!];
  }
  const kept = Math.ceil(inputs.length * 0.8);
  return { training: inputs.slice(0, kept), heldOut: inputs.slice(kept) };
}

/** What the model reads and what it is to say; nothing is asked of it before the last input letter. */
export function sortBatch(inputs: readonly number[][]): Batch {
  const sequences = inputs.map((input) => [...input, ...input.toSorted((a, b) => a - b)]);
  return {
    inputs: Int32Array.from(sequences.flatMap((sequence) => sequence.slice(0, context))),
    targets: Int32Array.from(
      sequences.flatMap((sequence) => sequence.slice(1).map((id, i) => (i < length - 1 ? -1 : id))),
    ),
    batch: inputs.length,
    tokens: context,
  };
}
