import type { Tensor } from '../tensor';
import { type GateOptions, gateWeights, type Routing } from './gate';
import { topK } from './top-k';

/** What becomes of a (token, slot) pair whose expert is full. */
export type Overflow = 'drop' | 'next-best' | 'residual';

/** Whom a full expert keeps: the pairs of greatest weight (Megatron-LM `probs`), or the first by position (Switch). */
export type DropPolicy = 'probability' | 'position';

export interface CapacityOptions {
  /** Pairs that each expert accepts; see `expertCapacity`. Infinity accepts all. */
  readonly capacity: number;
  readonly overflow: Overflow;
  readonly policy: DropPolicy;
}

export interface Dispatch {
  /** `[tokens, slots]`: where each pair went after overflow; -1 for an empty or a lost one. */
  readonly experts: Int32Array;
  /** `[tokens, slots]`, 0 for an empty or a lost pair. */
  readonly weights: Float64Array;
  /** `[tokens, slots]`: the share of the token itself that passes by in place of a lost pair (overflow `residual`). */
  readonly passed: Float64Array;
  /** `[experts]` pairs asked for, before capacity. */
  readonly counts: Int32Array;
  /** `[experts]` pairs kept. */
  readonly load: Int32Array;
  /** Pairs lost. */
  readonly dropped: number;
}

/** ceil(tokens·k/experts·factor) (GShard, Switch eq. 3, Megatron-LM); rounding noise of the product is no pair more. */
export const expertCapacity = (tokens: number, k: number, experts: number, factor: number): number =>
  Math.ceil(((tokens * k) / experts) * factor * (1 - 1e-12));

/** Pairs that each expert is asked for, `[experts]`. */
export function expertCounts(assigned: Int32Array, experts: number): Int32Array {
  const counts = new Int32Array(experts);
  for (const expert of assigned) if (expert >= 0) counts[expert]!++;
  return counts;
}

/**
 * Applies capacity to a routing, the same on every run: pairs are judged in token order, never in order of arrival.
 * Under `next-best` each lost pair asks the token's next experts in selection order for room, and the weights of a
 * token that was moved are made anew by the gate's own rule over the experts it ends with.
 */
export function dispatch(logits: Tensor, routing: Routing, gate: GateOptions, options: CapacityOptions): Dispatch {
  const [tokens, experts] = logits.shape as [number, number];
  const { slots } = routing;
  const assigned = routing.experts.slice();
  const weights = routing.weights.data.slice();
  const passed = new Float64Array(tokens * slots);
  const counts = expertCounts(assigned, experts);
  const lost = overflowing(routing, experts, options);
  for (const pair of lost) assigned[pair] = -1;
  const load = expertCounts(assigned, experts);

  let dropped = 0;
  for (const pair of lost) {
    const token = Math.floor(pair / slots);
    const next =
      options.overflow === 'next-best' ? nextBest(routing, token, assigned, load, options.capacity) : undefined;
    if (next !== undefined) {
      assigned[pair] = next;
      load[next]!++;
      continue;
    }
    dropped++;
    if (options.overflow === 'residual') passed[pair] = weights[pair]!;
    weights[pair] = 0;
  }
  if (options.overflow === 'next-best') reweigh(logits, routing, gate, lost, assigned, weights);
  return { experts: assigned, weights, passed, counts, load, dropped };
}

/** Pairs beyond their expert's capacity, in token order. */
function overflowing(routing: Routing, experts: number, { capacity, policy }: CapacityOptions): number[] {
  const asking: number[][] = Array.from({ length: experts }, () => []);
  routing.experts.forEach((expert, pair) => {
    if (expert >= 0) asking[expert]!.push(pair);
  });
  const lost = asking.flatMap((pairs) => {
    if (pairs.length <= capacity) return [];
    if (policy === 'position') return pairs.slice(capacity);
    const kept = new Set(
      topK(
        pairs.map((pair) => routing.weights.data[pair]!),
        capacity,
      ),
    );
    return pairs.filter((_, i) => !kept.has(i));
  });
  return lost.sort((a, b) => a - b);
}

/** The best expert by selection score that the token may use, has not chosen, and that has room. */
function nextBest(
  routing: Routing,
  token: number,
  assigned: Int32Array,
  load: Int32Array,
  capacity: number,
): number | undefined {
  const { slots } = routing;
  const selection = routing.selection.row(token);
  const closed = Array.from(selection, (_, expert) => {
    const chosen =
      routing.experts.subarray(token * slots, (token + 1) * slots).includes(expert) ||
      assigned.subarray(token * slots, (token + 1) * slots).includes(expert);
    return chosen || load[expert]! >= capacity || routing.dropped[token * selection.length + expert] === 1;
  });
  return topK(selection, 1, closed)[0];
}

function reweigh(
  logits: Tensor,
  routing: Routing,
  gate: GateOptions,
  lost: readonly number[],
  assigned: Int32Array,
  weights: Float64Array,
): void {
  const { slots } = routing;
  for (const token of new Set(lost.map((pair) => Math.floor(pair / slots)))) {
    const places = Array.from({ length: slots }, (_, slot) => token * slots + slot).filter(
      (pair) => assigned[pair]! >= 0,
    );
    const chosen = places.map((pair) => assigned[pair]!);
    const fresh = gateWeights(logits.row(token), routing.scores.row(token), chosen, gate);
    for (const [i, pair] of places.entries()) weights[pair] = fresh[i]!;
  }
}
