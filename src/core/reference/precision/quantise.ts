import { type NumberFormat, type Overflow, roundTo } from './number-format';

/** How far values are scaled before they are rounded. */
export interface Scaling {
  /** Values that share a scale; undefined where nothing is scaled. */
  readonly block: number | undefined;
  /** Whether a scale is a power of two, as in OCP's microscaling formats; else the greatest value meets the format's. */
  readonly powerOfTwo: boolean;
}

export interface Quantised {
  /** Values of the format. */
  readonly codes: Float64Array;
  /** What each block's values are multiplied with to have the tensor back. */
  readonly scales: Float64Array;
  /** Values a scale is for. */
  readonly block: number;
}

/**
 * Rounds values to a format, each block divided by a scale of its own, its greatest value over the format's (DeepSeek-V3,
 * arXiv 2412.19437, section 3.3.2: blocks of 128).
 */
export function quantise(
  values: ArrayLike<number>,
  format: NumberFormat,
  { block: size, powerOfTwo }: Scaling,
  overflow: Overflow,
): Quantised {
  const block = Math.min(size ?? values.length, values.length) || 1;
  const scales = new Float64Array(Math.ceil(values.length / block)).fill(1);
  const codes = new Float64Array(values.length);
  for (let index = 0; index < scales.length; index++) {
    const [from, to] = [index * block, Math.min(values.length, (index + 1) * block)];
    let most = 0;
    for (let i = from; i < to; i++) most = Math.max(most, Math.abs(values[i]!));
    if (size !== undefined && most > 0) {
      const exact = most / format.largest;
      scales[index] = powerOfTwo ? 2 ** Math.ceil(Math.log2(exact)) : exact;
    }
    for (let i = from; i < to; i++) codes[i] = roundTo(values[i]! / scales[index]!, format, overflow);
  }
  return { codes, scales, block };
}

/** The tensor that the codes stand for. */
export const dequantised = ({ codes, scales, block }: Quantised): Float64Array =>
  codes.map((code, i) => code * scales[Math.floor(i / block)]!);
