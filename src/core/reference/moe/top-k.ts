/**
 * Indices of the k largest scores, largest first; of equal scores the lower index comes first. Entries of `hidden` are
 * passed over. Fewer than k come back when fewer are left.
 */
export function topK(scores: ArrayLike<number>, k: number, hidden?: ArrayLike<number | boolean>): number[] {
  const best: number[] = [];
  for (let i = 0; i < scores.length; i++) {
    if (hidden?.[i]) continue;
    const score = scores[i]!;
    if (best.length === k && !(score > scores[best[k - 1]!]!)) continue;
    let place = best.length < k ? best.length : k - 1;
    for (; place > 0 && score > scores[best[place - 1]!]!; place--) best[place] = best[place - 1]!;
    best[place] = i;
  }
  return best;
}

/** The smallest set of largest probabilities that sums to at least p (Huang et al. 2024, arXiv 2403.07652, eq. 3). */
export function topP(probabilities: ArrayLike<number>, p: number, hidden?: ArrayLike<number | boolean>): number[] {
  const order = topK(probabilities, probabilities.length, hidden);
  let sum = 0;
  for (let k = 0; k < order.length; k++) {
    sum += probabilities[order[k]!]!;
    if (sum >= p) return order.slice(0, k + 1);
  }
  return order;
}
