/**
 * The first of `length` indices for which a condition holds, found by halves; `length` where it holds for none. Once it
 * holds for an index it has to hold for all that follow.
 */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
