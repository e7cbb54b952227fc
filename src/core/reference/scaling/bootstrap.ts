import { Random } from '../random';
import { type FitObjective, fitLaw, type Run } from './fit-law';
import { lossAt, type ScalingLaw } from './scaling-law';

/**
 * Laws fitted to runs drawn anew with replacement (Efron 1979), one at a time so that the caller may stop at any; each
 * search starts from the law of all runs.
 */
export function* bootstrapLaws(
  runs: readonly Run[],
  objective: FitObjective,
  law: ScalingLaw,
  seed = 0,
): Generator<ScalingLaw, never> {
  const random = new Random(seed, 'bootstrap');
  for (;;) {
    yield fitLaw(resample(runs, random), objective, [law]).law;
  }
}

/** As many runs, drawn anew with replacement. */
export const resample = (runs: readonly Run[], random: Random): Run[] =>
  runs.map(() => runs[random.below(runs.length)]!);

/** The standard deviation of a sample, with n - 1 below. */
export function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

/** The standard deviation of each number over fitted laws. */
export function standardErrors(laws: readonly ScalingLaw[]): ScalingLaw {
  const spread = (key: keyof ScalingLaw): number => standardDeviation(laws.map((law) => law[key]));
  return { E: spread('E'), A: spread('A'), B: spread('B'), alpha: spread('alpha'), beta: spread('beta') };
}

/** The losses at one point between which the given share of the laws lies. */
export function lossBand(
  laws: readonly ScalingLaw[],
  parameters: number,
  tokens: number,
  share = 0.9,
): { low: number; high: number } {
  return interval(
    laws.map((law) => lossAt(law, parameters, tokens)),
    share,
  );
}

/** Between which of the values the given share of them lies, as many left out below as above (Efron's percentiles). */
export function interval(values: readonly number[], share = 0.9): { low: number; high: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (quantile: number): number => sorted[Math.round(quantile * (sorted.length - 1))] ?? Number.NaN;
  return { low: at((1 - share) / 2), high: at((1 + share) / 2) };
}
