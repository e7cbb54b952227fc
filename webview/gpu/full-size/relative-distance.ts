/** |a - b|₂/|b|₂; infinite where a number is none. */
export function relativeDistance(a: Float64Array, b: Float64Array): number {
  let [off, size] = [0, 0];
  for (let i = 0; i < b.length; i++) {
    off += (a[i]! - b[i]!) ** 2;
    size += b[i]! ** 2;
  }
  return Number.isNaN(off) ? Number.POSITIVE_INFINITY : Math.sqrt(off / size);
}
