import { say } from '../../l10n/say';
import type { ResultUnit } from '../claims/units';

/** Powers of what is measured: bytes and seconds of `GB/s` are 1 and -1. What is counted has none. */
export type Dimension = Readonly<Record<string, number>>;

export const bare: Dimension = {};

/** What each unit measures. Tokens, parameters and elements are counts, as a layer is. */
const dimensions: Readonly<Record<ResultUnit, Dimension>> = {
  bytes: { bytes: 1 },
  seconds: { seconds: 1 },
  FLOPs: { FLOPs: 1 },
  joules: { joules: 1 },
  dollars: { dollars: 1 },
  watts: { joules: 1, seconds: -1 },
  'bytes/s': { bytes: 1, seconds: -1 },
  'FLOPs/s': { FLOPs: 1, seconds: -1 },
  'tokens/s': { seconds: -1 },
  ...{ parameters: bare, tokens: bare, elements: bare, nats: bare },
};

export const dimensionOf = (unit: ResultUnit | undefined): Dimension => (unit ? dimensions[unit] : bare);

export const isBare = (dimension: Dimension): boolean => Object.keys(dimension).length === 0;

/** One times another to a power. */
export function times(one: Dimension, other: Dimension, power = 1): Dimension {
  const product: Record<string, number> = { ...one };
  for (const [name, exponent] of Object.entries(other)) {
    product[name] = (product[name] ?? 0) + exponent * power;
    if (Math.abs(product[name]) < 1e-9) delete product[name];
  }
  return product;
}

export const same = (one: Dimension, other: Dimension): boolean => isBare(times(one, other, -1));

/** The unit that measures it by a name of its own. */
export const unitFor = (dimension: Dimension): ResultUnit | undefined =>
  isBare(dimension)
    ? undefined
    : (Object.keys(dimensions) as ResultUnit[]).find(
        (unit) => unit !== 'tokens/s' && same(dimensions[unit], dimension),
      );

/** `bytes/seconds`, for messages. */
export function inWords(dimension: Dimension): string {
  const unit = unitFor(dimension);
  if (unit) return unit;
  const power = ([name, exponent]: [string, number]) =>
    Math.abs(exponent) === 1 ? name : `${name}^${Math.abs(exponent)}`;
  const parts = Object.entries(dimension);
  const over = parts
    .filter(([, exponent]) => exponent > 0)
    .map(power)
    .join('·');
  const under = parts
    .filter(([, exponent]) => exponent < 0)
    .map(power)
    .join('·');
  return under === '' ? over || say`a bare number` : `${over || '1'}/${under}`;
}
