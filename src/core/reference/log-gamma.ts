/** The coefficients B_2j / (2j (2j - 1)) of Stirling's series. */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156] as const;

/** ln Γ(x) for x > 0, by Stirling's series (Abramowitz and Stegun, 6.1.40), x first raised to 10 or more. */
export function logGamma(x: number): number {
  let [at, factor] = [x, 1];
  while (at < 10) factor *= at++;
  const series = stirling.reduce((sum, coefficient, j) => sum + coefficient / at ** (2 * j + 1), 0);
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - Math.log(factor);
}
