import type { Work } from '../work';
import { classes, features, pass, Task } from './classifier';

/** What is done about a spike. */
export const responses = ['wait', 'skip', 'roll-back', 'lower-rate'] as const;
export type Response = (typeof responses)[number];

export interface TrainingOptions {
  readonly seed: number;
  readonly steps: number;
  readonly rate: number;
  /** Coefficient of the Z-loss. */
  readonly zLoss: number;
  /** The batches that are bad, by number, and by how much their inputs are too large. */
  readonly badBatches: readonly number[];
  readonly badScale: number;
  /** Steps between two checkpoints. */
  readonly checkpoint: number;
  /** Batches that are left out after a roll-back, the bad one among them. */
  readonly skipBatches: number;
  /** Times the rate, from a spike on, where it is lowered, and for how many steps. */
  readonly lowerTo: number;
  readonly lowerFor: number;
}

/** One run, step by step as they were carried out, those that were taken back among them. */
export interface TrainingRun {
  /** Mean cross entropy of each step’s batch, before the step. */
  readonly losses: Float64Array;
  /** Loss on data that is not trained on, before each step. */
  readonly testLosses: Float64Array;
  readonly gradientNorms: Float64Array;
  /** Z-loss without its coefficient, of each step's batch. */
  readonly zLosses: Float64Array;
  /** The number of each step's batch. */
  readonly batches: Uint32Array;
  /** Steps that were left out or taken back. */
  readonly wasted: number;
}

/** Momentum of the optimiser. */
const momentum = 0.9;

/**
 * Trains softmax regression by gradient descent with momentum, on batches in their order. A bad batch is known as the
 * response learns of it: `skip` sees its loss before the step and leaves it out; `roll-back` sees it after the step, goes
 * back to the last checkpoint and leaves out batches from the bad one on, as Chowdhery et al. 2022 (PaLM, arXiv
 * 2204.02311, section 5.1) did; `lower-rate` sees it after the step too.
 */
export function* train(options: TrainingOptions, response: Response): Work<TrainingRun> {
  const task = new Task(options.seed);
  const test = task.batch('test');
  const bad = new Set(options.badBatches);
  const { steps, checkpoint } = options;
  let state = { weights: new Float64Array(classes * features), speed: new Float64Array(classes * features), batch: 0 };
  let saved = state;
  const skipped = new Set<number>();
  let lowered = 0;
  const losses: number[] = [];
  const testLosses: number[] = [];
  const gradientNorms: number[] = [];
  const zLosses: number[] = [];
  const batches: number[] = [];
  let wasted = 0;
  for (let step = 0; step < steps; step++) {
    if (step % 32 === 0) yield;
    if (state.batch % checkpoint === 0) saved = state;
    while (skipped.has(state.batch)) state = { ...state, batch: state.batch + 1 };
    const isBad = bad.has(state.batch);
    const { loss, gradient, meanSquaredZ } = pass(
      state.weights,
      task.batch(state.batch, isBad ? options.badScale : 1),
      options.zLoss,
    );
    losses.push(loss);
    testLosses.push(pass(state.weights, test, 0).loss);
    gradientNorms.push(Math.hypot(...gradient));
    zLosses.push(meanSquaredZ);
    batches.push(state.batch);
    if (isBad && response === 'skip') {
      wasted++;
      state = { ...state, batch: state.batch + 1 };
      continue;
    }
    if (isBad && response === 'roll-back') {
      for (let i = 0; i < options.skipBatches; i++) skipped.add(state.batch + i);
      wasted += state.batch - saved.batch + 1;
      state = saved;
      continue;
    }
    const rate = options.rate * (lowered > 0 ? options.lowerTo : 1);
    if (lowered > 0) lowered--;
    if (isBad && response === 'lower-rate') lowered = options.lowerFor;
    const speed = state.speed.map((value, i) => momentum * value - rate * gradient[i]!);
    state = { speed, weights: state.weights.map((value, i) => value + speed[i]!), batch: state.batch + 1 };
  }
  return {
    losses: Float64Array.from(losses),
    testLosses: Float64Array.from(testLosses),
    gradientNorms: Float64Array.from(gradientNorms),
    zLosses: Float64Array.from(zLosses),
    batches: Uint32Array.from(batches),
    wasted,
  };
}

/** How far above the run without bad batches a test loss is still as good. */
const asGood = 1.05;

/**
 * What a run has lost beside one of the same task without bad batches: steps that were left out or taken back, and steps
 * before which the test loss was more than 5% above that of the other at the same batch.
 */
export function stepsLost({ testLosses, batches, wasted }: TrainingRun, clean: TrainingRun): number {
  const worse = batches.reduce((count, batch, step) => {
    const other = clean.testLosses[batch];
    return other !== undefined && !(testLosses[step]! <= asGood * other) ? count + 1 : count;
  }, 0);
  return wasted + worse;
}
