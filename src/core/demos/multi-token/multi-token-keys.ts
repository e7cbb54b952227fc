import { say } from '../../l10n/say';
import { choice, commonKeys, type Keys, number, numbers, record, text, type ValuesOf, whole } from '../schema/key';
import {
  numberList,
  oneNumber,
  perhapsNumberList,
  perhapsWord,
  type ResultKeys,
  type ResultsOf,
} from '../schema/result-key';

const leviathan = 'Leviathan et al. 2023, arXiv 2211.17192';

/** Tokens of a draft that are looked at. */
export const longestDraft = 64;

export const multiTokenKeys = {
  ...commonKeys,
  acceptance: number(0, 1, {
    meaning: say`The chance that a drafted token is accepted where all before it were, α.`,
    default: 0.8,
    source: `${leviathan}, definition 3.1`,
  }),
  acceptances: numbers({
    meaning: say`In place of one chance: that of each token of the draft, the first first; as measured for multi-token heads.`,
  }),
  measure: record(
    {
      model: choice(
        { 'course-nano': say`a trained model of 2 layers with a head that drafts for it` },
        { meaning: say`The model that writes, with a head of its own that drafts.`, default: 'course-nano' },
      ),
      text: text({ meaning: say`What it writes on from.`, otherwise: say`the model’s own example` }),
      tokens: whole(1, 512, { meaning: say`Tokens that it writes.`, default: 96 }),
      temperature: number(0, 100, {
        meaning: say`Divides the logits of both; 0 takes the greatest.`,
        default: 0,
      }),
    },
    {
      shorthand: 'model',
      meaning: say`In place of a stated chance: lets a model write, its drafts made by a head of its own, and measures it.`,
      otherwise: say`nothing is measured`,
      source: `${leviathan}, algorithm 1; DeepSeek-V3, arXiv 2412.19437, section 2.2`,
    },
  ),
  draft: whole(0, longestDraft, {
    meaning: say`Tokens that are drafted before the model checks them at once, k.`,
    default: 4,
    otherwise: say`or as many as \`acceptances\` has`,
  }),
  draft_cost: number(0, 10, {
    meaning: say`What drafting a token costs, as a share of a pass of the model, c.`,
    default: 0.05,
    source: `${leviathan}, definition 3.7`,
  }),
  pass_ms: number(1e-6, 1e9, { meaning: say`Milliseconds of a pass of the model.`, default: 30 }),
  tokens: whole(1, 1e9, { meaning: say`Tokens of the answer.`, default: 1000 }),
  seed: whole(0, 2 ** 31 - 1, { meaning: say`Seed of the run that is shown.`, default: 0 }),
} as const satisfies Keys;

export type MultiTokenValues = ValuesOf<typeof multiTokenKeys>;

const notMeasured = say`nothing is measured without the key measure and a draft`;

export const multiTokenResults = {
  tokens_per_pass: oneNumber({
    unit: 'tokens',
    meaning: say`Tokens that a pass brings on the average, the model’s own among them.`,
    formula: '\\frac{1-\\alpha^{k+1}}{1-\\alpha}',
  }),
  accepted_share: oneNumber({
    absent: say`nothing is drafted`,
    meaning: say`Share of the drafted tokens that are accepted.`,
  }),
  speed_up: oneNumber({
    meaning: say`How much faster than one token a pass.`,
    formula: '\\frac{1-\\alpha^{k+1}}{(1-\\alpha)(ck+1)}',
  }),
  best_draft: oneNumber({
    absent: say`each token of the draft has a chance of its own, and there are no more`,
    meaning: say`The draft that is fastest, of at most 64 tokens; 0 where drafting never pays.`,
  }),
  best_speed_up: oneNumber({
    absent: say`each token of the draft has a chance of its own, and there are no more`,
    meaning: say`How much faster that one is.`,
  }),
  passes: oneNumber({ meaning: say`Passes of the model for the answer, on the average.` }),
  seconds: oneNumber({ unit: 'seconds', meaning: say`Time of the answer, drafting included.` }),
  tokens_per_second: oneNumber({ meaning: say`Tokens a second.` }),
  measured_acceptance: oneNumber({
    absent: notMeasured,
    meaning: say`Share of the drafted tokens that were accepted, of those that were looked at: what the formula takes for α.`,
  }),
  measured_tokens_per_pass: oneNumber({
    absent: notMeasured,
    unit: 'tokens',
    meaning: say`Tokens that a pass brought, to hold against the formula.`,
  }),
  measured_passes: oneNumber({ absent: notMeasured, meaning: say`Passes over a draft.` }),
  measured_by_place: perhapsNumberList('[k]', {
    absent: notMeasured,
    meaning: say`Share that was accepted at each place of the draft, of those that were looked at there.`,
  }),
  written: perhapsWord({ absent: notMeasured, meaning: say`What the model wrote.` }),
  by_draft: numberList('[k]', { meaning: say`Tokens a pass for drafts of 0, 1, 2 … up to \`draft\`.` }),
} as const satisfies ResultKeys;

export type MultiTokenResults = ResultsOf<typeof multiTokenResults>;
