import { linear } from '../../../src/core/reference/matmul';
import { type Expert, feedForward } from '../../../src/core/reference/moe/experts';
import { type GateOptions, gate } from '../../../src/core/reference/moe/gate';
import { Random } from '../../../src/core/reference/random';
import { Tensor } from '../../../src/core/reference/tensor';
import type { Operations } from '../operations';
import { drawnEvenly } from './drawn-evenly';
import { relativeDistance } from './relative-distance';
import type { Watch } from './watch';

/** A layer of experts as models are published with it. */
export interface LayerSizes {
  readonly tokens: number;
  /** Channels of a token. */
  readonly width: number;
  /** Channels within an expert. */
  readonly hidden: number;
  readonly experts: number;
  /** Experts that every token is sent to. */
  readonly shared: number;
  readonly gate: GateOptions;
}

export interface LayerAtSize {
  /** Experts that were computed, of those that a token was sent to; shared ones among them. */
  readonly experts: number;
  /** Pairs of a token and an expert that were computed. */
  readonly pairs: number;
  /** |logits - reference|₂/|reference|₂ of the sampled tokens. */
  readonly logits: number;
  /** Tokens for which the reference chooses other experts by the same logits. */
  readonly others: number;
  /** The largest difference of an expert's weight from the reference. */
  readonly weights: number;
  /** |output - reference|₂/|reference|₂ of the sampled tokens through all of their experts. */
  readonly output: number;
  readonly checkedTokens: number;
}

/** Numbers between the beginnings of two matrices: all are cut from one pool, so that no two are the same. */
const apartInPool = 977;
/** Tokens that a shared expert is given where a sample alone is computed. */
const fewTokens = 16;

/**
 * A layer of experts over seeded tokens: the router's product, the gate, then one expert at a time over the tokens that
 * were sent to it, so that memory holds one expert's weights and it can be stopped between two. `sample` leaves out the
 * experts that the sampled tokens do not need.
 */
export async function expertsAtSize(
  { tokens, width, hidden, experts, shared, gate: options }: LayerSizes,
  operations: Pick<Operations, 'matmul' | 'route' | 'mixtureOfExperts'>,
  watch: Watch,
  { sample = false, checkedTokens = 1 }: { readonly sample?: boolean; readonly checkedTokens?: number } = {},
): Promise<LayerAtSize> {
  await watch(0, experts + shared);
  const random = new Random(0, 'experts at size');
  const x = drawnEvenly(random, [tokens, width]);
  const router = drawnEvenly(random, [experts, width], width ** -0.5);
  const all = 3 * (experts + shared);
  const pool = drawnEvenly(random, [width * hidden + all * apartInPool], width ** -0.5).data;
  const matrix = (index: number, rows: number, columns: number): Tensor =>
    new Tensor([rows, columns], pool.subarray(index * apartInPool, index * apartInPool + rows * columns));
  const expertAt = (index: number): Expert => ({
    gate: matrix(3 * index, hidden, width),
    up: matrix(3 * index + 1, hidden, width),
    down: matrix(3 * index + 2, width, hidden),
  });

  const logits = await operations.matmul(x, router, { transposeB: true });
  const { routing } = await operations.route(logits, options);
  const expectedRouting = gate(logits, options);
  const slots = routing.slots;
  const chosenBy = (experts: Int32Array, token: number) => experts.subarray(token * slots, (token + 1) * slots);
  let [others, weights] = [0, 0];
  for (let token = 0; token < tokens; token++) {
    const [own, theirs] = [chosenBy(routing.experts, token), chosenBy(expectedRouting.experts, token)];
    if (own.some((expert, slot) => expert !== theirs[slot])) others++;
    else
      for (let at = token * slots; at < (token + 1) * slots; at++)
        weights = Math.max(weights, Math.abs(routing.weights.data[at]! - expectedRouting.weights.data[at]!));
  }

  const checked = new Tensor([checkedTokens, width], x.data.subarray(0, checkedTokens * width));
  const sum = new Tensor([tokens, width]);
  const expected = new Tensor([checkedTokens, width]);
  let [done, pairs] = [0, 0];
  for (let index = 0; index < experts + shared; index++) {
    await watch(index, experts + shared);
    const isShared = index >= experts;
    const served: { readonly token: number; readonly weight: number }[] = [];
    for (let token = 0; token < tokens; token++) {
      if (isShared && (!sample || token < Math.max(fewTokens, checkedTokens))) served.push({ token, weight: 1 });
      const slot = isShared ? -1 : chosenBy(routing.experts, token).indexOf(index);
      if (slot >= 0) served.push({ token, weight: routing.weights.at(token, slot) });
    }
    if (served.length === 0 || (sample && !served.some(({ token }) => token < checkedTokens))) continue;
    const expert = expertAt(index);
    const rows = new Tensor([served.length, width]);
    for (const [row, { token }] of served.entries()) rows.row(row).set(x.row(token));
    const answer = await operations.mixtureOfExperts(rows, [expert], [], {
      experts: new Int32Array(served.length),
      weights: Float64Array.from(served, ({ weight }) => weight),
    });
    done++;
    pairs += served.length;
    for (const [row, { token, weight }] of served.entries()) {
      addTo(sum.row(token), answer.row(row), 1);
      if (token >= checkedTokens) continue;
      const one = new Tensor([1, width], x.row(token));
      addTo(expected.row(token), feedForward(one, expert).data, weight);
    }
  }
  await watch(experts + shared, experts + shared);
  const some = (tensor: Tensor): Float64Array => tensor.data.subarray(0, checkedTokens * tensor.size(1));
  return {
    ...{ experts: done, pairs, others, weights, checkedTokens },
    logits: relativeDistance(some(logits), linear(checked, router).data),
    output: relativeDistance(some(sum), expected.data),
  };
}

function addTo(sum: Float64Array, more: Float64Array, times: number): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += times * more[i]!;
}
