import { checkShape, Tensor } from './tensor';

/**
 * Layer normalisation over the last axis (Ba et al. 2016): (x - mean)/√(variance + epsilon)·gain + shift, the variance
 * over all channels. gain and shift are `[width]`; 1 and 0 unless given.
 */
export function layerNorm(x: Tensor, gain?: Tensor, shift?: Tensor, epsilon = 1e-5): Tensor {
  return overRows(x, gain, shift, (row) => {
    const mean = average(row, (value) => value);
    const variance = average(row, (value) => (value - mean) ** 2);
    return { mean, scale: 1 / Math.sqrt(variance + epsilon) };
  });
}

/** RMS normalisation over the last axis (Zhang and Sennrich 2019): x/√(mean x² + epsilon)·gain. */
export function rmsNorm(x: Tensor, gain?: Tensor, epsilon = 1e-6): Tensor {
  return overRows(x, gain, undefined, (row) => ({
    mean: 0,
    scale: 1 / Math.sqrt(average(row, (value) => value * value) + epsilon),
  }));
}

function overRows(
  x: Tensor,
  gain: Tensor | undefined,
  shift: Tensor | undefined,
  measure: (row: Float64Array) => { mean: number; scale: number },
): Tensor {
  const width = x.size(-1);
  if (gain) checkShape('gain', gain, [width]);
  if (shift) checkShape('shift', shift, [width]);
  const out = new Tensor(x.shape);
  for (let start = 0; start < x.data.length; start += width) {
    const row = x.data.subarray(start, start + width);
    const { mean, scale } = measure(row);
    for (let i = 0; i < width; i++)
      out.data[start + i] = (row[i]! - mean) * scale * (gain?.data[i] ?? 1) + (shift?.data[i] ?? 0);
  }
  return out;
}

function average(row: Float64Array, of: (value: number) => number): number {
  let sum = 0;
  for (const value of row) sum += of(value);
  return sum / row.length;
}
