import { say } from '../../../src/core/l10n/say';

/** A number in few digits, as it stands in a picture: four significant ones, powers of ten where they are shorter. */
export function inWords(value: number | null | undefined, digits = 4): string {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return value === Number.POSITIVE_INFINITY ? '∞' : value === Number.NEGATIVE_INFINITY ? '-∞' : say`not finite`;
  }
  if (Number.isInteger(value) && Math.abs(value) < 1e7) return String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e7)) {
    return value.toExponential(Math.min(2, digits - 1)).replace('e+', 'e');
  }
  return String(Number(value.toPrecision(digits)));
}
