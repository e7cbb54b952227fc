import { Tensor } from '../reference/tensor';

/** What a result key holds; null stands for a number that is not finite, as JSON has it. */
export type ResultValue = number | string | null | readonly ResultValue[];

export type DemoResults = Readonly<Record<string, ResultValue>>;

/** A number as JSON can hold it. */
export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** A tensor or a list of numbers as nested lists. */
export function listed(value: Tensor | ArrayLike<number>): ResultValue {
  if (!(value instanceof Tensor)) return Array.from(value, finite);
  if (value.rank <= 1) return Array.from(value.data, finite);
  const [length, ...rest] = value.shape as [number, ...number[]];
  return Array.from({ length }, (_, i) => listed(new Tensor(rest, value.row(i))));
}

/** Results as JSON can hold them. */
export const jsonReady = (results: DemoResults): DemoResults =>
  Object.fromEntries(Object.entries(results).map(([key, value]) => [key, ready(value)]));

const ready = (value: ResultValue): ResultValue =>
  typeof value === 'number'
    ? finite(value)
    : Array.isArray(value)
      ? (value as readonly ResultValue[]).map(ready)
      : value;

/** The value under a path of keys and zero-based indices, `weights.0.2.1`; undefined where there is none. */
export function resultAt(results: DemoResults, path: string): ResultValue | undefined {
  const [key = '', ...indices] = path.split('.');
  let value: ResultValue | undefined = Object.hasOwn(results, key) ? results[key] : undefined;
  for (const index of indices) {
    if (!Array.isArray(value) || !/^\d+$/.test(index)) return undefined;
    value = (value as readonly ResultValue[])[Number(index)];
  }
  return value;
}
