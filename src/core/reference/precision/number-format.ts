/** A floating-point format by its widths: a sign, exponent bits, mantissa bits. */
export interface NumberFormat {
  readonly exponentBits: number;
  readonly mantissaBits: number;
  /** The greatest finite value. */
  readonly largest: number;
  /** Whether what is too large becomes infinite; else it is no number. */
  readonly hasInfinity: boolean;
}

const ieee = (exponentBits: number, mantissaBits: number): NumberFormat => ({
  ...{ exponentBits, mantissaBits, hasInfinity: true },
  largest: (2 - 2 ** -mantissaBits) * 2 ** (2 ** (exponentBits - 1) - 1),
});

/**
 * FP32 and FP16 of IEEE 754; BF16, FP32 without its last 16 bits; and the two of 8 bits (Micikevicius et al. 2022, arXiv
 * 2209.05433; OCP 8-bit Floating Point Specification 1.0): E4M3 gives infinities up for one more binade, of which its last
 * code is no number.
 */
export const numberFormats = {
  fp32: ieee(8, 23),
  bf16: ieee(8, 7),
  fp16: ieee(5, 10),
  'fp8-e4m3': { exponentBits: 4, mantissaBits: 3, largest: 448, hasInfinity: false },
  'fp8-e5m2': ieee(5, 2),
} as const satisfies Readonly<Record<string, NumberFormat>>;

export type FormatName = keyof typeof numberFormats;

/** What becomes of what is too large: the greatest value, or infinity, which E4M3 writes as no number. */
export type Overflow = 'saturate' | 'infinite';

const bias = ({ exponentBits }: NumberFormat): number => 2 ** (exponentBits - 1) - 1;

/** The exponent of the smallest normal value, in steps of which subnormal ones go on. */
export const smallestExponent = (format: NumberFormat): number => 1 - bias(format);

export const smallestNormal = (format: NumberFormat): number => 2 ** smallestExponent(format);

/** The smallest value above zero. */
export const smallestValue = (format: NumberFormat): number => smallestNormal(format) * 2 ** -format.mantissaBits;

/** The distance from 1 to the next value. */
export const epsilon = ({ mantissaBits }: NumberFormat): number => 2 ** -mantissaBits;

/** The nearest value of a format, ties to the even mantissa, as all of these formats round. */
export function roundTo(value: number, format: NumberFormat, overflow: Overflow = 'saturate'): number {
  if (value === 0 || Number.isNaN(value)) return value;
  const sign = Math.sign(value);
  const exponent = Math.max(exponentOf(value), smallestExponent(format));
  const step = 2 ** (exponent - format.mantissaBits);
  // By its size, so that what is lost below zero is -0, as the bits have it.
  const rounded = roundEven(Math.abs(value) / step) * step;
  if (rounded <= format.largest) return sign * rounded;
  if (overflow === 'saturate') return sign * format.largest;
  return format.hasInfinity ? sign * Number.POSITIVE_INFINITY : Number.NaN;
}

/** A value of a format as its bits: sign, exponent, mantissa. */
export function bitsOf(value: number, format: NumberFormat): string {
  const { exponentBits, mantissaBits } = format;
  const fields = (sign: boolean, exponent: number, mantissa: number) =>
    `${sign ? 1 : 0} ${exponent.toString(2).padStart(exponentBits, '0')} ${mantissa.toString(2).padStart(mantissaBits, '0')}`;
  const highest = 2 ** exponentBits - 1;
  if (Number.isNaN(value)) return fields(false, highest, 2 ** mantissaBits - 1);
  const isNegative = value < 0 || Object.is(value, -0);
  const size = Math.abs(value);
  if (size === Number.POSITIVE_INFINITY) return fields(isNegative, highest, 0);
  const exponent = Math.max(size === 0 ? Number.NEGATIVE_INFINITY : exponentOf(size), smallestExponent(format));
  const whole = size / 2 ** (exponent - mantissaBits);
  const isNormal = whole >= 2 ** mantissaBits;
  return fields(isNegative, isNormal ? exponent + bias(format) : 0, isNormal ? whole - 2 ** mantissaBits : whole);
}

const word = new DataView(new ArrayBuffer(8));

/** e where 2^e ≤ |value| < 2^(e+1), of a value that is neither zero nor smaller than float64's normal ones. */
export function exponentOf(value: number): number {
  word.setFloat64(0, value);
  return ((word.getUint32(0) >>> 20) & 0x7ff) - 1023;
}

/** The nearest whole number, ties to the even one; of values below 2^51. */
export const roundEven = (value: number): number => value + 6755399441055744 - 6755399441055744;
