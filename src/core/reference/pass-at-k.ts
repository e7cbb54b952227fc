/**
 * The chance that at least one of k answers drawn from n is among the c right ones, 1 - C(n-c, k)/C(n, k), as a product
 * so that nothing overflows (Chen et al. 2021, arXiv 2107.03374, eq. 1).
 */
export function passAtK(n: number, c: number, k: number): number {
  if (n - c < k) return 1;
  let miss = 1;
  for (let i = n - c + 1; i <= n; i++) miss *= 1 - k / i;
  return 1 - miss;
}
