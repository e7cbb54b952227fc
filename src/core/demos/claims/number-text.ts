/** How YAML and authors write a number: `-1`, `.5`, `5.76e23`. */
export const numberPattern = String.raw`[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?`;

/** A number of a claim: with `34_560` or `1,234,567` in thousands, or in percent. One comma alone may be a decimal one. */
export const claimedNumberPattern = String.raw`[-+]?(?:(?:\d{1,3}(?:_\d{3})+|\d{1,3}(?:,\d{3}){2,}|\d+)(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][-+]?\d+)?(?:\s?%)?`;

/** A number of a claim as it stands there. */
export interface ClaimedNumber {
  /** In the unit of the result: 0.5 for `50%`. */
  readonly value: number;
  /** Its digits, without separators and percent sign. */
  readonly digits: string;
  readonly percent: boolean;
}

/** Reads what matches `claimedNumberPattern`. */
export function claimedNumber(written: string): ClaimedNumber {
  const percent = written.endsWith('%');
  const digits = written.replace(/[_,%\s]/g, '');
  return { value: Number(digits) / (percent ? 100 : 1), digits, percent };
}

/** Whether a number, rounded to the digits of a claimed one, equals it. */
export const agreesWith = (found: number, { digits, percent }: ClaimedNumber): boolean =>
  agrees(percent ? found * 100 : found, digits);

/** A number rounded to the digits of a claimed one, as a percentage where that is one. */
export const claimedLike = (found: number, { digits, percent }: ClaimedNumber): string =>
  percent ? `${writtenLike(found * 100, digits)}%` : writtenLike(found, digits);

/** The decimal place of a written number's last digit: 2 for `0.25`, -21 for `5.76e23`, 0 for `12`. */
export function lastPlace(written: string): number {
  const [mantissa = '', exponent = '0'] = written.toLowerCase().split('e');
  return (mantissa.split('.')[1]?.length ?? 0) - Number(exponent);
}

/** Whether a number, rounded to the digits of a written one, equals it. A tie may be rounded either way. */
export function agrees(found: number, written: string): boolean {
  const half = 0.5 * 10 ** -lastPlace(written);
  const value = Number(written);
  return Math.abs(found - value) <= half * (1 + 1e-9) + 4e-16 * Math.abs(value);
}

/** A number rounded to the digits of a written one, in the same notation. */
export function writtenLike(found: number, written: string): string {
  const place = lastPlace(written);
  if (/e/i.test(written)) {
    const digits = Math.floor(Math.log10(Math.abs(found) || 1)) + place;
    return found.toExponential(Math.max(0, Math.min(100, digits))).replace('e+', 'e');
  }
  if (place < 0 || Math.abs(found) >= 1e21) return String(found);
  const text = found.toFixed(Math.min(100, place));
  return Number(text) === 0 && found !== 0 ? tidy(found) : text;
}

/** A number in few digits that still tell it: six significant ones, of a whole number all. */
export const tidy = (value: number): string =>
  String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(6))).replace('e+', 'e');
