import { say } from '../../l10n/say';
import { type Run, smallestFit } from '../../reference/scaling/fit-law';
import { type Constant, openConstants } from '../../reference/scaling/open-constants';
import { type ScalingLaw, trainingCompute } from '../../reference/scaling/scaling-law';

/** Constants that runs leave open, and why, to follow "the runs …". */
export interface Undetermined {
  readonly why: string;
  readonly open: ReadonlySet<Constant>;
}

const all: readonly Constant[] = ['E', 'A', 'B', 'alpha', 'beta'];
const ofSize: readonly Constant[] = ['E', 'A', 'alpha'];
const ofTokens: readonly Constant[] = ['E', 'B', 'beta'];

/**
 * What these runs leave open of a law fitted to them; undefined where nothing speaks against it. What a search ends at all
 * the same would be read as constants: two sizes leave A and alpha one equation, and where D is a power of N the terms of
 * size and of data can change places, which no slope at one law can tell.
 */
export function undetermined(law: ScalingLaw, runs: readonly Run[]): Undetermined | undefined {
  const seen = byTheRuns(runs);
  if (seen) return { why: seen.why, open: new Set(seen.open) };
  const open = openConstants(law, runs);
  const names = all.filter((name) => open.has(name));
  if (names.length === 0) return undefined;
  const why =
    names.join() === 'E'
      ? say`push E to 0, so that it is not seen`
      : say`are met as well by other values of ${names.join(', ')}`;
  return { why, open };
}

/** Why a straight line through these runs has no slope, to follow "the runs …". */
export const whyNoLine = (runs: readonly Run[]): string | undefined =>
  distinct(runs.map((run) => Math.log(trainingCompute(run.parameters, run.tokens)))) < 2
    ? say`all have one compute, which gives a line no slope`
    : undefined;

function byTheRuns(runs: readonly Run[]): { why: string; open: readonly Constant[] } | undefined {
  const logs = (of: (run: Run) => number) => runs.map((run) => Math.log(of(run)));
  const [sizes, tokens, losses] = [logs((run) => run.parameters), logs((run) => run.tokens), logs((run) => run.loss)];
  const points = new Set(runs.map((run) => `${run.parameters} ${run.tokens}`)).size;
  if (points < smallestFit)
    return {
      why: say`stand at ${points === 1 ? say`one point` : say`${points} points`}, and five constants need five`,
      open: all,
    };
  if (distinct(losses) < 2) return { why: say`all have one loss, so no size and no data lower it`, open: all };
  for (const [one, two, values, open] of [
    [say`one size`, say`two sizes`, sizes, ofSize],
    [say`one token count`, say`two token counts`, tokens, ofTokens],
  ] as const)
    if (distinct(values) < 3)
      return { why: say`have ${distinct(values) === 1 ? one : two}, and a weight and its exponent need three`, open };
  const [nn, dd, nd] = [spread(sizes, sizes), spread(tokens, tokens), spread(sizes, tokens)];
  if (1 - nd ** 2 / (nn * dd) < leastApart)
    return nd > 0
      ? {
          why: say`have sizes and tokens that grow together, so that the terms of the two can change places`,
          open: all,
        }
      : undefined;
  const [nl, dl] = [spread(sizes, losses), spread(tokens, losses)];
  const rising = nl * dd - dl * nd >= 0 && dl * nn - nl * nd >= 0;
  return rising ? { why: say`have a loss that falls neither with size nor with data`, open: all } : undefined;
}

/** The share of the variance of log D that log N must leave unexplained: rounding to two digits alone leaves less. */
const leastApart = 1e-4;

/** How many values differ by more than rounding. */
function distinct(logs: readonly number[]): number {
  const sorted = [...logs].sort((a, b) => a - b);
  return sorted.filter((value, i) => i === 0 || value - sorted[i - 1]! > 1e-9).length;
}

/** Sum of the products of distances from the means. */
function spread(x: readonly number[], y: readonly number[]): number {
  const [meanX, meanY] = [mean(x), mean(y)];
  return x.reduce((sum, value, i) => sum + (value - meanX) * (y[i]! - meanY), 0);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
