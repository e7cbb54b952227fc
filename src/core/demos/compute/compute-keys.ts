import { say } from '../../l10n/say';
import type { Numeric } from '../result';
import { commonKeys, formulas, type Keys, type ValuesOf } from '../schema/key';
import type { ResultKeys } from '../schema/result-key';
import { checkFormulas } from './check-formulas';

export const computeKeys = {
  ...commonKeys,
  let: formulas({
    meaning: say`Formulas, one an item: \`layers = 61\`, \`cache [bytes] = 2 * layers * 8 * 128 * 2 bytes\`. Each may use those above it, \`+ - * / ^\`, \`sqrt exp ln log log2 log10 abs round floor ceil min max\`, \`pi\`, \`sum(i = 1..n, i^2)\` and \`product(…)\`; numbers may say what they count, \`70B\`, \`80 GB\`, \`3.35 TB/s\`, \`50%\`. Units are followed through.`,
  }),
} as const satisfies Keys;

export type ComputeValues = ValuesOf<typeof computeKeys>;

/** The value of each formula by its name. */
export type ComputeResults = Readonly<Record<string, Numeric>>;

/** Why a formula has no value. */
export const noValue = say`a division by 0, a root or logarithm of less than 0, or a number that is too large`;

/** Each formula is a result, with the formula as what is known of it. */
export function computeResultKeys({ let: list = [] }: ComputeValues): ResultKeys {
  const { units } = checkFormulas(list);
  return Object.fromEntries(
    list.map(({ name, text }) => {
      const unit = units.get(name);
      return [name, { meaning: `\`${text}\``, absent: noValue, ...(unit && { unit }) }];
    }),
  );
}
