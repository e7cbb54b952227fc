import { say } from '../../l10n/say';
import { choice, commonKeys, type Keys, list, nameFrom, number, text, type ValuesOf } from '../schema/key';
import { numberList, oneNumber, perhapsWord, type ResultKeys, type ResultsOf } from '../schema/result-key';

export const growthKeys = {
  ...commonKeys,
  preset: choice(
    {
      'training-compute': say`compute of the largest training runs, and three limits that were published for it`,
      'memory-wall': say`models against devices: compute and memory of models, arithmetic, memory and links of hardware`,
    },
    {
      meaning: say`Published rates, each with its source.`,
      default: 'training-compute',
      otherwise: say`where no quantities are given`,
    },
  ),
  quantities: list(
    {
      name: text({ meaning: say`What grows; limits speak of it by this name.` }),
      start: number(1e-300, 1e300, { meaning: say`Its value in the year \`from\`.`, default: 1 }),
      times: number(1e-6, 1e12, { meaning: say`The factor by which it grows in \`years\`.` }),
      years: number(1e-3, 1e6, {
        meaning: say`Years in which it grows by that factor.`,
        default: 1,
        formula: 'q(t) = q_0 \\cdot \\mathrm{times}^{t/\\mathrm{years}}',
      }),
      unit: text({ meaning: say`What it is counted in, for the table.` }),
      source: text({ meaning: say`Where the rate is from. Required.` }),
    },
    40,
    { meaning: say`What grows, each with its rate and where the rate is from.`, otherwise: say`of the preset` },
  ),
  limits: list(
    {
      name: text({ meaning: say`What is met.` }),
      quantity: nameFrom('quantities', { meaning: say`The name of the quantity that meets it.` }),
      at: number(1e-300, 1e300, { meaning: say`The value at which it is met, in the unit of the quantity.` }),
      of: nameFrom('quantities', {
        meaning: say`In place of \`at\`: the name of another quantity, which may grow too.`,
      }),
      source: text({ meaning: say`Where the value is from; required with \`at\`.` }),
    },
    40,
    {
      meaning: say`Values that a quantity may not pass: fixed ones, or another quantity.`,
      otherwise: say`of the preset`,
    },
  ),
  from: number(-10_000, 10_000, {
    meaning: say`The year in which the quantities have their \`start\`.`,
    default: 2023,
    otherwise: say`or of the preset`,
  }),
  until: number(-10_000, 10_000, {
    meaning: say`The last year that is drawn.`,
    otherwise: say`ten years after \`from\``,
  }),
  at: number(-10_000, 10_000, { meaning: say`The year in which \`values\` are read.`, otherwise: say`the last one` }),
} as const satisfies Keys;

export type GrowthValues = ValuesOf<typeof growthKeys>;

const noneMet = say`no limit is ever met, or there is none`;

export const growthResults = {
  first: perhapsWord({
    absent: noneMet,
    meaning: say`The limit that is met first; of several at once the first of the list.`,
  }),
  first_year: oneNumber({
    absent: noneMet,
    meaning: say`The year in which it is met.`,
    formula: 't = \\ln(L_0/q_0) / (\\ln g_q - \\ln g_L)',
  }),
  limit_years: numberList('[limits]', {
    meaning: say`The year in which each limit is met, in their order: the first year where it is met at the start, null where it never is.`,
    absent: say`the quantity grows no faster than this limit`,
  }),
  values: numberList('[quantities]', { meaning: say`The quantities in the year \`at\`.` }),
  yearly: numberList('[quantities]', {
    meaning: say`The factor of one year.`,
    formula: '\\mathrm{times}^{1/\\mathrm{years}}',
  }),
  doubling_months: numberList('[quantities]', {
    absent: say`it does not grow`,
    meaning: say`Months in which it doubles; negative where it halves.`,
    formula: '12\\,\\mathrm{years}\\,\\ln 2/\\ln\\mathrm{times}',
  }),
  ratios: numberList('[limits]', {
    meaning: say`Each quantity over its limit in the year \`at\`: above 1 where it is passed.`,
  }),
} as const satisfies ResultKeys;

export type GrowthResults = ResultsOf<typeof growthResults>;
