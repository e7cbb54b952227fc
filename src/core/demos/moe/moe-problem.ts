import { dispatchElements, ringAllReduceBytes } from '../../reference/communication';
import { auxiliaryLoss, deviceLoad, maxViolation, sequenceLoss, zLoss } from '../../reference/moe/balance';
import { type Dispatch, dispatch, expertCapacity } from '../../reference/moe/capacity';
import { type BalanceStep, drawLogits, trainBalance } from '../../reference/moe/train-balance';
import { Random } from '../../reference/random';
import { Tensor } from '../../reference/tensor';
import type { Complain } from '../complain';
import type { DemoHost } from '../demo-definition';
import { type Numeric, numbersOf } from '../result';
import type { Work } from '../work';
import type { MoeResults, MoeValues } from './moe-keys';
import { type MoeSetup, moeSetup } from './moe-setup';
import { type RecordedRouting, readRecordedMoe, recordedRouting } from './recorded-routing';

/** What routing is computed from; the panel's kernels take the same logits. */
export interface MoeProblem extends MoeSetup {
  /** The author's, with what a table holds in place of the key `data`. */
  readonly values: MoeValues;
  /** Logits of a training step, in step order from 1, `[tokens, experts]`. */
  readonly draw: (step: number) => Tensor;
  /** Where a real router sent the same tokens; undefined where no choices are recorded. */
  readonly recorded: RecordedRouting | undefined;
  /** Whether the logits are those of the recorded choices, too. */
  readonly recordedLogits: boolean;
}

/** One step with what capacity makes of it. */
export interface MoeStep extends BalanceStep {
  readonly sent: Dispatch;
  /** Places that each expert has: of the pairs that the step really sends, where tokens choose how many. Infinity without a limit. */
  readonly places: number;
}

export const moeProblem = (values: MoeValues, setup: MoeSetup): MoeProblem => ({
  ...setup,
  values,
  draw: drawing(values, setup),
  recorded: undefined,
  recordedLogits: false,
});

/** What a table holds takes the place of what the fence does not say, so that the rules of the fence hold for it too. */
export async function moeProblemOf(
  values: MoeValues,
  setup: MoeSetup,
  host: DemoHost,
  complain: Complain,
): Promise<MoeProblem | undefined> {
  if (!values.data) return moeProblem(values, setup);
  const table = await readRecordedMoe(values, host, complain);
  if (!table) return undefined;
  const read = table.values;
  let fits = true;
  const own = moeSetup(read, (path, message, ...rest) => {
    fits &&= rest[1] === 'warning';
    complain((read.logits && path === 'logits') || path === 'tokens' ? 'data.path' : path, message, ...rest);
  });
  if (!fits) return undefined;
  const recorded = table.chosen && recordedRouting(table.chosen, own.experts, own.gate.topK, complain);
  if (table.chosen && !recorded) return undefined;
  return { ...moeProblem(read, own), recorded, recordedLogits: read.logits !== undefined };
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
    ...recordedResults(step, problem),
  };
}

/** What was recorded, and for how many tokens the gate chooses the same. */
function recordedResults(
  { routing }: MoeStep,
  { recorded, recordedLogits }: MoeProblem,
): Pick<MoeResults, 'recorded_experts' | 'recorded_load' | 'recorded_max_vio' | 'recorded_agreement'> {
  if (!recorded)
    return { recorded_experts: null, recorded_load: null, recorded_max_vio: null, recorded_agreement: null };
  const { slots, experts } = routing;
  const same = recorded.experts.filter((row, token) => {
    const chosen = experts.subarray(token * slots, (token + 1) * slots).filter((expert) => expert >= 0);
    return chosen.length === row.length && row.every((expert) => chosen.includes(expert));
  });
  return {
    recorded_experts: recorded.experts,
    recorded_load: numbersOf(recorded.counts),
    recorded_max_vio: maxViolation(recorded.counts),
    recorded_agreement: recordedLogits ? same.length / recorded.experts.length : null,
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
