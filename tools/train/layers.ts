import { addProduct } from './product';

/**
 * Layers with their derivatives, written out by hand over flat row-major arrays. `forward` fills its output; `backward`
 * adds to the gradients of what went in.
 */

/** y = x Wᵀ + b: x `[rows, inner]`, weight `[outer, inner]`, bias `[outer]`, y `[rows, outer]`. */
export function linearForward(
  y: Float64Array,
  x: Float64Array,
  weight: Float64Array,
  bias: Float64Array | undefined,
  rows: number,
  inner: number,
  outer: number,
): void {
  if (bias) for (let row = 0; row < rows; row++) y.set(bias, row * outer);
  else y.fill(0);
  const across = { data: transposed(weight, outer, inner), rows: inner, columns: outer };
  addProduct({ data: y, rows, columns: outer }, { data: x, rows, columns: inner }, across);
}

export function linearBackward(
  slope: Float64Array,
  x: Float64Array,
  weight: Float64Array,
  into: { readonly x: Float64Array; readonly weight: Float64Array; readonly bias?: Float64Array },
  rows: number,
  inner: number,
  outer: number,
): void {
  const [slopes, inputs] = [
    { data: slope, rows, columns: outer },
    { data: x, rows, columns: inner },
  ];
  const weights = { rows: outer, columns: inner };
  addProduct({ data: into.x, rows, columns: inner }, slopes, { data: weight, ...weights });
  addProduct({ data: into.weight, ...weights }, slopes, inputs, true);
  if (!into.bias) return;
  for (let row = 0; row < rows; row++) for (let o = 0; o < outer; o++) into.bias[o]! += slope[row * outer + o]!;
}

/** `[rows, columns]` as `[columns, rows]`. */
function transposed(matrix: Float64Array, rows: number, columns: number): Float64Array {
  const out = new Float64Array(matrix.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) out[column * rows + row] = matrix[row * columns + column]!;
  return out;
}

/** What layer normalisation keeps for its derivative. */
export interface NormCache {
  /** `[rows, width]`, centred and scaled. */
  readonly normal: Float64Array;
  /** `[rows]`, 1/√(variance + ε). */
  readonly scale: Float64Array;
}

export function normForward(
  y: Float64Array,
  x: Float64Array,
  gain: Float64Array,
  shift: Float64Array,
  cache: NormCache,
  rows: number,
  width: number,
): void {
  for (let row = 0; row < rows; row++) {
    const from = row * width;
    let mean = 0;
    for (let i = 0; i < width; i++) mean += x[from + i]!;
    mean /= width;
    let square = 0;
    for (let i = 0; i < width; i++) square += (x[from + i]! - mean) * (x[from + i]! - mean);
    const scale = 1 / Math.sqrt(square / width + 1e-5);
    cache.scale[row] = scale;
    for (let i = 0; i < width; i++) {
      const normal = (x[from + i]! - mean) * scale;
      cache.normal[from + i] = normal;
      y[from + i] = normal * gain[i]! + shift[i]!;
    }
  }
}

export function normBackward(
  slope: Float64Array,
  gain: Float64Array,
  cache: NormCache,
  into: { readonly x: Float64Array; readonly gain: Float64Array; readonly shift: Float64Array },
  rows: number,
  width: number,
): void {
  for (let row = 0; row < rows; row++) {
    const from = row * width;
    let [mean, along] = [0, 0];
    for (let i = 0; i < width; i++) {
      const pull = slope[from + i]!;
      const normal = cache.normal[from + i]!;
      into.gain[i]! += pull * normal;
      into.shift[i]! += pull;
      mean += pull * gain[i]!;
      along += pull * gain[i]! * normal;
    }
    mean /= width;
    along /= width;
    for (let i = 0; i < width; i++) {
      const straight = slope[from + i]! * gain[i]! - mean - cache.normal[from + i]! * along;
      into.x[from + i]! += straight * cache.scale[row]!;
    }
  }
}

const bend = Math.sqrt(2 / Math.PI);

/** GELU in its tanh form, as the reference computes it; `curve` keeps the tanh for the derivative. */
export function geluForward(y: Float64Array, x: Float64Array, curve: Float64Array): void {
  for (let i = 0; i < x.length; i++) {
    const value = x[i]!;
    // tanh u = 1 - 2 / (e^2u + 1), and `exp` is several times as fast as `tanh`.
    curve[i] = 1 - 2 / (Math.exp(2 * bend * (value + 0.044715 * value * value * value)) + 1);
    y[i] = 0.5 * value * (1 + curve[i]!);
  }
}

export function geluBackward(slope: Float64Array, x: Float64Array, curve: Float64Array, into: Float64Array): void {
  for (let i = 0; i < x.length; i++) {
    const [value, bent] = [x[i]!, curve[i]!];
    const steep = bend * (1 + 3 * 0.044715 * value * value) * (1 - bent * bent);
    into[i]! += slope[i]! * (0.5 * (1 + bent) + 0.5 * value * steep);
  }
}
