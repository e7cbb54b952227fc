import type { Work } from '../work';

/**
 * The chance that the most frequent of `votes` answers is the right one, where each is right with a chance p and otherwise
 * one of `wrong` answers, all equally likely; answers that tie share the win. The vote of self-consistency (Wang et al.
 * 2022, arXiv 2203.11171); with one wrong answer Condorcet's jury (1785).
 */
export class MajorityVote {
  /** `[right][others]`: how often so many right votes win, or what they get of a tie, against so many others. */
  readonly #wins: readonly Float64Array[];

  private constructor(wins: readonly Float64Array[]) {
    this.#wins = wins;
  }

  /** Counts every outcome of up to `most` votes, once for all chances. */
  static *upTo(most: number, wrong: number): Work<MajorityVote> {
    const wins: Float64Array[] = [new Float64Array(most + 1)];
    for (let right = 1; right <= most; right++) {
      wins.push(winsOf(right, most - right, wrong));
      yield;
    }
    wins[0]![0] = 1 / (wrong + 1);
    return new MajorityVote(wins);
  }

  chance(p: number, votes: number): number {
    let sum = 0;
    for (const [right, weight] of binomial(votes, p).entries())
      if (weight > 0) sum += weight * this.#wins[right]![votes - right]!;
    return Math.min(1, sum);
  }
}

/**
 * By the number of other votes, from none to `others`: the share of a win for one answer with `right` votes. The votes of
 * one wrong answer are taken as Poisson counts, since counts of that kind, given their sum, are as votes cast evenly; their
 * mean only keeps the numbers in range.
 */
function winsOf(right: number, others: number, wrong: number): Float64Array {
  const mean = Math.max(1, others) / (2 * wrong);
  const counts = poisson(mean, others);
  const fewer = counts.slice(0, Math.min(right, others + 1));
  const mostTies = Math.min(wrong, Math.floor(others / right));
  const total = poisson(mean * wrong, others);
  const share = new Float64Array(others + 1);
  let rest = power(fewer, wrong - mostTies, others);
  for (let ties = mostTies; ties >= 0; ties--) {
    // So many wrong answers have just as many votes, the rest of them fewer.
    const weight = (choose(wrong, ties) * (counts[right] ?? 0) ** ties) / (ties + 1);
    for (let sum = ties * right; sum <= others; sum++) share[sum]! += weight * rest[sum - ties * right]!;
    if (ties > 0) rest = product(rest, fewer, others);
  }
  return share.map((value, sum) => value / total[sum]!);
}

/** Chances of 0 to `most` events of a mean. */
function poisson(mean: number, most: number): Float64Array {
  const chances = new Float64Array(most + 1);
  chances[0] = Math.exp(-mean);
  for (let i = 1; i <= most; i++) chances[i] = (chances[i - 1]! * mean) / i;
  return chances;
}

/** Chances of 0 to n right answers among n. */
function binomial(n: number, p: number): Float64Array {
  const chances = new Float64Array(n + 1);
  if (p <= 0 || p >= 1) {
    chances[p <= 0 ? 0 : n] = 1;
    return chances;
  }
  // Outward from the likeliest number, then to a sum of 1: no power of p underflows on the way.
  const peak = Math.min(n, Math.floor((n + 1) * p));
  chances[peak] = 1;
  for (let i = peak; i < n; i++) chances[i + 1] = (chances[i]! * (n - i) * p) / ((i + 1) * (1 - p));
  for (let i = peak; i > 0; i--) chances[i - 1] = (chances[i]! * i * (1 - p)) / ((n - i + 1) * p);
  const sum = chances.reduce((all, value) => all + value, 0);
  return chances.map((value) => value / sum);
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}

/** The coefficients of a power of a polynomial, up to a degree. */
function power(base: Float64Array, exponent: number, degree: number): Float64Array {
  let result = new Float64Array(degree + 1);
  result[0] = 1;
  let square = base;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = product(result, square, degree);
    if (left > 1) square = product(square, square, degree);
  }
  return result;
}

/** The coefficients of a product of polynomials, up to a degree. */
function product(left: Float64Array, right: Float64Array, degree: number): Float64Array<ArrayBuffer> {
  const result = new Float64Array(degree + 1);
  for (let i = 0; i < left.length && i <= degree; i++) {
    const factor = left[i]!;
    if (factor === 0) continue;
    for (let j = 0; j < right.length && i + j <= degree; j++) result[i + j]! += factor * right[j]!;
  }
  return result;
}
