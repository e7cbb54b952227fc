import type { Random } from '../random';
import { Tensor } from '../tensor';
import { loadFractions, maxViolation, updateBias } from './balance';
import { expertCounts } from './capacity';
import { type GateOptions, gate, type Routing } from './gate';

export type Balance =
  | { readonly method: 'none' }
  /** The selection bias moves by `rate` each step (Wang et al. 2024, arXiv 2408.15664). */
  | { readonly method: 'bias'; readonly rate: number }
  /** The router's own offsets descend the auxiliary loss of weight `alpha` with learning rate `rate`. */
  | { readonly method: 'aux-loss'; readonly rate: number; readonly alpha: number };

export interface BalanceStep {
  /** From 1. */
  readonly step: number;
  /** Logits as the gate saw them, `[tokens, experts]`. */
  readonly logits: Tensor;
  readonly routing: Routing;
  /** `[experts]` pairs asked for. */
  readonly counts: Int32Array;
  readonly maxViolation: number;
  /** `[experts]` selection bias in force during the step. */
  readonly bias: Float64Array;
  /** `[experts]` what training has added to the logits. */
  readonly offsets: Float64Array;
}

/**
 * Plays training steps forward, without end: `draw` gives each step's router logits `[tokens, experts]`, the gate
 * chooses, and the balancing method answers to the load. Nothing but the router learns.
 */
export function* trainBalance(
  draw: (step: number) => Tensor,
  options: GateOptions,
  balance: Balance,
): Generator<BalanceStep, never> {
  let bias: Float64Array | undefined;
  let offsets: Float64Array | undefined;
  for (let step = 1; ; step++) {
    const drawn = draw(step);
    const experts = drawn.size(1);
    bias ??= Float64Array.from({ length: experts }, (_, expert) => options.bias?.[expert] ?? 0);
    offsets ??= new Float64Array(experts);
    const logits = shifted(drawn, offsets);
    const routing = gate(logits, { ...options, bias });
    const counts = expertCounts(routing.experts, experts);
    yield {
      ...{ step, logits, routing, counts, maxViolation: maxViolation(counts) },
      ...{ bias: bias.slice(), offsets: offsets.slice() },
    };
    if (balance.method === 'bias') updateBias(bias, counts, balance.rate);
    if (balance.method === 'aux-loss') {
      const slope = auxiliaryLossGradient(routing.scores, counts, options.score, balance.alpha);
      for (let expert = 0; expert < experts; expert++) offsets[expert]! -= balance.rate * slope[expert]!;
    }
  }
}

/**
 * Logits of tokens whose taste for experts differs: a fixed gaussian preference of each expert times `skew`, plus a
 * gaussian of each token and expert.
 */
export function drawLogits(random: Random, tokens: number, preferences: ArrayLike<number>, skew: number): Tensor {
  const experts = preferences.length;
  return Tensor.generate([tokens, experts], (i) => skew * preferences[i % experts]! + random.gaussian());
}

/**
 * The slope of α·N·Σ f_i P_i in an offset added to each expert's logit, `[experts]`, with the load f held fixed as
 * training does; P is the mean share s/Σs.
 */
export function auxiliaryLossGradient(
  scores: Tensor,
  counts: ArrayLike<number>,
  score: GateOptions['score'],
  alpha: number,
): Float64Array {
  const [tokens, experts] = scores.shape as [number, number];
  const load = loadFractions(counts);
  const slope = new Float64Array(experts);
  for (let token = 0; token < tokens; token++) {
    const row = scores.row(token);
    const sum = row.reduce((total, value) => total + value, 0);
    const mean = row.reduce((total, value, expert) => total + load[expert]! * value, 0) / sum;
    for (let expert = 0; expert < experts; expert++) {
      const value = row[expert]!;
      const pull = score === 'softmax' ? value : value * (1 - value);
      slope[expert]! += (alpha * experts * (pull / sum) * (load[expert]! - mean)) / tokens;
    }
  }
  return slope;
}

const shifted = (logits: Tensor, offsets: Float64Array): Tensor =>
  offsets.every((offset) => offset === 0)
    ? logits
    : new Tensor(
        logits.shape,
        logits.data.map((value, i) => value + offsets[i % offsets.length]!),
      );
