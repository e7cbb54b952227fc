import { logGamma } from '../log-gamma';

/** Two ends, both included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The exact interval for the chance of a right answer after c right ones of n (Clopper and Pearson, Biometrika 26, 1934):
 * its ends are where so many, or so few, would be seen with half of what the confidence leaves.
 */
export function clopperPearson(c: number, n: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  return {
    low: c === 0 ? 0 : betaQuantile(tail, c, n - c + 1),
    high: c === n ? 1 : betaQuantile(1 - tail, c + 1, n - c),
  };
}

/** Where the beta distribution function reaches p, by bisection. */
function betaQuantile(p: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (incompleteBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
}

/** I_x(a, b), the beta distribution function (Abramowitz and Stegun, 26.5.8), 0 < x < 1. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const log = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);
  return (Math.exp(log) / a) * continuedFraction(x, a, b);
}

/** The continued fraction of 26.5.8, from the top down (Lentz, Applied Optics 15, 1976). */
function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let change = 1;
    for (const step of [even, odd]) {
      d = 1 / away(1 + step * d);
      c = away(1 + step / c);
      change *= d * c;
    }
    value *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return value;
}
