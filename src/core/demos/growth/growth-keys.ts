import { choice, commonKeys, type Keys, list, number, text, type ValuesOf } from '../schema/key';
import { numberList, oneNumber, perhapsWord, type ResultKeys, type ResultsOf } from '../schema/result-key';

export const growthKeys = {
  ...commonKeys,
  preset: choice(
    {
      'training-compute': 'compute of the largest training runs, and three limits that were published for it',
      'memory-wall': 'models against devices: compute and memory of models, arithmetic, memory and links of hardware',
    },
    {
      meaning: 'Published rates, each with its source.',
      default: 'training-compute',
      otherwise: 'where no quantities are given',
    },
  ),
  quantities: list(
    {
      name: text({ meaning: 'What grows; limits speak of it by this name.' }),
      start: number(1e-300, 1e300, { meaning: 'Its value in the year `from`.', default: 1 }),
      times: number(1e-6, 1e12, { meaning: 'The factor by which it grows in `years`.' }),
      years: number(1e-3, 1e6, {
        meaning: 'Years in which it grows by that factor.',
        default: 1,
        formula: 'q(t) = q_0 \\cdot \\mathrm{times}^{t/\\mathrm{years}}',
      }),
      unit: text({ meaning: 'What it is counted in, for the table.' }),
      source: text({ meaning: 'Where the rate is from. Required.' }),
    },
    40,
    { meaning: 'What grows, each with its rate and where the rate is from.', otherwise: 'of the preset' },
  ),
  limits: list(
    {
      name: text({ meaning: 'What is met.' }),
      quantity: text({ meaning: 'The name of the quantity that meets it.' }),
      at: number(1e-300, 1e300, { meaning: 'The value at which it is met, in the unit of the quantity.' }),
      of: text({ meaning: 'In place of `at`: the name of another quantity, which may grow too.' }),
      source: text({ meaning: 'Where the value is from; required with `at`.' }),
    },
    40,
    { meaning: 'Values that a quantity may not pass: fixed ones, or another quantity.', otherwise: 'of the preset' },
  ),
  from: number(-10_000, 10_000, {
    meaning: 'The year in which the quantities have their `start`.',
    default: 2023,
    otherwise: 'or of the preset',
  }),
  until: number(-10_000, 10_000, { meaning: 'The last year that is drawn.', otherwise: 'ten years after `from`' }),
  at: number(-10_000, 10_000, { meaning: 'The year in which `values` are read.', otherwise: 'the last one' }),
} as const satisfies Keys;

export type GrowthValues = ValuesOf<typeof growthKeys>;

const noneMet = 'no limit is ever met, or there is none';

export const growthResults = {
  first: perhapsWord({
    absent: noneMet,
    meaning: 'The limit that is met first; of several at once the first of the list.',
  }),
  first_year: oneNumber({
    absent: noneMet,
    meaning: 'The year in which it is met.',
    formula: 't = \\ln(L_0/q_0) / (\\ln g_q - \\ln g_L)',
  }),
  limit_years: numberList('[limits]', {
    meaning:
      'The year in which each limit is met, in their order: the first year where it is met at the start, null where it never is.',
    absent: 'the quantity grows no faster than this limit',
  }),
  values: numberList('[quantities]', { meaning: 'The quantities in the year `at`.' }),
  yearly: numberList('[quantities]', {
    meaning: 'The factor of one year.',
    formula: '\\mathrm{times}^{1/\\mathrm{years}}',
  }),
  doubling_months: numberList('[quantities]', {
    absent: 'it does not grow',
    meaning: 'Months in which it doubles; negative where it halves.',
    formula: '12\\,\\mathrm{years}\\,\\ln 2/\\ln\\mathrm{times}',
  }),
  ratios: numberList('[limits]', {
    meaning: 'Each quantity over its limit in the year `at`: above 1 where it is passed.',
  }),
} as const satisfies ResultKeys;

export type GrowthResults = ResultsOf<typeof growthResults>;
