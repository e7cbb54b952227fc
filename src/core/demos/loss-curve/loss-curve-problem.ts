import { say } from '../../l10n/say';
import { type Spike, spikesOf } from '../../reference/training/spikes';
import { responses, stepsLost, type TrainingRun, train } from '../../reference/training/training-run';
import type { Complain } from '../complain';
import type { DemoHost } from '../demo-definition';
import { columnOf, numberIn, readTable } from '../read-table';
import { finite } from '../result';
import type { Work } from '../work';
import type { LossCurveResults, LossCurveValues } from './loss-curve-keys';
import type { LossCurveSetup } from './loss-curve-setup';

/** A curve, step by step. */
export interface LossCurve {
  readonly steps: readonly number[];
  readonly losses: Float64Array;
  readonly zLosses: Float64Array | undefined;
  readonly gradientNorms: Float64Array | undefined;
  /** Of a run trained here: the loss on data that it is not trained on. */
  readonly testLosses?: Float64Array;
}

export interface LossCurveProblem extends LossCurveSetup {
  /** As read from a table; undefined where the run is trained here. */
  readonly table: LossCurve | undefined;
}

/** What the picture shows beside the results. */
export interface LossCurveTrace {
  readonly curve: LossCurve;
  readonly spikes: readonly Spike[];
  /** Each response with its run and what it cost; empty for a table. */
  readonly played: readonly { readonly response: string; readonly run: TrainingRun; readonly cost: number }[];
}

const mostRows = 100_000;

export async function lossCurveProblem(
  { data }: LossCurveValues,
  setup: LossCurveSetup,
  { readData }: DemoHost,
  complain: Complain,
): Promise<LossCurveProblem | undefined> {
  if (!data) return { ...setup, table: undefined };
  const { path, loss } = data;
  if (path === undefined || loss === undefined) return undefined;
  const table = await readTable(path, readData, complain);
  if (!table) return undefined;
  const names = { loss, step: data.step, z_loss: data.z_loss, grad_norm: data.grad_norm };
  const column = (key: keyof typeof names): Float64Array | undefined => {
    const at = columnOf(table, path, key, names[key], complain);
    return at === undefined ? undefined : Float64Array.from(table.rows, (cells) => numberIn(cells[at]));
  };
  const losses = column('loss');
  const steps = column('step');
  const curve = { zLosses: column('z_loss'), gradientNorms: column('grad_norm') };
  if (table.rows.length > mostRows)
    complain('data.path', say`has ${table.rows.length} rows; at most ${mostRows} are read.`);
  if (table.rows.length === 0) complain('data.path', say`names a table without rows.`);
  const bad = losses?.findIndex((value) => !(value > 0)) ?? -1;
  if (bad >= 0) complain('data.loss', say`row ${bad}: a loss must be a number above zero, with a point for decimals.`);
  const unread = [steps, curve.zLosses, curve.gradientNorms].find((values) => values?.some(Number.isNaN));
  if (unread) complain('data', say`row ${unread.findIndex(Number.isNaN)}: a cell holds no number.`);
  if (!losses) return undefined;
  return { ...setup, table: { ...curve, losses, steps: [...(steps ?? losses.keys())] } };
}

/** Reads or trains the curve, finds its spikes and plays the responses. */
export function* tracingLossCurve({ rule, training, table }: LossCurveProblem): Work<LossCurveTrace> {
  if (!training) return { curve: table!, spikes: spikesOf(table!.losses, rule), played: [] };
  const { options, response } = training;
  const clean = yield* train({ ...options, badBatches: [] }, 'wait');
  const played: LossCurveTrace['played'][number][] = [];
  for (const one of responses) {
    const run = yield* train(options, one);
    played.push({ response: one, run, cost: stepsLost(run, clean) });
  }
  const { run } = played.find((one) => one.response === response)!;
  const curve: LossCurve = { ...run, steps: [...run.losses.keys()] };
  return { curve, spikes: spikesOf(curve.losses, rule), played };
}

export function lossCurveResultsOf({ curve, spikes, played }: LossCurveTrace): LossCurveResults {
  const kinds = spikes.map(({ kind }) => kind);
  const lengths = spikes.map(({ start, end }) => end - start);
  const last = curve.losses.slice(-10);
  const costOf = (name: string) => played.find(({ response }) => response === name)?.cost ?? null;
  return {
    spikes: spikes.length,
    fast_spikes: kinds.filter((kind) => kind === 'fast').length,
    slow_spikes: kinds.filter((kind) => kind === 'slow').length,
    spike_starts: spikes.map(({ start }) => curve.steps[start]!),
    spike_lengths: lengths,
    spike_z: spikes.map(({ z }) => finite(z)),
    spike_kinds: kinds,
    steps_in_spikes: lengths.reduce((sum, length) => sum + length, 0),
    peak_loss: greatest(curve.losses),
    final_loss: finite(last.reduce((sum, loss) => sum + loss, 0) / last.length),
    peak_grad_norm: greatest(curve.gradientNorms),
    peak_z_loss: greatest(curve.zLosses),
    cost_wait: costOf('wait'),
    cost_skip: costOf('skip'),
    cost_roll_back: costOf('roll-back'),
    cost_lower_rate: costOf('lower-rate'),
  };
}

const greatest = (values: Float64Array | undefined) =>
  values ? finite(values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)) : null;
