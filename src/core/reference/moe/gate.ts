import { sigmoid } from '../activation';
import { softmaxInPlace } from '../softmax';
import { checkShape, Tensor } from '../tensor';
import { topK, topP } from './top-k';

/**
 * Where published code parts ways:
 * - `deepseek` (DeepSeek-V3 inference/model.py): experts of dropped groups can never be chosen.
 * - `transformers` (Hugging Face, DeepSeek-V3 as first released there): their selection scores become 0, so one of them
 *   wins where every score of the kept groups is below 0.
 * - `megatron` (Megatron-LM moe_utils.py): as `deepseek`, but a group is judged by the sum of its best
 *   floor(k / kept groups) scores, and a normalised softmax is taken over the chosen logits alone, groups judged by logits.
 */
export type GateConvention = 'deepseek' | 'transformers' | 'megatron';

export const gateConventions: readonly GateConvention[] = ['deepseek', 'transformers', 'megatron'];

export interface GateOptions {
  readonly score: 'softmax' | 'sigmoid';
  readonly topK: number;
  /** `[experts]`, added for the selection only, never to a weight (Wang et al. 2024, arXiv 2408.15664). */
  readonly bias?: ArrayLike<number>;
  /** Experts stand in `count` equal groups, of which a token may use the best `keep`. */
  readonly groups?: { readonly count: number; readonly keep: number };
  /** Divide a token's weights by their sum. Default: for sigmoid scores yes, for softmax no. */
  readonly normalise?: boolean;
  /** Multiplies the weights at the end; 1 unless given. */
  readonly scale?: number;
  readonly convention?: GateConvention;
  /** Instead of topK: the smallest set of experts whose softmax probabilities sum to at least p. */
  readonly adaptive?: { readonly p: number };
}

export interface Routing {
  /** Places for experts a token: topK, or the most that any token chose. */
  readonly slots: number;
  /** `[tokens, slots]` in descending selection score, ties to the lower index; -1 where a slot is empty. */
  readonly experts: Int32Array;
  /** `[tokens, slots]`, 0 where a slot is empty. */
  readonly weights: Tensor;
  /** s `[tokens, experts]`: what the weights are made of. */
  readonly scores: Tensor;
  /** c = s + bias `[tokens, experts]`: what is chosen by, before groups are dropped. */
  readonly selection: Tensor;
  /** `[tokens, experts]`, 1 where the expert's group was dropped. */
  readonly dropped: Uint8Array;
}

/**
 * Chooses experts for tokens from router logits `[tokens, experts]` (DeepSeek-V3, arXiv 2412.19437, eq. 13 to 16).
 * Throws a RangeError for sizes that do not fit.
 */
export function gate(logits: Tensor, options: GateOptions): Routing {
  checkShape('logits', logits, [-1, -1]);
  const [tokens, experts] = logits.shape as [number, number];
  checkGate(experts, options);

  const scores = new Tensor([tokens, experts]);
  const selection = new Tensor([tokens, experts]);
  const dropped = new Uint8Array(tokens * experts);
  const chosen: number[][] = [];
  for (let token = 0; token < tokens; token++) {
    const hidden = dropped.subarray(token * experts, (token + 1) * experts);
    chosen.push(chooseExperts(logits.row(token), options, scores.row(token), selection.row(token), hidden));
  }

  const slots = options.adaptive ? Math.max(1, ...chosen.map((row) => row.length)) : options.topK;
  const ids = new Int32Array(tokens * slots).fill(-1);
  const weights = new Tensor([tokens, slots]);
  for (let token = 0; token < tokens; token++) {
    ids.set(chosen[token]!, token * slots);
    weights.row(token).set(gateWeights(logits.row(token), scores.row(token), chosen[token]!, options));
  }
  return { slots, experts: ids, weights, scores, selection, dropped };
}

/** The weights of a token's chosen experts, from its logits and scores `[experts]`. */
export function gateWeights(
  logits: ArrayLike<number>,
  scores: ArrayLike<number>,
  chosen: readonly number[],
  options: GateOptions,
): Float64Array {
  const { normalise = options.score === 'sigmoid', scale = 1 } = options;
  const overChosen = normalise && options.score === 'softmax';
  const weights = new Float64Array(chosen.length);
  for (let slot = 0; slot < chosen.length; slot++) weights[slot] = (overChosen ? logits : scores)[chosen[slot]!]!;
  if (overChosen) softmaxInPlace(weights);
  let sum = 0;
  for (const weight of weights) sum += weight;
  const factor = normalise && !overChosen && sum > 0 ? scale / sum : scale;
  for (let slot = 0; slot < weights.length; slot++) weights[slot]! *= factor;
  return weights;
}

/** One token's way through the gate; writes its scores, selection scores and dropped experts on the way. */
function chooseExperts(
  logits: Float64Array,
  options: GateOptions,
  scores: Float64Array,
  selection: Float64Array,
  dropped: Uint8Array,
): number[] {
  const { bias, groups, convention = 'deepseek' } = options;
  scores.set(logits);
  if (options.score === 'softmax') softmaxInPlace(scores);
  else for (let expert = 0; expert < scores.length; expert++) scores[expert] = sigmoid(logits[expert]!);

  selection.set(selectsByLogits(options) ? logits : scores);
  if (bias) for (let expert = 0; expert < selection.length; expert++) selection[expert]! += bias[expert]!;
  if (groups) dropGroups(selection, groups, options, dropped);

  if (options.adaptive) {
    const probabilities = options.score === 'softmax' ? scores : softmaxInPlace(logits.slice());
    return topP(probabilities, options.adaptive.p, dropped);
  }
  if (groups && convention === 'transformers')
    return topK(
      selection.map((score, expert) => (dropped[expert] ? 0 : score)),
      options.topK,
    );
  return topK(selection, options.topK, groups ? dropped : undefined);
}

/** Whether experts are chosen by their logits instead of their scores. */
export const selectsByLogits = ({ convention, score, normalise }: GateOptions): boolean =>
  convention === 'megatron' && score === 'softmax' && normalise === true;

/** Writes 1 for every expert whose group is not among the best `keep`. */
function dropGroups(
  selection: Float64Array,
  groups: { readonly count: number; readonly keep: number },
  options: GateOptions,
  dropped: Uint8Array,
): void {
  const size = selection.length / groups.count;
  const judges = groupJudges(options, groups.keep);
  const groupScores = Array.from({ length: groups.count }, (_, group) => {
    const members = selection.subarray(group * size, (group + 1) * size);
    return topK(members, judges).reduce((sum, member) => sum + members[member]!, 0);
  });
  dropped.fill(1);
  for (const group of topK(groupScores, groups.keep)) dropped.fill(0, group * size, (group + 1) * size);
}

/** How many of a group's best scores its own score is the sum of: two for sigmoid (V3), one for softmax (V2). */
export function groupJudges(options: GateOptions, keep: number): number {
  if (options.convention === 'megatron') return Math.max(1, Math.floor(options.topK / keep));
  return options.score === 'sigmoid' ? 2 : 1;
}

/** Throws a RangeError for sizes that do not fit. */
export function checkGate(experts: number, { topK: k, bias, groups }: GateOptions): void {
  if (bias && bias.length !== experts)
    throw new RangeError(`bias has the shape [${bias.length}], expected [${experts}]`);
  if (groups && (experts % groups.count !== 0 || groups.keep < 1 || groups.keep > groups.count))
    throw new RangeError(`${experts} experts do not stand in ${groups.count} groups of which ${groups.keep} are kept`);
  const available = groups ? (experts / groups.count) * groups.keep : experts;
  if (!(k >= 1 && k <= available)) throw new RangeError(`top-${k} of ${available} experts`);
}
