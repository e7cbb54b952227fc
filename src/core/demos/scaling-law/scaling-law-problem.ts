import { say } from '../../l10n/say';
import { bootstrapLaws, standardDeviation, standardErrors } from '../../reference/scaling/bootstrap';
import { fittingLaw, type Run } from '../../reference/scaling/fit-law';
import { fitPowerLaw } from '../../reference/scaling/log-line';
import type { Constant } from '../../reference/scaling/open-constants';
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
import { type Undetermined, undetermined } from './why-undetermined';

/** What a law is fitted to, or which published one is taken. */
export interface ScalingLawProblem extends ScalingLawSetup {
  readonly runs: AllRuns;
}

/** A law with all five numbers, an exponent alone, or a straight line through optimal runs. */
export type FoundLaw =
  | { readonly kind: 'law'; readonly law: ScalingLaw; readonly undetermined?: Undetermined }
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
  const found = yield* findLaw(problem);
  return scalingLawResultsOf(found, problem, yield* errorsOf(found, problem));
}

/** How far each constant, and the exponent a, scatters over fits to runs drawn anew. */
export type LawErrors = ScalingLaw & { readonly a: number };

/** The standard errors that are asked for; undefined where none are, or the runs determine no law. */
export function* errorsOf(
  found: FoundLaw,
  { objective, runs, resamples }: ScalingLawProblem,
): Work<LawErrors | undefined> {
  if (resamples < 2 || found.kind !== 'law' || found.undetermined || objective === 'log-linear') return undefined;
  if (runs.used.length === 0) return undefined;
  const laws: ScalingLaw[] = [];
  for (const law of bootstrapLaws(runs.used, objective, found.law)) {
    laws.push(law);
    if (laws.length === resamples) break;
    yield;
  }
  return { ...standardErrors(laws), a: standardDeviation(laws.map(sizeExponent)) };
}

export function* findLaw({ source, fit, objective, runs }: ScalingLawProblem): Work<FoundLaw> {
  yield;
  if (source === 'published') return publishedFit(fit);
  const found = yield* lawOf(runs.used, objective);
  if (found.kind !== 'law') return found;
  const open = undetermined(found.law, runs.used);
  return open ? { ...found, undetermined: open } : found;
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

export function scalingLawResultsOf(
  found: FoundLaw,
  { compute, runs, at }: ScalingLawProblem,
  errors: LawErrors | undefined,
): ScalingLawResults {
  const law = found.kind === 'law' ? found.law : undefined;
  const left = found.kind === 'law' ? found.undetermined : undefined;
  const known = (...names: readonly Constant[]) => !names.some((name) => left?.open.has(name));
  const a = found.kind !== 'law' ? found.a : known('alpha', 'beta') ? sizeExponent(found.law) : Number.NaN;
  const optimum = optimumOf(found, compute);
  const number = (value: number | undefined) => finite(value ?? Number.NaN);
  const constant = (name: Constant) => number(known(name) ? law?.[name] : undefined);
  return {
    ...{ E: constant('E'), A: constant('A'), B: constant('B'), alpha: constant('alpha'), beta: constant('beta') },
    ...{ a: finite(a), b: finite(1 - a) },
    ...{
      n_opt: number(optimum?.n),
      d_opt: number(optimum?.d),
      tokens_per_param: number(optimum && optimum.d / optimum.n),
    },
    loss: number(optimum && known('E') ? optimum.loss : undefined),
    loss_at: number(law && at && !left ? lossAt(law, at.n, at.d) : undefined),
    ...{ E_error: number(errors?.E), A_error: number(errors?.A), B_error: number(errors?.B) },
    ...{ alpha_error: number(errors?.alpha), beta_error: number(errors?.beta), a_error: number(errors?.a) },
    runs: runs.used.length,
    undetermined: left?.why ?? null,
  };
}

/** The best model at a compute; undefined where only the exponent is known, or not all that it hangs on. */
export function optimumOf(found: FoundLaw, compute: number): Optimum | undefined {
  if (found.kind === 'exponent') return undefined;
  if (found.kind === 'law') {
    if ((['A', 'B', 'alpha', 'beta'] as const).some((name) => found.undetermined?.open.has(name))) return undefined;
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

/** What is to be said of constants that the runs leave open. */
export function scalingLawRemarks(results: ScalingLawResults, { source }: ScalingLawProblem, complain: Complain): void {
  if (results.undetermined === null) return;
  complain(source, say`does not determine a law: the runs ${results.undetermined}.`, undefined, 'warning');
}
