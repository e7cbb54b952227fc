import type { Tensor } from '../reference/tensor';

/** A number, or null for one that is not finite, as JSON has it. */
export type Numeric = number | null;

/** What a result key holds. */
export type ResultValue = Numeric | string | readonly ResultValue[];

export type DemoResults = Readonly<Record<string, ResultValue>>;

/** A number as JSON can hold it. */
export const finite = (value: number): Numeric => (Number.isFinite(value) ? value : null);

/** A list of numbers. */
export const numbersOf = (values: ArrayLike<number>): Numeric[] => Array.from(values, finite);

/** A tensor `[rows, columns]` as rows of numbers. */
export const rowsOf = (matrix: Tensor): Numeric[][] =>
  Array.from({ length: matrix.size(0) }, (_, row) => numbersOf(matrix.row(row)));

/** A tensor `[heads, rows, columns]` as a list of rows of numbers. */
export const stackOf = (stack: Tensor): Numeric[][][] =>
  Array.from({ length: stack.size(0) }, (_, head) =>
    Array.from({ length: stack.size(1) }, (__, row) => numbersOf(stack.row(head, row))),
  );

/** Results as JSON can hold them. */
export const jsonReady = <R extends DemoResults>(results: R): R =>
  Object.fromEntries(Object.entries(results).map(([key, value]) => [key, ready(value)])) as R;

const ready = (value: ResultValue): ResultValue =>
  typeof value === 'number'
    ? finite(value)
    : Array.isArray(value)
      ? (value as readonly ResultValue[]).map(ready)
      : value;

/** The results under some paths alone, each under its path; of a list that it is one. */
export const picked = (results: DemoResults, paths: readonly string[]): DemoResults =>
  Object.fromEntries(
    paths.flatMap((path) => {
      const value = resultAt(results, path);
      return value === undefined ? [] : [[path, Array.isArray(value) ? [] : value]];
    }),
  );

/** The value under a path of keys and zero-based indices, `weights.0.2.1`; undefined where there is none. */
export function resultAt(results: DemoResults, path: string): ResultValue | undefined {
  if (Object.hasOwn(results, path)) return results[path];
  const [key = '', ...indices] = path.split('.');
  let value: ResultValue | undefined = Object.hasOwn(results, key) ? results[key] : undefined;
  for (const index of indices) {
    if (!Array.isArray(value) || !/^\d+$/.test(index)) return undefined;
    value = (value as readonly ResultValue[])[Number(index)];
  }
  return value;
}
