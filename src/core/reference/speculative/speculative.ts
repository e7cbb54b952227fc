import { Random } from '../random';

/**
 * Tokens that one pass of the model brings where a draft of k is checked at once and each of its tokens is accepted with
 * its chance, as long as all before it were: one more than are accepted, the model's own (Leviathan et al. 2023, arXiv
 * 2211.17192, eq. 1: (1 - α^(k+1))/(1 - α) where all chances are α).
 */
export function tokensPerPass(chances: readonly number[]): number {
  let [sum, all] = [1, 1];
  for (const chance of chances) {
    all *= chance;
    sum += all;
  }
  return sum;
}

/**
 * How much faster than a token a pass, where drafting a token costs a share of a pass, and checking k + 1 tokens at once
 * as much as one (the same paper, theorem 3.8).
 */
export const speedUp = (chances: readonly number[], draftCost: number): number =>
  tokensPerPass(chances) / (1 + chances.length * draftCost);

/** One pass: how many tokens were drafted, and how many of them accepted. */
export interface Pass {
  readonly drafted: number;
  readonly accepted: number;
}

/** A seeded run of passes, to be looked at. */
export function playedPasses(chances: readonly number[], passes: number, seed: number): Pass[] {
  const random = new Random(seed, 'drafts');
  return Array.from({ length: passes }, () => {
    const draws = chances.map((chance) => random.uniform() < chance);
    const refused = draws.indexOf(false);
    return { drafted: chances.length, accepted: refused < 0 ? chances.length : refused };
  });
}
