import { type GateConvention, type GateOptions, gate, gateConventions } from '../../../src/core/reference/moe/gate';
import type { Tensor } from '../../../src/core/reference/tensor';

export interface Parting {
  readonly token: number;
  /** What each convention has this token go to. */
  readonly experts: Readonly<Record<GateConvention, readonly number[]>>;
}

/** The first token where the published conventions choose differently; undefined where all agree. */
export function firstParting(logits: Tensor, options: GateOptions): Parting | undefined {
  const routings = gateConventions.map((convention) => gate(logits, { ...options, convention }));
  const chosen = (index: number, token: number) => {
    const { experts, slots } = routings[index]!;
    return [...experts.subarray(token * slots, (token + 1) * slots)].filter((expert) => expert >= 0);
  };
  for (let token = 0; token < logits.size(0); token++) {
    const all = gateConventions.map((_, index) => chosen(index, token));
    if (new Set(all.map((row) => row.join())).size === 1) continue;
    const [deepseek, transformers, megatron] = all as [number[], number[], number[]];
    return { token, experts: { deepseek, transformers, megatron } };
  }
  return undefined;
}
