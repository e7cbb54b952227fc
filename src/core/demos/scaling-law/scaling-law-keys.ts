import { say } from '../../l10n/say';
import {
  choice,
  commonKeys,
  type Keys,
  number,
  numbers,
  record,
  rows,
  text,
  type ValuesOf,
  whole,
} from '../schema/key';
import { oneNumber, perhapsWord, type ResultKeys, type ResultsOf } from '../schema/result-key';

export const scalingLawKeys = {
  ...commonKeys,
  fit: choice(
    {
      'hoffmann-2022': say`Chinchilla, the parametric fit as printed: 1.69, 406.4, 410.7, .34, .28`,
      'hoffmann-2022-unrounded': say`the same with the digits of the paper’s source`,
      'besiroglu-2024': say`the replication: 1.8172, 482.01, 2085.43, .3478, .3658`,
      'hoffmann-2022-approach-1': say`the exponent alone, from the least loss over runs of every length: .50`,
      'hoffmann-2022-approach-2': say`the exponent alone, from profiles of equal compute: .49, so that tokens go with .51`,
      'hoffmann-2022-approach-3': say`the exponent alone, as the paper gives it for its parametric fit: .46`,
      'kaplan-2020': say`the exponent alone: N* ∝ C^.73`,
      'deepseek-2024': say`DeepSeek LLM, current data, the exponent alone: .524`,
      'deepseek-2024-early': say`DeepSeek LLM, early data, the exponent alone: .450`,
      'deepseek-2024-openwebtext2': say`DeepSeek LLM, OpenWebText2, the exponent alone: .578`,
    },
    { meaning: say`A published fit.`, default: 'hoffmann-2022', otherwise: say`where no runs are given` },
  ),
  points: rows({ meaning: say`Runs given outright: rows of parameters, tokens and loss.` }, 3),
  data: record(
    {
      path: text({ meaning: say`A CSV file beside the lesson, inside the workspace, with a header row.` }),
      n: text({ meaning: say`Column of parameters.` }),
      d: text({ meaning: say`Column of tokens.` }),
      c: text({ meaning: say`Column of training compute, in place of \`d\`.`, formula: 'D = C/6N' }),
      loss: text({ meaning: say`Column of the final loss.` }),
    },
    { meaning: say`Runs read from a table.` },
  ),
  objective: choice(
    {
      'huber-mle': say`likelihood of a Huber density whose width is fitted too (Besiroglu et al. 2024)`,
      'huber-sum': say`sum of Huber losses of log loss, δ 1e-3 (Hoffmann et al. 2022)`,
      'log-linear': say`a straight line through log N over log C: the runs are taken to be compute-optimal`,
    },
    { meaning: say`How a law is fitted to the runs.`, default: 'huber-mle' },
  ),
  exclude: record(
    {
      highest_loss: whole(0, 100000, { meaning: say`Leaves out this many runs of highest loss.` }),
      rows: numbers({ meaning: say`Leaves out these runs, counted from zero.` }, true),
    },
    { meaning: say`Runs that the fit does not see.`, otherwise: say`none` },
  ),
  resamples: whole(0, 1000, {
    meaning: say`How often the law is fitted anew to runs drawn with replacement, for the standard errors \`alpha_error\` and the like (Efron 1979). Each takes as long as a fit.`,
    default: 0,
  }),
  compute: number(1, 1e40, {
    meaning: say`Training budget, in floating-point operations, at which the optimum is given.`,
    default: 5.76e23,
    formula: 'C = 6ND',
  }),
  at: record(
    {
      n: number(1, 1e30, { meaning: say`Its parameters.` }),
      d: number(1, 1e30, { meaning: say`Its training tokens.` }),
    },
    { meaning: say`A model whose loss is wanted: \`loss_at\`.`, otherwise: say`none` },
  ),
} as const satisfies Keys;

export type ScalingLawValues = ValuesOf<typeof scalingLawKeys>;

const noConstants = say`this fit gives the exponents alone, or its runs leave it open`;

const noErrors = say`the key resamples asks for none, or no law of five constants was fitted to runs`;
const errorOf = (what: string) =>
  oneNumber({
    absent: noErrors,
    meaning: say`Standard error of ${what}: its spread over fits to \`resamples\` draws of the runs.`,
  });

const standardErrorKeys = {
  E_error: errorOf('E'),
  A_error: errorOf('A'),
  B_error: errorOf('B'),
  alpha_error: errorOf('alpha'),
  beta_error: errorOf('beta'),
  a_error: errorOf('a'),
} as const satisfies ResultKeys;

export const scalingLawResults = {
  E: oneNumber({
    unit: 'nats',
    absent: noConstants,
    meaning: say`Loss that no size and no data remove.`,
    formula: 'L = E + A/N^\\alpha + B/D^\\beta',
  }),
  A: oneNumber({ absent: noConstants, meaning: say`Weight of the size term.` }),
  B: oneNumber({ absent: noConstants, meaning: say`Weight of the data term.` }),
  alpha: oneNumber({ absent: noConstants, meaning: say`Exponent of the size term.` }),
  beta: oneNumber({ absent: noConstants, meaning: say`Exponent of the data term.` }),
  a: oneNumber({
    absent: say`the runs do not determine it`,
    meaning: say`Exponent by which the best size grows with compute.`,
    formula: 'a = \\beta/(\\alpha + \\beta)',
  }),
  b: oneNumber({
    absent: say`the runs do not determine it`,
    meaning: say`Exponent by which the best number of tokens grows with compute.`,
    formula: 'b = 1 - a',
  }),
  n_opt: oneNumber({
    unit: 'parameters',
    absent: noConstants,
    meaning: say`Best number of parameters at \`compute\`.`,
    formula: 'N^* = G(C/6)^a,\\ G = (\\alpha A/\\beta B)^{1/(\\alpha+\\beta)}',
  }),
  d_opt: oneNumber({
    unit: 'tokens',
    absent: noConstants,
    meaning: say`Best number of tokens at \`compute\`.`,
    formula: 'D^* = (C/6)/N^*',
  }),
  tokens_per_param: oneNumber({
    unit: 'tokens',
    absent: noConstants,
    meaning: say`Tokens a parameter at the optimum.`,
  }),
  loss: oneNumber({ unit: 'nats', absent: noConstants, meaning: say`Loss at the optimum.` }),
  loss_at: oneNumber({
    unit: 'nats',
    absent: say`the key at names no model, ${noConstants}`,
    meaning: say`Loss of the model that \`at\` names.`,
    formula: 'L(N, D)',
  }),
  ...standardErrorKeys,
  runs: oneNumber({ meaning: say`How many runs the fit saw; 0 for a published fit.` }),
  undetermined: perhapsWord({
    absent: say`the runs determine all constants, or none were fitted`,
    meaning: say`Why the runs leave constants open, which then have no value; null where they do not.`,
  }),
} as const satisfies ResultKeys;

export type ScalingLawResults = ResultsOf<typeof scalingLawResults>;
