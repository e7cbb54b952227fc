import { say } from '../../l10n/say';
import type { SpikeRule } from '../../reference/training/spikes';
import type { Response, TrainingOptions } from '../../reference/training/training-run';
import { type Complain, complainOfMissing } from '../complain';
import { withDefaults } from '../schema/key';
import { byPath, type ValuesByPath } from '../values-by-path';
import { type LossCurveValues, lossCurveKeys } from './loss-curve-keys';

export interface LossCurveSetup {
  readonly rule: SpikeRule;
  /** Undefined where the curve is read from a table. */
  readonly training: { readonly options: TrainingOptions; readonly response: Response } | undefined;
}

const ofTraining = [
  ...(['steps', 'rate', 'bad_batches', 'bad_scale', 'z_loss', 'respond', 'checkpoint'] as const),
  ...(['skip_batches', 'lower_to', 'lower_for', 'seed'] as const),
];

/** Fills in the defaults and complains of what cannot be together. */
export function lossCurveSetup(values: LossCurveValues, complain: Complain): LossCurveSetup {
  const given = withDefaults(lossCurveKeys, values);
  const rule = { window: given.window, z: given.z, fast: given.fast };
  const { data } = values;
  if (data) {
    const missing = (['path', 'loss'] as const).filter((key) => data[key] === undefined);
    if (missing.length > 0)
      complainOfMissing(
        complain,
        'data',
        missing.map((key) => `data.${key}`),
        say`needs ${missing.join(' and ')}: a file and the name of its column.`,
      );
    for (const key of ofTraining)
      if (values[key] !== undefined)
        complain(key, say`means nothing where the curve is read from a table.`, undefined, 'warning');
    return { rule, training: undefined };
  }
  const badBatches = badOf(values, given.steps);
  const beyond = badBatches.find((batch) => batch >= given.steps);
  if (beyond !== undefined)
    complain('bad_batches', say`names batch ${beyond}; there are ${given.steps}, counted from 0.`);
  const options: TrainingOptions = {
    ...{ seed: given.seed, steps: given.steps, rate: given.rate, zLoss: given.z_loss },
    ...{ badBatches, badScale: given.bad_scale, checkpoint: given.checkpoint, skipBatches: given.skip_batches },
    ...{ lowerTo: given.lower_to, lowerFor: given.lower_for },
  };
  return { rule, training: { options, response: given.respond } };
}

/** The value of every key by path, defaults filled in; of a table those alone that it has a use for. */
export function lossCurveInForce(values: LossCurveValues, { training }: LossCurveSetup): ValuesByPath {
  const all = byPath(withDefaults(lossCurveKeys, values));
  if (training) return { ...all, bad_batches: training.options.badBatches };
  return Object.fromEntries(Object.entries(all).filter(([key]) => !(ofTraining as readonly string[]).includes(key)));
}

const badOf = ({ bad_batches: given }: LossCurveValues, steps: number): readonly number[] =>
  given ?? [Math.floor(0.55 * steps)];
