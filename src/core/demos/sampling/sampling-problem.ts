import { normalQuantile } from '../../reference/random';
import { bestOfN, precision } from '../../reference/sampling/best-of-n';
import { clopperPearson, type Interval } from '../../reference/sampling/binomial-interval';
import { MajorityVote } from '../../reference/sampling/majority-vote';
import { passAtK, passWithChance } from '../../reference/sampling/pass-at-k';
import { finite } from '../result';
import type { Work } from '../work';
import { mostVotes, type SamplingResults } from './sampling-keys';
import type { SampledTask, SamplingSetup } from './sampling-setup';

/** What so many answers to each question give, as means over the tasks; NaN for what there is not. */
export interface Answered {
  readonly answers: number;
  readonly pass: number;
  readonly interval: Interval | undefined;
  readonly plugIn: number;
  readonly majority: number;
  readonly bestOf: number;
  /** Dollars a question. */
  readonly cost: number;
}

export function* solveSampling(setup: SamplingSetup): Work<SamplingResults> {
  const [at] = yield* answered(setup, [setup.k]);
  return samplingResultsOf(setup, at!);
}

/** What each of several numbers of answers gives. */
export function* answered(setup: SamplingSetup, counts: readonly number[]): Work<Answered[]> {
  const votes = Math.max(0, ...counts.filter((count) => count <= mostVotes));
  const vote = yield* MajorityVote.upTo(votes, setup.wrongAnswers);
  const found: Answered[] = [];
  for (const answers of counts) {
    yield;
    found.push(answeredBy(setup, answers, vote));
  }
  return found;
}

export function samplingResultsOf(setup: SamplingSetup, at: Answered): SamplingResults {
  const { verifier, larger, wrongAnswers, k } = setup;
  const breakEven = breakEvenOf(setup);
  return {
    accuracy: meanOf(setup.tasks, chanceOf),
    pass_at_k: finite(at.pass),
    pass_at_k_low: finite(at.interval?.low ?? Number.NaN),
    pass_at_k_high: finite(at.interval?.high ?? Number.NaN),
    plug_in: at.plugIn,
    majority: finite(at.majority),
    majority_limit: meanOf(setup.tasks, (task) => votedInTheEnd(chanceOf(task), wrongAnswers)),
    best_of: finite(at.bestOf),
    best_of_limit: verifier ? meanOf(setup.tasks, (task) => precision(chanceOf(task), verifier)) : null,
    total_tokens: k * tokensOf(setup),
    cost: at.cost,
    larger_cost: larger?.cost ?? null,
    break_even: breakEven ?? null,
    break_even_cost: breakEven === undefined ? null : costOf(setup, breakEven),
  };
}

const chanceOf = ({ drawn, right }: SampledTask): number => right / drawn;

const tokensOf = ({ tokens, verifier }: SamplingSetup): number => tokens + (verifier?.tokens ?? 0);

const costOf = (setup: SamplingSetup, answers: number): number => answers * tokensOf(setup) * setup.price;

function answeredBy(setup: SamplingSetup, answers: number, vote: MajorityVote): Answered {
  const { tasks, verifier } = setup;
  const hasEnough = tasks.every(({ drawn }) => answers <= drawn);
  const passes = hasEnough ? tasks.map(({ drawn, right }) => passAtK(drawn, right, answers)) : [];
  return {
    answers,
    pass: hasEnough ? mean(passes) : Number.NaN,
    interval: hasEnough ? intervalOf(setup, answers, passes) : undefined,
    plugIn: meanOf(tasks, (task) => passWithChance(chanceOf(task), answers)),
    majority: answers <= mostVotes ? meanOf(tasks, (task) => vote.chance(chanceOf(task), answers)) : Number.NaN,
    bestOf: verifier ? meanOf(tasks, (task) => bestOfN(chanceOf(task), answers, verifier)) : Number.NaN,
    cost: costOf(setup, answers),
  };
}

/** Of one task exact, by the chance of a single answer; of several by the spread from task to task. */
function intervalOf({ tasks, confidence }: SamplingSetup, k: number, passes: readonly number[]): Interval {
  const [task, ...others] = tasks as [SampledTask, ...SampledTask[]];
  if (others.length === 0) {
    const { low, high } = clopperPearson(task.right, task.drawn, confidence);
    return { low: passWithChance(low, k), high: passWithChance(high, k) };
  }
  const middle = mean(passes);
  const variance = passes.reduce((sum, pass) => sum + (pass - middle) ** 2, 0) / (passes.length - 1);
  const off = normalQuantile((1 + confidence) / 2) * Math.sqrt(variance / passes.length);
  return { low: Math.max(0, middle - off), high: Math.min(1, middle + off) };
}

/** Whether a vote of very many is right: 1, 0, or what it gets of a tie. */
function votedInTheEnd(p: number, wrong: number): number {
  const other = (1 - p) / wrong;
  if (Math.abs(p - other) <= 1e-12) return 1 / (wrong + 1);
  return p > other ? 1 : 0;
}

const farthest = 2 ** 40;

/** The fewest answers with which best-of-n reaches the larger model; undefined where none does. */
function breakEvenOf({ tasks, verifier, larger }: SamplingSetup): number | undefined {
  if (!verifier || !larger) return undefined;
  const reaches = (answers: number) =>
    meanOf(tasks, (task) => bestOfN(chanceOf(task), answers, verifier)) >= larger.accuracy;
  if (reaches(1)) return 1;
  // A verifier that prefers wrong answers makes it worse with every one, any other better.
  if (verifier.acceptsRight <= verifier.acceptsWrong) return undefined;
  let enough = 2;
  while (!reaches(enough)) {
    enough *= 2;
    if (enough > farthest) return undefined;
  }
  let tooFew = enough / 2;
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (reaches(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const meanOf = (tasks: readonly SampledTask[], value: (task: SampledTask) => number): number => mean(tasks.map(value));
