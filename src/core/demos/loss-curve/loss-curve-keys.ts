import { say } from '../../l10n/say';
import { choice, commonKeys, type Keys, number, numbers, record, text, type ValuesOf, whole } from '../schema/key';
import { numberList, oneNumber, type ResultKeys, type ResultsOf, wordList } from '../schema/result-key';

const palm = 'Chowdhery et al. 2022, PaLM, arXiv 2204.02311';

export const mostSteps = 2000;

export const lossCurveKeys = {
  ...commonKeys,
  data: record(
    {
      path: text({ meaning: say`A CSV file beside the lesson, inside the workspace, with a header row.` }),
      loss: text({ meaning: say`Column of the loss of each step.` }),
      step: text({ meaning: say`Column of the step; without it rows are counted from 0.` }),
      z_loss: text({ meaning: say`Column of the Z-loss.` }),
      grad_norm: text({ meaning: say`Column of the norm of the gradient.` }),
    },
    {
      meaning: say`A curve read from a table, in place of a run that is trained here.`,
      otherwise: say`a run trained here`,
    },
  ),
  steps: whole(20, mostSteps, { meaning: say`Steps of the run: softmax regression on seeded data.`, default: 400 }),
  rate: number(1e-6, 10, { meaning: say`Learning rate, with momentum 0.9.`, default: 0.05 }),
  bad_batches: numbers(
    {
      meaning: say`Batches whose inputs are too large and whose labels say nothing, counted from 0.`,
      otherwise: say`one, behind the middle of the run`,
    },
    true,
  ),
  bad_scale: number(1, 1000, { meaning: say`How many times too large the inputs of a bad batch are.`, default: 30 }),
  z_loss: number(0, 1, {
    meaning: say`Coefficient of the Z-loss, which holds the logarithm of the softmax’s sum near 0.`,
    default: 0,
    formula: 'z\\,\\overline{\\log^2 Z}',
    source: `${palm}, section 5`,
  }),
  respond: choice(
    {
      wait: say`nothing is done`,
      skip: say`the batch is left out before its step`,
      'roll-back': say`the run goes back to the last checkpoint and leaves out batches from the bad one on`,
      'lower-rate': say`the rate is lowered for some steps`,
    },
    { meaning: say`What is done about a bad batch in the run whose curve is shown.`, default: 'wait' },
  ),
  checkpoint: whole(1, mostSteps, { meaning: say`Steps between two checkpoints (roll-back).`, default: 50 }),
  skip_batches: whole(1, mostSteps, {
    meaning: say`Batches that are left out after going back (roll-back).`,
    default: 10,
    source: `${palm}, section 5.1`,
  }),
  lower_to: number(1e-6, 1, { meaning: say`What the rate is multiplied with (lower-rate).`, default: 0.1 }),
  lower_for: whole(1, mostSteps, { meaning: say`For how many steps (lower-rate).`, default: 50 }),
  window: whole(2, mostSteps, { meaning: say`Steps before one, in no spike, that it is compared with.`, default: 50 }),
  z: number(0.1, 1000, {
    meaning: say`Standard deviations of the log loss above the mean of the window that make a spike; it is over with the first of five steps in a row below that.`,
    default: 4,
    formula: '\\ln L_t > \\mu + z\\sigma',
  }),
  fast: whole(1, mostSteps, { meaning: say`A spike of at most so many steps is fast, a longer one slow.`, default: 5 }),
  seed: whole(0, 2 ** 31 - 1, { meaning: say`Seed of the task and its batches.`, default: 0 }),
} as const satisfies Keys;

export type LossCurveValues = ValuesOf<typeof lossCurveKeys>;

const readFromTable = say`the curve is read from a table, and nothing can be tried on it`;

const cost = say`Steps left out or taken back, and steps before which the test loss is more than 5% above that of the run without bad batches`;

export const lossCurveResults = {
  spikes: oneNumber({ meaning: say`Spikes of the curve that is shown.` }),
  fast_spikes: oneNumber({ meaning: say`Those that are over within \`fast\` steps.` }),
  slow_spikes: oneNumber({ meaning: say`Those that are not.` }),
  spike_starts: numberList('[spikes]', { meaning: say`The step in which each begins.` }),
  spike_lengths: numberList('[spikes]', { meaning: say`Steps of each.` }),
  spike_z: numberList('[spikes]', {
    meaning: say`How many standard deviations each reaches above the mean before it.`,
  }),
  spike_kinds: wordList('[spikes]', { meaning: say`fast or slow.` }),
  steps_in_spikes: oneNumber({ meaning: say`Steps of all spikes.` }),
  peak_loss: oneNumber({ unit: 'nats', meaning: say`The greatest loss of a step.` }),
  final_loss: oneNumber({ unit: 'nats', meaning: say`Mean loss of the last ten steps.` }),
  peak_grad_norm: oneNumber({
    absent: say`the table has no such column`,
    meaning: say`The greatest norm of the gradient.`,
  }),
  peak_z_loss: oneNumber({
    absent: say`the table has no such column`,
    meaning: say`The greatest Z-loss of a step, without its coefficient where the run is trained here.`,
  }),
  cost_wait: oneNumber({ absent: readFromTable, meaning: say`${cost}, where nothing is done.` }),
  cost_skip: oneNumber({ absent: readFromTable, meaning: say`The same, where bad batches are left out.` }),
  cost_roll_back: oneNumber({
    absent: readFromTable,
    meaning: say`The same, where the run goes back to a checkpoint.`,
  }),
  cost_lower_rate: oneNumber({ absent: readFromTable, meaning: say`The same, where the rate is lowered.` }),
} as const satisfies ResultKeys;

export type LossCurveResults = ResultsOf<typeof lossCurveResults>;
