import { speedUp, tokensPerPass } from '../../reference/speculative/speculative';
import { longestDraft, type MultiTokenResults } from './multi-token-keys';
import type { MultiTokenSetup } from './multi-token-setup';

export function solveMultiToken({ chances, acceptance, draftCost, pass, tokens }: MultiTokenSetup): MultiTokenResults {
  const perPass = tokensPerPass(chances);
  const best = acceptance === undefined ? undefined : bestDraft(acceptance, draftCost);
  const passes = tokens / perPass;
  const seconds = passes * pass * (1 + chances.length * draftCost);
  return {
    tokens_per_pass: perPass,
    accepted_share: chances.length === 0 ? null : (perPass - 1) / chances.length,
    speed_up: speedUp(chances, draftCost),
    best_draft: best?.length ?? null,
    best_speed_up: best ? speedUp(best, draftCost) : null,
    ...{ passes, seconds, tokens_per_second: tokens / seconds },
    by_draft: [...chances.keys(), chances.length].map((length) => tokensPerPass(chances.slice(0, length))),
  };
}

/** Drafts of every length, where all their tokens have one chance. */
export const draftsOf = (acceptance: number): number[][] =>
  Array.from({ length: longestDraft + 1 }, (_, length) => new Array<number>(length).fill(acceptance));

/** The fastest draft, of several the shortest. */
const bestDraft = (acceptance: number, cost: number): readonly number[] =>
  draftsOf(acceptance).reduce((best, next) => (speedUp(next, cost) > speedUp(best, cost) ? next : best));
