import { fittingLaw, type Run } from '../../reference/scaling/fit-law';
import { fitPowerLaw } from '../../reference/scaling/log-line';
import {
  computeOptimum,
  lossAt,
  publishedExponents,
  publishedLaws,
  type ScalingLaw,
  sizeExponent,
  trainingCompute,
} from '../../reference/scaling/scaling-law';
import type { Complain } from '../complain';
import type { DemoHost } from '../demo-definition';
import { finite } from '../result';
import type { Work } from '../work';
import type { ScalingLawResults, ScalingLawValues } from './scaling-law-keys';
import { type AllRuns, type PublishedFit, type ScalingLawSetup, scalingLawRuns } from './scaling-law-setup';

/** What a law is fitted to, or which published one is taken. */
export interface ScalingLawProblem extends ScalingLawSetup {
  readonly runs: AllRuns;
}

/** A law with all five numbers, an exponent alone, or a straight line through optimal runs. */
export type FoundLaw =
  | { readonly kind: 'law'; readonly law: ScalingLaw }
  | { readonly kind: 'exponent'; readonly a: number }
  | {
      readonly kind: 'line';
      readonly a: number;
      readonly sizeAt: (c: number) => number;
      readonly lossAt: (c: number) => number;
    };

export async function scalingLawProblem(
  values: ScalingLawValues,
  setup: ScalingLawSetup,
  { readData }: DemoHost,
  complain: Complain,
): Promise<ScalingLawProblem | undefined> {
  const runs = await scalingLawRuns(values, setup, readData, complain);
  return runs && { ...setup, runs };
}

export function* solveScalingLaw(problem: ScalingLawProblem): Work<ScalingLawResults> {
  return scalingLawResultsOf(yield* findLaw(problem), problem);
}

export function* findLaw({ source, fit, objective, runs }: ScalingLawProblem): Work<FoundLaw> {
  yield;
  return source === 'published' ? publishedFit(fit) : yield* lawOf(runs.used, objective);
}

/** The law fitted to runs; `near` is where the search starts when the answer is known to be near it. */
export function* lawOf(
  runs: readonly Run[],
  objective: ScalingLawProblem['objective'],
  near?: FoundLaw,
): Work<FoundLaw> {
  if (objective !== 'log-linear') {
    const { law } = yield* fittingLaw(runs, objective, near?.kind === 'law' ? [near.law] : undefined);
    return { kind: 'law', law };
  }
  const compute = runs.map((run) => trainingCompute(run.parameters, run.tokens));
  const size = fitPowerLaw(
    compute,
    runs.map((run) => run.parameters),
  );
  const loss = fitPowerLaw(
    compute,
    runs.map((run) => run.loss),
  );
  return {
    kind: 'line',
    a: size.exponent,
    sizeAt: (c) => size.coefficient * c ** size.exponent,
    lossAt: (c) => loss.coefficient * c ** loss.exponent,
  };
}

export const publishedFit = (name: PublishedFit): FoundLaw =>
  name in publishedLaws
    ? { kind: 'law', law: publishedLaws[name as keyof typeof publishedLaws] }
    : { kind: 'exponent', a: publishedExponents[name as keyof typeof publishedExponents] };

export function scalingLawResultsOf(found: FoundLaw, { compute, runs, at }: ScalingLawProblem): ScalingLawResults {
  const law = found.kind === 'law' ? found.law : undefined;
  const a = law ? sizeExponent(law) : found.kind === 'law' ? Number.NaN : found.a;
  const optimum = optimumOf(found, compute);
  const number = (value: number | undefined) => finite(value ?? Number.NaN);
  return {
    ...{ E: number(law?.E), A: number(law?.A), B: number(law?.B), alpha: number(law?.alpha), beta: number(law?.beta) },
    ...{ a: finite(a), b: finite(1 - a) },
    ...{
      n_opt: number(optimum?.n),
      d_opt: number(optimum?.d),
      tokens_per_param: number(optimum && optimum.d / optimum.n),
    },
    loss: number(optimum?.loss),
    loss_at: number(law && at && lossAt(law, at.n, at.d)),
    runs: runs.used.length,
  };
}

/** The best model at a compute; undefined where only the exponent is known. */
export function optimumOf(found: FoundLaw, compute: number): Optimum | undefined {
  if (found.kind === 'exponent') return undefined;
  if (found.kind === 'law') {
    const { parameters, tokens, loss } = computeOptimum(found.law, compute);
    return { n: parameters, d: tokens, loss };
  }
  const n = found.sizeAt(compute);
  return { n, d: compute / 6 / n, loss: found.lossAt(compute) };
}

export interface Optimum {
  /** Parameters. */
  readonly n: number;
  /** Tokens. */
  readonly d: number;
  readonly loss: number;
}
