import { say } from '../../l10n/say';
import { choice, commonKeys, type Keys, number, numbers, record, truth, type ValuesOf, whole } from '../schema/key';
import { numberList, oneNumber, type ResultKeys, type ResultsOf, wordList } from '../schema/result-key';

const fp8Paper = 'Micikevicius et al. 2022, arXiv 2209.05433';
const deepseekV3 = 'DeepSeek-V3, arXiv 2412.19437, section 3.3.2';

export const precisionKeys = {
  ...commonKeys,
  format: choice(
    {
      fp32: say`8 exponent bits, 23 of the mantissa`,
      bf16: say`8 exponent bits, 7 of the mantissa: the range of fp32`,
      fp16: say`5 exponent bits, 10 of the mantissa`,
      'fp8-e4m3': say`4 exponent bits, 3 of the mantissa, up to 448, without infinity`,
      'fp8-e5m2': say`5 exponent bits, 2 of the mantissa, up to 57344`,
    },
    { meaning: say`The format that values are rounded to.`, default: 'fp8-e4m3', source: `${fp8Paper}, table 1` },
  ),
  values: numbers({
    meaning: say`Values to be rounded one by one, without a scale.`,
    otherwise: say`0.1, 1, 3.3, 448, 70000 and 0.00001`,
  }),
  overflow: choice(
    {
      saturate: say`it becomes the greatest value of the format`,
      infinite: say`it becomes infinite, in fp8-e4m3 no number`,
    },
    { meaning: say`What becomes of a value that is too large.`, default: 'saturate' },
  ),
  scaling: record(
    {
      kind: choice(
        {
          none: say`values are rounded as they are`,
          tensor: say`all values share one scale`,
          block: say`so many values in a row share one`,
        },
        {
          meaning: say`Which values share a scale, by which the greatest of them meets that of the format.`,
          default: 'none',
        },
      ),
      block: whole(1, 65_536, { meaning: say`Values of a block.`, default: 128, source: deepseekV3 }),
      power_of_two: truth({
        meaning: say`Whether scales are powers of two.`,
        default: false,
        source: 'OCP Microscaling Formats (MX) Specification 1.0',
      }),
    },
    { shorthand: 'kind', meaning: say`Scales by which values are divided before they are rounded.` },
  ),
  tensor: choice(
    {
      gaussian: say`seeded draws from a bell curve`,
      'course-nano': say`what the last layer of course-nano hands on, of its example`,
    },
    { meaning: say`The tensor whose values are counted and rounded.`, default: 'gaussian' },
  ),
  deviation: number(1e-12, 1e12, { meaning: say`Standard deviation of the draws.`, default: 1 }),
  outliers: number(1, 1e9, {
    meaning: say`One draw in a thousand is this many times as large, in the tensor and in the first factor of the product.`,
    default: 1,
  }),
  terms: whole(1, 65_536, { meaning: say`Terms of each sum of the product, its inner width.`, default: 4096 }),
  mean: number(-1e6, 1e6, {
    meaning: say`Mean of the factors, in standard deviations: away from 0 sums grow, and small terms are lost beside them.`,
    default: 0,
  }),
  accumulate: record(
    {
      bits: whole(2, 24, {
        meaning: say`Significant bits of the running sum: 24 of fp32, 14 of the tensor cores of H800 in fp8, 11 of fp16, 8 of bf16.`,
        default: 24,
        source: deepseekV3,
      }),
      every: whole(1, 65_536, {
        meaning: say`After so many terms the sum is added to one in fp32 and begun anew.`,
        otherwise: say`never, or at the end of each block that has a scale`,
        source: `${deepseekV3}: 128`,
      }),
    },
    { shorthand: 'bits', meaning: say`How sums are kept.` },
  ),
  seed: whole(0, 2 ** 31 - 1, { meaning: say`Seed of the draws.`, default: 0 }),
} as const satisfies Keys;

export type PrecisionValues = ValuesOf<typeof precisionKeys>;

const ofNoNumber = say`the value becomes infinite, or no number`;

export const precisionResults = {
  rounded: numberList('[values]', { absent: ofNoNumber, meaning: say`What each value becomes.` }),
  bits: wordList('[values]', { meaning: say`Its bits: sign, exponent, mantissa.` }),
  relative_errors: numberList('[values]', {
    absent: ofNoNumber,
    meaning: say`How far it is off, as a share of the value.`,
    formula: '|\\mathrm{rounded} - v| / |v|',
  }),
  epsilon: oneNumber({ meaning: say`Distance from 1 to the next value of the format.`, formula: '2^{-m}' }),
  largest: oneNumber({ meaning: say`Its greatest finite value.` }),
  smallest_normal: oneNumber({ meaning: say`Its smallest value with all bits of the mantissa.` }),
  smallest: oneNumber({ meaning: say`Its smallest value above zero.` }),
  tensor_error: oneNumber({
    absent: say`a value of the tensor becomes infinite, or the tensor is 0`,
    meaning: say`What rounding does to the tensor: the root mean square of the errors over that of the values.`,
  }),
  tensor_typical_error: oneNumber({
    absent: say`a value of the tensor becomes infinite, or the tensor is 0`,
    meaning: say`The median of the errors, each as a share of its own value: what becomes of an ordinary one.`,
  }),
  tensor_zeros: oneNumber({ meaning: say`Share of its values that become 0.` }),
  tensor_cut: oneNumber({
    meaning: say`Share of its values that are beyond the greatest of the format, scaled as they are.`,
  }),
  product_error: oneNumber({
    absent: say`a factor becomes infinite`,
    meaning: say`What rounding and summing do to a product of 8 × 8 sums: root mean square error over root mean square.`,
  }),
  rounding_error: oneNumber({
    absent: say`a factor becomes infinite`,
    meaning: say`What rounding the factors alone does, summed exactly.`,
  }),
  accumulation_error: oneNumber({
    absent: say`a factor becomes infinite`,
    meaning: say`What summing in so few bits alone does, against the exact sums of the rounded factors.`,
  }),
} as const satisfies ResultKeys;

export type PrecisionResults = ResultsOf<typeof precisionResults>;
