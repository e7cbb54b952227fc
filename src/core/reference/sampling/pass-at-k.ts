/**
 * The unbiased estimate of pass@k, 1 - C(n-c, k)/C(n, k): the chance that k answers drawn from n, c of them right, hold a
 * right one (Chen et al. 2021, arXiv 2107.03374, eq. 1). Undefined for k above n. Summed as logarithms of the factors, of
 * the k or the c, whichever are fewer, so that nothing overflows and a small chance keeps its digits.
 */
export function passAtK(n: number, c: number, k: number): number {
  if (n - c < k) return 1;
  const [few, many] = c < k ? [c, k] : [k, c];
  let log = 0;
  for (let i = n - few + 1; i <= n; i++) log += Math.log1p(-many / i);
  return 0 - Math.expm1(log);
}

/**
 * 1 - (1 - p)^k: pass@k of a model whose every answer is right with probability p. With c/n in place of p it is below the
 * unbiased estimate, by Jensen's inequality.
 */
export const passWithChance = (p: number, k: number): number => (p >= 1 ? 1 : 0 - Math.expm1(k * Math.log1p(-p)));
