import { checkGate, type GateOptions, groupJudges, selectsByLogits } from '../../../src/core/reference/moe/gate';
import { Tensor } from '../../../src/core/reference/tensor';
import { type Computation, float } from '../computation';
import { type DeviceTensor, expectShape } from '../device-tensor';

export interface GateTensors {
  /** `[tokens, slots]`, i32, -1 where empty. */
  readonly chosen: DeviceTensor;
  /** `[tokens, slots]`. */
  readonly weights: DeviceTensor;
  /** `[tokens, experts]`. */
  readonly scores: DeviceTensor;
  /** `[tokens]`, u32, a bit for each group that was kept. */
  readonly kept: DeviceTensor;
  /** `[tokens, 2]`: Σ scores and logsumexp of the logits. */
  readonly sums: DeviceTensor;
}

/** A bit each in one word. */
const mostGroups = 32;

/** Chooses experts for tokens from router logits `[tokens, experts]`, by the rules of the reference's `gate`. */
export function gate(computation: Computation, logits: DeviceTensor, options: GateOptions): GateTensors {
  expectShape(logits, [-1, -1]);
  const [tokens, experts] = logits.shape as [number, number];
  checkGate(experts, options);
  const { score, bias, groups, adaptive, convention = 'deepseek', scale = 1 } = options;
  const { normalise = score === 'sigmoid' } = options;
  if (groups && groups.count > mostGroups)
    throw new RangeError(`${groups.count} groups of experts; the gate's kernel knows ${mostGroups} at most`);
  const slots = adaptive ? experts : options.topK;
  const judges = groupJudges(options, groups?.keep ?? 1);

  const chosen = computation.allocate('chosen experts', [tokens, slots], 'i32');
  const weights = computation.allocate('expert weights', [tokens, slots]);
  const scores = computation.allocate('expert scores', [tokens, experts]);
  const kept = computation.allocate('kept groups', [tokens], 'u32');
  const sums = computation.allocate('score sums', [tokens, 2]);
  computation.dispatch({
    kernel: 'moe-gate',
    constants: {
      sigmoid_scores: score === 'sigmoid',
      biased: bias !== undefined,
      grouped: groups !== undefined,
      by_logits: selectsByLogits(options),
      zero_dropped: groups !== undefined && convention === 'transformers' && !adaptive,
      normalised: normalise,
      adaptive: adaptive !== undefined,
    },
    tensors: [
      logits,
      bias ? computation.upload('bias', new Tensor([experts], Float64Array.from(bias))) : computation.nothing,
      ...[scores, chosen, weights, kept, sums],
    ],
    sizes: [
      ...[tokens, experts, slots, groups?.count ?? 1, groups?.keep ?? 1, judges],
      ...[float(scale), float(adaptive?.p ?? 0)],
    ],
    groups: [Math.ceil(tokens / 64)],
    work: tokens * experts * (64 + 4 * slots + (groups ? 4 * groups.keep * judges : 0)),
  });
  return { chosen, weights, scores, kept, sums };
}

/** Means over tokens: `[experts + 1]`, each expert's share of the scores, then mean(logsumexp²). */
export function gateStatistics(computation: Computation, { scores, sums }: GateTensors): DeviceTensor {
  const [tokens, experts] = scores.shape as [number, number];
  const out = computation.allocate('gate statistics', [experts + 1]);
  computation.dispatch({
    kernel: 'moe-statistics',
    tensors: [scores, sums, out],
    sizes: [tokens, experts],
    groups: [experts + 1],
    work: 4 * tokens * experts,
  });
  return out;
}
