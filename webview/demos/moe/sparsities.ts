import type { ValuesByPath } from '../../../src/core/demos/values-by-path';
import { say } from '../../../src/core/l10n/say';

/** One share of the experts that a token uses, as published layers have it. */
export interface Sparsity {
  readonly name: string;
  readonly experts: number;
  readonly topK: number;
  /** Takes the preset whole: sizes of the lesson's own would stand against it. */
  readonly knobs: ValuesByPath;
}

const own = {
  ...{ experts: undefined, shared: undefined, top_k: undefined, score: undefined, scale: undefined },
  ...{ 'groups.count': undefined, 'groups.keep': undefined, 'adaptive_k.p': undefined, devices: undefined },
};

const of = (preset: string, topK: number, experts: number): Sparsity => ({
  ...{ name: say`${topK} of ${experts}`, experts, topK, knobs: { ...own, preset } },
});

/** From every fourth expert to every thirty-second. */
export const sparsities: readonly Sparsity[] = [
  of('mixtral', 2, 8),
  of('deepseek-v2-lite', 6, 64),
  of('deepseek-v2', 6, 160),
  of('deepseek-v3', 8, 256),
];
