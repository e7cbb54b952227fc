import type { DropPolicy } from '../../../src/core/reference/moe/capacity';
import type { Computation } from '../computation';
import { type DeviceTensor, elements } from '../device-tensor';

export interface Placement {
  /** `[experts + 1, 4]`, u32: pairs asking, pairs kept, first place, first tile of 64 places; at the end their sums. */
  readonly segments: DeviceTensor;
  /** `[places]`, u32: the pair at each place. */
  readonly order: DeviceTensor;
  /** `[tokens, slots]`, i32: the place of each pair, -1 where it has none. */
  readonly places: DeviceTensor;
}

const block = 256;

/**
 * Puts (token, slot) pairs in the order of their experts, at most `capacity` for each: those of greatest weight, or the
 * first. The same on every run.
 */
export function place(
  computation: Computation,
  chosen: DeviceTensor,
  weights: DeviceTensor,
  experts: number,
  capacity = Number.POSITIVE_INFINITY,
  policy: DropPolicy = 'position',
): Placement {
  const pairs = elements(chosen.shape);
  const ranks = computation.allocate('ranks', [pairs], 'u32');
  if (policy === 'position' || capacity >= pairs)
    return scatter(computation, chosen, ranks, rankByPosition(computation, chosen, ranks, experts, capacity));

  const all = rankByPosition(computation, chosen, ranks, experts);
  const { order } = scatter(computation, chosen, ranks, all);
  const byWeight = computation.allocate('ranks by weight', [pairs], 'u32');
  computation.dispatch({
    kernel: 'moe-rank-by-weight',
    tensors: [chosen, weights, order, all, byWeight],
    sizes: [pairs],
    groups: [Math.ceil(pairs / 64)],
    work: (4 * pairs * pairs) / experts,
  });
  const segments = rankByPosition(computation, chosen, ranks, experts, capacity);
  return scatter(computation, chosen, byWeight, segments);
}

/** Counts each expert's pairs and ranks them in token order. Returns the segments. */
function rankByPosition(
  computation: Computation,
  chosen: DeviceTensor,
  ranks: DeviceTensor,
  experts: number,
  capacity = Number.POSITIVE_INFINITY,
): DeviceTensor {
  const pairs = elements(chosen.shape);
  const blocks = Math.ceil(pairs / block);
  const counts = computation.allocate('counts', [blocks, experts], 'u32');
  const segments = computation.allocate('segments', [experts + 1, 4], 'u32');
  const sizes = [pairs, experts];
  const work = 4 * blocks * block * experts;
  computation.dispatch({ kernel: 'moe-count', tensors: [chosen, counts], sizes, groups: [blocks], work });
  computation.dispatch({
    kernel: 'moe-scan',
    tensors: [counts, segments],
    sizes: [blocks, experts, Math.min(capacity, 0xffffffff)],
    groups: [1],
    work: 8 * experts * (blocks + 1),
  });
  computation.dispatch({ kernel: 'moe-rank', tensors: [chosen, counts, ranks], sizes, groups: [blocks], work });
  return segments;
}

function scatter(
  computation: Computation,
  chosen: DeviceTensor,
  ranks: DeviceTensor,
  segments: DeviceTensor,
): Placement {
  const pairs = elements(chosen.shape);
  const order = computation.allocate('order', [pairs], 'u32');
  const places = computation.allocate('places', chosen.shape, 'i32');
  computation.dispatch({
    kernel: 'moe-scatter',
    tensors: [chosen, ranks, segments, order, places],
    sizes: [pairs],
    groups: [Math.ceil(pairs / 64)],
    work: 8 * pairs,
  });
  return { segments, order, places };
}
