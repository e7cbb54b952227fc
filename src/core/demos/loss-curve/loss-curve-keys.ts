import { choice, commonKeys, type Keys, number, numbers, record, text, type ValuesOf, whole } from '../schema/key';
import { numberList, oneNumber, type ResultKeys, type ResultsOf, wordList } from '../schema/result-key';

const palm = 'Chowdhery et al. 2022, PaLM, arXiv 2204.02311';

export const mostSteps = 2000;

export const lossCurveKeys = {
  ...commonKeys,
  data: record(
    {
      path: text({ meaning: 'A CSV file beside the lesson, inside the workspace, with a header row.' }),
      loss: text({ meaning: 'Column of the loss of each step.' }),
      step: text({ meaning: 'Column of the step; without it rows are counted from 0.' }),
      z_loss: text({ meaning: 'Column of the Z-loss.' }),
      grad_norm: text({ meaning: 'Column of the norm of the gradient.' }),
    },
    { meaning: 'A curve read from a table, in place of a run that is trained here.', otherwise: 'a run trained here' },
  ),
  steps: whole(20, mostSteps, { meaning: 'Steps of the run: softmax regression on seeded data.', default: 400 }),
  rate: number(1e-6, 10, { meaning: 'Learning rate, with momentum 0.9.', default: 0.05 }),
  bad_batches: numbers(
    {
      meaning: 'Batches whose inputs are too large and whose labels say nothing, counted from 0.',
      otherwise: 'one, behind the middle of the run',
    },
    true,
  ),
  bad_scale: number(1, 1000, { meaning: 'How many times too large the inputs of a bad batch are.', default: 30 }),
  z_loss: number(0, 1, {
    meaning: 'Coefficient of the Z-loss, which holds the logarithm of the softmax’s sum near 0.',
    default: 0,
    formula: 'z\\,\\overline{\\log^2 Z}',
    source: `${palm}, section 5`,
  }),
  respond: choice(
    {
      wait: 'nothing is done',
      skip: 'the batch is left out before its step',
      'roll-back': 'the run goes back to the last checkpoint and leaves out batches from the bad one on',
      'lower-rate': 'the rate is lowered for some steps',
    },
    { meaning: 'What is done about a bad batch in the run whose curve is shown.', default: 'wait' },
  ),
  checkpoint: whole(1, mostSteps, { meaning: 'Steps between two checkpoints (roll-back).', default: 50 }),
  skip_batches: whole(1, mostSteps, {
    meaning: 'Batches that are left out after going back (roll-back).',
    default: 10,
    source: `${palm}, section 5.1`,
  }),
  lower_to: number(1e-6, 1, { meaning: 'What the rate is multiplied with (lower-rate).', default: 0.1 }),
  lower_for: whole(1, mostSteps, { meaning: 'For how many steps (lower-rate).', default: 50 }),
  window: whole(2, mostSteps, { meaning: 'Steps before one, in no spike, that it is compared with.', default: 50 }),
  z: number(0.1, 1000, {
    meaning:
      'Standard deviations of the log loss above the mean of the window that make a spike; it is over with the first of five steps in a row below that.',
    default: 4,
    formula: '\\ln L_t > \\mu + z\\sigma',
  }),
  fast: whole(1, mostSteps, { meaning: 'A spike of at most so many steps is fast, a longer one slow.', default: 5 }),
  seed: whole(0, 2 ** 31 - 1, { meaning: 'Seed of the task and its batches.', default: 0 }),
} as const satisfies Keys;

export type LossCurveValues = ValuesOf<typeof lossCurveKeys>;

const readFromTable = 'the curve is read from a table, and nothing can be tried on it';

const cost =
  'Steps left out or taken back, and steps before which the test loss is more than 5% above that of the run without bad batches';

export const lossCurveResults = {
  spikes: oneNumber({ meaning: 'Spikes of the curve that is shown.' }),
  fast_spikes: oneNumber({ meaning: 'Those that are over within `fast` steps.' }),
  slow_spikes: oneNumber({ meaning: 'Those that are not.' }),
  spike_starts: numberList('[spikes]', { meaning: 'The step in which each begins.' }),
  spike_lengths: numberList('[spikes]', { meaning: 'Steps of each.' }),
  spike_z: numberList('[spikes]', { meaning: 'How many standard deviations each reaches above the mean before it.' }),
  spike_kinds: wordList('[spikes]', { meaning: 'fast or slow.' }),
  steps_in_spikes: oneNumber({ meaning: 'Steps of all spikes.' }),
  peak_loss: oneNumber({ unit: 'nats', meaning: 'The greatest loss of a step.' }),
  final_loss: oneNumber({ unit: 'nats', meaning: 'Mean loss of the last ten steps.' }),
  peak_grad_norm: oneNumber({ absent: 'the table has no such column', meaning: 'The greatest norm of the gradient.' }),
  peak_z_loss: oneNumber({
    absent: 'the table has no such column',
    meaning: 'The greatest Z-loss of a step, without its coefficient where the run is trained here.',
  }),
  cost_wait: oneNumber({ absent: readFromTable, meaning: `${cost}, where nothing is done.` }),
  cost_skip: oneNumber({ absent: readFromTable, meaning: 'The same, where bad batches are left out.' }),
  cost_roll_back: oneNumber({ absent: readFromTable, meaning: 'The same, where the run goes back to a checkpoint.' }),
  cost_lower_rate: oneNumber({ absent: readFromTable, meaning: 'The same, where the rate is lowered.' }),
} as const satisfies ResultKeys;

export type LossCurveResults = ResultsOf<typeof lossCurveResults>;
