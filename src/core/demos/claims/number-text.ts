/** How YAML and authors write a number: `-1`, `.5`, `5.76e23`. */
export const numberPattern = String.raw`[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?`;

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

/** A number in few digits that still tell it: six significant ones. */
export const tidy = (value: number): string => String(Number(value.toPrecision(6))).replace('e+', 'e');
