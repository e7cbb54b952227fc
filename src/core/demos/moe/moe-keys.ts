import { say } from '../../l10n/say';
import { recordedData } from '../recorded/recorded-keys';
import {
  choice,
  commonKeys,
  type Keys,
  number,
  numbers,
  record,
  rows,
  text,
  tokens,
  truth,
  type ValuesOf,
  whole,
} from '../schema/key';
import {
  numberList,
  numberRows,
  oneNumber,
  perhapsNumberList,
  perhapsNumberRows,
  type ResultKeys,
  type ResultsOf,
} from '../schema/result-key';

const deepseekV3 = 'DeepSeek-V3, arXiv 2412.19437';
const switchPaper = 'Fedus et al. 2021, Switch Transformers, arXiv 2101.03961';

export const moeKeys = {
  ...commonKeys,
  preset: choice(
    {
      switch: say`8 experts, top-1, softmax`,
      mixtral: say`8 experts, top-2, softmax over the chosen two`,
      'deepseek-v2-lite': say`64 routed experts and 2 shared, top-6, softmax`,
      'deepseek-v2': say`160 routed and 2 shared, top-6 within 3 of 8 groups, softmax, weights times 16`,
      'deepseek-v3': say`256 routed and 1 shared, top-8 within 4 of 8 groups, sigmoid with a selection bias, weights times 2.5`,
    },
    {
      meaning: say`A published layer whose sizes are the defaults of the other keys.`,
      otherwise: say`none: 8 experts, top-2, softmax`,
    },
  ),
  experts: whole(1, 2048, {
    meaning: say`Routed experts.`,
    default: 8,
    otherwise: say`or of the preset, or the width of \`logits\``,
  }),
  shared: whole(0, 64, {
    meaning: say`Experts that every token passes through besides its routed ones.`,
    default: 0,
    otherwise: say`or of the preset`,
    source: 'DeepSeekMoE, arXiv 2401.06066',
  }),
  top_k: whole(1, 2048, {
    meaning: say`Routed experts that each token is sent to.`,
    default: 2,
    otherwise: say`or of the preset`,
  }),
  score: choice(
    {
      softmax: say`scores of a token sum to 1`,
      sigmoid: say`each score stands alone; weights are divided by their sum`,
    },
    {
      meaning: say`How router logits become scores.`,
      default: 'softmax',
      otherwise: say`or of the preset`,
      formula: 's = \\sigma(xW^\\top) \\text{ or } \\mathrm{softmax}(xW^\\top)',
      source: `${deepseekV3}, eq. 15`,
    },
  ),
  groups: record(
    {
      count: whole(1, 256, { meaning: say`Equal groups that the experts stand in.` }),
      keep: whole(1, 256, { meaning: say`Groups that a token may use.`, default: 1 }),
    },
    {
      meaning: say`Group-limited routing: a token first chooses its best groups, then experts within them alone.`,
      otherwise: say`of the preset, or one group`,
      source: `${deepseekV3}, section 2.1.2`,
    },
  ),
  scale: number(1e-6, 1e6, {
    meaning: say`Multiplies the weights at the end.`,
    default: 1,
    otherwise: say`or of the preset`,
  }),
  normalise: truth({
    meaning: say`Whether the weights of the chosen experts are divided by their sum.`,
    default: false,
    otherwise: say`or true for sigmoid scores and mixtral`,
  }),
  d_model: whole(1, 1e6, { meaning: say`Width of a token, for what travels between devices.`, otherwise: say`none` }),
  tokens: tokens(65536, {
    meaning: say`How many tokens are routed, or a list of them.`,
    default: 16,
    otherwise: say`or those of \`text\` or \`logits\``,
  }),
  text: text({ meaning: say`Tokens to route, one a word; the same word always has the same logits.` }),
  skew: number(0, 100, {
    meaning: say`How much better than others some experts are liked by all tokens: spread of a gaussian preference added to the logits.`,
    default: 1,
  }),
  seed: whole(-0x80000000, 0xffffffff, { meaning: say`Chooses preferences, tokens and noise.`, default: 0 }),
  steps: whole(1, 100000, { meaning: say`Training steps played forward; results are those of the last.`, default: 1 }),
  noise: number(0, 100, {
    meaning: say`Spread of gaussian noise added to the logits before experts are chosen.`,
    default: 0,
    source: 'Shazeer et al. 2017, arXiv 1701.06538, noisy top-k',
  }),
  adaptive_k: record(
    { p: number(1e-6, 1, { meaning: say`How much probability the chosen experts must hold together.`, default: 0.4 }) },
    {
      shorthand: 'p',
      meaning: say`In place of \`top_k\`: as few experts as hold the probability p.`,
      otherwise: say`off`,
      source: 'Huang et al. 2024, arXiv 2403.07652',
    },
  ),
  devices: whole(1, 2048, { meaning: say`Devices that the experts stand on, in equal blocks.`, default: 1 }),
  balance: record(
    {
      method: choice(
        {
          none: say`the load stays as it falls`,
          'aux-loss': say`the router descends the auxiliary loss`,
          bias: say`a selection bias moves against each expert that is too full`,
        },
        { meaning: say`How training evens out the load.`, default: 'none' },
      ),
      rate: number(0, 1e6, {
        meaning: say`How far the bias moves in a step; for aux-loss the learning rate of the router.`,
        default: 0.001,
        otherwise: say`or 100 for aux-loss`,
        formula: 'b_i \\mathrel{+}= u\\,\\mathrm{sign}(\\bar c - c_i)',
        source: 'Wang et al. 2024, arXiv 2408.15664',
      }),
      alpha: number(0, 1e6, {
        meaning: say`Weight of the auxiliary loss.`,
        default: 0.01,
        source: `${switchPaper}, section 2.2`,
      }),
    },
    { shorthand: 'method', meaning: say`Load balancing over \`steps\`.`, otherwise: say`none` },
  ),
  capacity: record(
    {
      factor: number(1e-3, 1e6, {
        meaning: say`Places that each expert has, as a multiple of an even share.`,
        default: 1.25,
        formula: '\\lceil T k / N \\cdot \\mathrm{factor} \\rceil',
        otherwise: say`k being the mean of what tokens choose under adaptive_k`,
        source: `${switchPaper}, eq. 3`,
      }),
      overflow: choice(
        {
          drop: say`the pair is lost`,
          'next-best': say`it goes to the next best expert of the token that has room`,
          residual: say`it is lost, and the token passes by in its place`,
        },
        { meaning: say`What becomes of a token whose expert is full.`, default: 'drop' },
      ),
      policy: choice(
        { probability: say`those of greatest weight stay`, position: say`those that stand first stay` },
        { meaning: say`Whom a full expert keeps.`, default: 'probability' },
      ),
    },
    { shorthand: 'factor', meaning: say`Limits how many tokens an expert accepts.`, otherwise: say`no limit` },
  ),
  convention: choice(
    {
      deepseek: say`experts of dropped groups can never be chosen`,
      transformers: say`their selection score becomes 0, which wins against negative ones`,
      megatron: say`a group is judged by the sum of its best floor(k / kept groups) scores`,
    },
    { meaning: say`Whose code is followed where published implementations differ.`, default: 'deepseek' },
  ),
  data: recordedData(
    say`\`logit_0\`, \`logit_1\` … or \`probability_0\` … for each expert, \`expert_0\` … for those that were chosen, or both; \`token\` and \`layer\` may stand beside them.`,
  ),
  logits: rows({ meaning: say`Router logits given outright, \`[tokens][experts]\`.` }),
  bias: numbers({
    meaning: say`Selection bias of each expert, \`[experts]\`: moves the choice, never the weights.`,
    otherwise: say`0 for each`,
  }),
} as const satisfies Keys;

export type MoeValues = ValuesOf<typeof moeKeys>;

const noChoices = say`the key data names no table with columns expert_0, expert_1 …`;

export const moeResults = {
  experts: numberRows('[tokens][k]', {
    meaning: say`Chosen experts in descending selection score, ties to the lower index.`,
  }),
  weights: numberRows('[tokens][k]', { meaning: say`Their weights in the same order, before any are dropped.` }),
  load: numberList('[experts]', { meaning: say`Tokens that each expert keeps, after capacity.` }),
  active_fraction: oneNumber({
    meaning: say`Share of the experts that a token uses.`,
    formula: '(k + n_s)/(N + n_s)',
  }),
  max_vio: oneNumber({
    meaning: say`How far the fullest expert is above the mean, before capacity.`,
    formula: '(\\max c - \\bar c)/\\bar c',
  }),
  drop_rate: oneNumber({ meaning: say`Share of (token, slot) pairs that are lost.` }),
  aux_loss: oneNumber({
    meaning: say`Auxiliary loss; its weight α when perfectly balanced.`,
    formula: '\\alpha N \\sum f_i P_i',
    absent: say`the scores of a token are all 0, so that it has no shares`,
  }),
  sequence_loss: oneNumber({
    meaning: say`Sequence-wise loss of DeepSeek-V3, α 1e-4.`,
    formula: '\\alpha \\sum f_i P_i',
    absent: say`the scores of a token are all 0, so that it has no shares`,
  }),
  z_loss: oneNumber({
    meaning: say`Router z-loss, weight 1e-3.`,
    formula: 'c\\,\\mathrm{mean}(\\mathrm{logsumexp}^2)',
  }),
  capacity: oneNumber({
    unit: 'tokens',
    meaning: say`Places that each expert has; null without a limit.`,
    absent: say`without the key capacity there is no limit`,
  }),
  device_load: numberList('[devices]', { meaning: say`Tokens that each device keeps.` }),
  dispatch_elements: oneNumber({
    unit: 'elements',
    meaning: say`Numbers that travel one way to the experts: each token once to each of its k.`,
    formula: 'k T d',
    absent: say`the key d_model is not given`,
  }),
  all_reduce_elements: oneNumber({
    unit: 'elements',
    meaning: say`Numbers that each device sends where the same tokens are summed by a ring all-reduce instead.`,
    formula: '2(p-1)/p \\cdot T d',
    absent: say`the key d_model is not given`,
  }),
  bias: numberList('[experts]', { meaning: say`Selection bias in force.` }),
  recorded_experts: perhapsNumberRows('[tokens][k]', {
    absent: noChoices,
    meaning: say`Experts that were chosen, as recorded.`,
  }),
  recorded_load: perhapsNumberList('[experts]', {
    absent: noChoices,
    meaning: say`Tokens that each expert was asked for, as recorded.`,
  }),
  recorded_max_vio: oneNumber({ absent: noChoices, meaning: say`How far the fullest of them is above the mean.` }),
  recorded_agreement: oneNumber({
    absent: say`the key data names no table with both choices and the logits or probabilities behind them`,
    meaning: say`Share of the tokens for which the gate chooses just the experts that were recorded.`,
  }),
} as const satisfies ResultKeys;

export type MoeResults = ResultsOf<typeof moeResults>;
