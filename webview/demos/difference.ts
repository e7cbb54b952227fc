/** The largest absolute difference between two lists of numbers; what is not finite in both alike does not count. */
export function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let greatest = 0;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!];
    if (x === y || (Number.isNaN(x) && Number.isNaN(y))) continue;
    greatest = Math.max(greatest, Math.abs(x - y) || Number.POSITIVE_INFINITY);
  }
  return greatest;
}
