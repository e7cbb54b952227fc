import { claimedNumber } from './claims/number-text';
import type { Shape } from './schema/key';

type NumberShape = Extract<Shape, { kind: 'whole' | 'number' }>;

/**
 * What a value most likely means that is no number a key takes, the likeliest first: `80%` and `80` of a share 0.8, `128k`
 * 128000 or 131072, `1_024` 1024, `131,072` 131072, `1 GB` of bytes 1e9, `-3` of a count 3.
 *
 * @param path tells keys of bytes from others
 */
export function meantNumbers(written: string, shape: NumberShape, path: string): readonly number[] {
  const isShare = shape.kind === 'number' && shape.min >= 0 && shape.max === 1;
  const value = Number(written.trim() || Number.NaN);
  const candidates = Number.isNaN(value) ? inOtherForms(written.trim(), shape, path) : [isShare ? value / 100 : -value];
  return candidates.filter((number) => fits(number, shape));
}

/** Whether a key takes a number. */
export const fits = (value: unknown, { kind, min, max }: NumberShape): value is number =>
  typeof value === 'number' &&
  (kind === 'number' ? Number.isFinite(value) : Number.isSafeInteger(value)) &&
  min <= value &&
  value <= max;

function inOtherForms(written: string, { kind }: NumberShape, path: string): number[] {
  // A comma before three digits parts thousands where only whole numbers can be meant; before others it is a point.
  const plain =
    kind === 'whole'
      ? written.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
      : written.replace(/^([-+]?\d*),(?!\d{3}\b)(\d+)/, '$1.$2');
  const units = /(?:^|[._])bytes$/.test(path) ? (['bytes'] as const) : ([undefined, 'tokens', 'parameters'] as const);
  const read = units.map((unit) => claimedNumber(plain, unit)).find((found) => found !== undefined);
  if (!read) return [];
  const { value, digits, suffix } = read;
  // 128k tokens are 131,072 to some and 128,000 to others.
  const inPowers = /^[kK]$/.test(suffix.written.trim()) && Math.log2(Number(digits)) % 1 === 0;
  return inPowers ? [value, Number(digits) * 1024] : [value];
}
