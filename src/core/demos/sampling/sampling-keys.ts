import { say } from '../../l10n/say';
import { commonKeys, type Keys, number, record, rows, type ValuesOf, whole } from '../schema/key';
import { oneNumber, type ResultKeys, type ResultsOf } from '../schema/result-key';

const codex = 'Chen et al. 2021, arXiv 2107.03374';

/** Answers up to which votes are counted. */
export const mostVotes = 256;

/** Answers that one task may have. */
export const mostSamples = 100_000;

export const samplingKeys = {
  ...commonKeys,
  samples: whole(1, mostSamples, { meaning: say`Answers drawn for the task, n.`, default: 200 }),
  correct: whole(0, mostSamples, {
    meaning: say`How many of them are right, c.`,
    default: 20,
    otherwise: say`or a tenth of \`samples\``,
  }),
  tasks: rows(
    {
      meaning: say`Several tasks in place of one: rows of answers drawn and right answers. Results are means over them.`,
    },
    2,
  ),
  k: whole(1, 1_000_000, { meaning: say`Answers that one question may cost.`, default: 10 }),
  confidence: number(0.5, 0.9999, {
    meaning: say`How often intervals made like this one hold the true value.`,
    default: 0.95,
  }),
  wrong_answers: whole(1, 1000, {
    meaning: say`Wrong answers that a vote is split among, all equally likely; 1 for yes or no.`,
    default: 1,
  }),
  verifier: record(
    {
      accuracy: number(0, 1, { meaning: say`Share of answers, right or wrong, that it judges rightly.`, default: 0.9 }),
      accepts_right: number(0, 1, {
        meaning: say`Share of the right answers that it accepts.`,
        otherwise: say`its accuracy`,
      }),
      accepts_wrong: number(0, 1, {
        meaning: say`Share of the wrong answers that it accepts.`,
        otherwise: say`1 less its accuracy`,
      }),
      tokens: number(0, 1e9, { meaning: say`Tokens that judging one answer takes.`, default: 0 }),
    },
    {
      shorthand: 'accuracy',
      meaning: say`Judges each answer; one of those that it accepts is taken.`,
      otherwise: say`none: no best-of-n`,
    },
  ),
  tokens: number(0, 1e9, { meaning: say`Tokens of an answer.`, default: 1000 }),
  price: number(0, 1e9, { meaning: say`Dollars for a million tokens.`, default: 1 }),
  larger: record(
    {
      accuracy: number(0, 1, { meaning: say`Share of the tasks that it does right at once.`, default: 0.5 }),
      tokens: number(0, 1e9, { meaning: say`Tokens of its answer.`, otherwise: say`the same` }),
      price: number(0, 1e9, { meaning: say`Dollars for a million of its tokens.`, default: 10 }),
    },
    {
      shorthand: 'accuracy',
      meaning: say`A larger model that answers once, to compare the cost with.`,
      otherwise: say`none`,
    },
  ),
} as const satisfies Keys;

export type SamplingValues = ValuesOf<typeof samplingKeys>;

const tooFew = say`more answers are asked for than a task has, so that nothing can be estimated without bias`;
const noVerifier = say`the key verifier is not given`;
const noLarger = say`the key larger is not given`;
const neverReached = say`larger or verifier is not given, or no number of answers comes up to the larger model`;

export const samplingResults = {
  accuracy: oneNumber({ meaning: say`Share of right answers: pass@1.`, formula: 'c/n' }),
  pass_at_k: oneNumber({
    absent: tooFew,
    meaning: say`The chance of a right answer among k, estimated without bias (${codex}, eq. 1).`,
    formula: '1 - \\binom{n-c}{k} / \\binom{n}{k}',
  }),
  pass_at_k_low: oneNumber({
    absent: tooFew,
    meaning: say`Lower end of the interval of pass@k: of one task from the exact interval of c/n (Clopper and Pearson 1934), of several by the standard error over tasks.`,
    formula: '1 - (1 - p_{low})^k',
  }),
  pass_at_k_high: oneNumber({ absent: tooFew, meaning: say`Upper end of the interval of pass@k.` }),
  plug_in: oneNumber({
    meaning: say`What c/n put in place of the true chance gives: too low.`,
    formula: '1 - (1 - c/n)^k',
  }),
  majority: oneNumber({
    absent: say`votes are counted up to ${mostVotes} answers`,
    meaning: say`The chance that the most frequent of k answers is right, ties shared (Wang et al. 2022, arXiv 2203.11171).`,
  }),
  majority_limit: oneNumber({
    meaning: say`What the vote comes to with ever more answers: the share of tasks whose commonest answer is right.`,
  }),
  best_of: oneNumber({
    absent: noVerifier,
    meaning: say`The chance that one of k answers, taken at random from those the verifier accepts, is right.`,
    formula: '(1 - r^k) \\frac{a}{a+b} + r^k \\frac{p(1-s)}{r},\\ a = ps,\\ b = (1-p)f,\\ r = 1 - a - b',
  }),
  best_of_limit: oneNumber({
    absent: noVerifier,
    meaning: say`What best-of-n comes to with ever more answers: the share of right ones among those accepted.`,
    formula: 'a/(a+b)',
  }),
  total_tokens: oneNumber({ unit: 'tokens', meaning: say`Tokens of k answers and of judging them.` }),
  cost: oneNumber({ unit: 'dollars', meaning: say`Dollars for k answers and for judging them.` }),
  larger_cost: oneNumber({
    unit: 'dollars',
    absent: noLarger,
    meaning: say`Dollars for one answer of the larger model.`,
  }),
  break_even: oneNumber({
    absent: neverReached,
    meaning: say`The fewest answers with which best-of-n is as good as the larger model.`,
  }),
  break_even_cost: oneNumber({ unit: 'dollars', absent: neverReached, meaning: say`Dollars for so many answers.` }),
} as const satisfies ResultKeys;

export type SamplingResults = ResultsOf<typeof samplingResults>;
