import { dispatchElements, ringAllReduceBytes } from '../../reference/communication';
import { auxiliaryLoss, deviceLoad, sequenceLoss, zLoss } from '../../reference/moe/balance';
import { type Dispatch, dispatch, expertCapacity } from '../../reference/moe/capacity';
import { type BalanceStep, drawLogits, trainBalance } from '../../reference/moe/train-balance';
import { Random } from '../../reference/random';
import { Tensor } from '../../reference/tensor';
import { type Numeric, numbersOf } from '../result';
import type { Work } from '../work';
import type { MoeResults, MoeValues } from './moe-keys';
import type { MoeSetup } from './moe-setup';

/** What routing is computed from; the panel's kernels take the same logits. */
export interface MoeProblem extends MoeSetup {
  /** Logits of a training step, in step order from 1, `[tokens, experts]`. */
  readonly draw: (step: number) => Tensor;
}

/** One step with what capacity makes of it. */
export interface MoeStep extends BalanceStep {
  readonly sent: Dispatch;
  /** Places that each expert has: of the pairs that the step really sends, where tokens choose how many. Infinity without a limit. */
  readonly places: number;
}

export function moeProblem(values: MoeValues, setup: MoeSetup): MoeProblem {
  return { ...setup, draw: drawing(values, setup) };
}

/** Plays the steps; each yields, so that a long training can be watched or given up. */
export function* trainMoe(problem: MoeProblem): Generator<MoeStep, void> {
  const training = trainBalance(problem.draw, problem.gate, problem.balance);
  for (let step = 1; step <= problem.steps; step++) yield withDispatch(training.next().value, problem);
}

export function* solveMoe(problem: MoeProblem): Work<MoeResults> {
  const training = trainBalance(problem.draw, problem.gate, problem.balance);
  let last = training.next().value;
  while (last.step < problem.steps) {
    yield;
    last = training.next().value;
  }
  return moeResultsOf(withDispatch(last, problem), problem);
}

export function moeResultsOf(step: MoeStep, problem: MoeProblem): MoeResults {
  const { routing, counts, sent, logits } = step;
  const { gate, experts, shared, modelWidth: width } = problem;
  const pairs = counts.reduce((sum, count) => sum + count, 0);
  return {
    experts: perToken(routing.experts, routing.experts, routing.slots),
    weights: perToken(routing.weights.data, routing.experts, routing.slots),
    load: numbersOf(sent.load),
    max_vio: step.maxViolation,
    drop_rate: pairs === 0 ? 0 : sent.dropped / pairs,
    aux_loss: auxiliaryLoss(routing.scores, counts, problem.alpha),
    active_fraction: (pairs / logits.size(0) + shared) / (experts + shared),
    sequence_loss: sequenceLoss(routing.scores, counts, gate.adaptive ? pairs / logits.size(0) : gate.topK),
    z_loss: zLoss(logits),
    dispatch_elements: width === undefined ? null : dispatchElements(pairs / logits.size(0), logits.size(0), width),
    all_reduce_elements: width === undefined ? null : ringAllReduceBytes(problem.devices, logits.size(0) * width),
    capacity: Number.isFinite(step.places) ? step.places : null,
    device_load: numbersOf(deviceLoad(sent.load, problem.devices)),
    bias: numbersOf(step.bias),
  };
}

function withDispatch(step: BalanceStep, { capacity, experts, gate }: MoeProblem): MoeStep {
  const { overflow, policy } = capacity ?? { overflow: 'drop', policy: 'probability' };
  const pairs = step.counts.reduce((sum, count) => sum + count, 0);
  const places = capacity ? expertCapacity(pairs, 1, experts, capacity.factor) : Number.POSITIVE_INFINITY;
  const sent = dispatch(step.logits, step.routing, gate, { capacity: places, overflow, policy });
  return { ...step, sent, places };
}

/** `[tokens, slots]` as one list a token, empty slots left out. */
function perToken(flat: ArrayLike<number>, experts: Int32Array, slots: number): Numeric[][] {
  const used = (pair: number) => experts[pair]! >= 0;
  return Array.from({ length: experts.length / slots }, (_, token) =>
    Array.from({ length: slots }, (_, slot) => token * slots + slot)
      .filter(used)
      .map((pair) => flat[pair]!),
  );
}

/** Logits given outright; of words, each its own; or of new tokens at every step. */
function drawing(values: MoeValues, setup: MoeSetup): (step: number) => Tensor {
  const { tokens, experts, seed, skew, noise, byWord } = setup;
  const noiseStream = new Random(seed, 'noise');
  const noisy = (logits: Tensor): Tensor =>
    noise === 0
      ? logits
      : new Tensor(
          logits.shape,
          logits.data.map((value) => value + noise * noiseStream.gaussian()),
        );
  if (values.logits) {
    const given = Tensor.from(values.logits);
    return () => noisy(given);
  }
  const preferences = new Random(seed, 'preferences').gaussians([experts]).data;
  if (byWord) {
    const logits = new Tensor([tokens.length, experts]);
    for (const [i, token] of tokens.entries())
      logits.row(i).set(drawLogits(new Random(seed, `token/${token}`), 1, preferences, skew).data);
    return () => noisy(logits);
  }
  const tokenStream = new Random(seed, 'tokens');
  return () => noisy(drawLogits(tokenStream, tokens.length, preferences, skew));
}
