import { Tensor } from './tensor';

/** Applies a function to every element. */
export const map = (x: Tensor, f: (value: number) => number): Tensor => new Tensor(x.shape, x.data.map(f));

/** GELU in its tanh form (Hendrycks and Gimpel 2016), the one of GPT-2. */
export const geluTanh = (x: number): number =>
  0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));

/** GELU as defined: x times the normal distribution function. */
export const geluErf = (x: number): number => 0.5 * x * (1 + erf(x / Math.SQRT2));

/** SiLU, also called swish: x·sigmoid(x). */
export const silu = (x: number): number => x * sigmoid(x);

export const relu = (x: number): number => Math.max(0, x);

/** 1/(1 + e^-x), without overflow at either end. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/**
 * The error function to about 1e-15, by its series of positive terms
 * erf x = 2/√π · e^(-x²) · Σ 2^n x^(2n+1) / (1·3·…·(2n+1)) (Abramowitz and Stegun 7.1.6); ±1 from |x| = 6.
 */
export function erf(x: number): number {
  if (Math.abs(x) >= 6) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}
