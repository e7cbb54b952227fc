import { type Run, smallestFit } from '../../reference/scaling/fit-law';
import { trainingCompute } from '../../reference/scaling/scaling-law';
import type { FitMethod } from './scaling-law-setup';

/**
 * Why these runs do not determine a law, to follow "the runs …"; undefined where nothing speaks against it. What a search
 * ends at all the same would be read as constants: two sizes leave A and alpha one equation, and where D is a power of N
 * the terms of size and of data can change places.
 */
export function whyUndetermined(runs: readonly Run[], objective: FitMethod): string | undefined {
  const logs = (of: (run: Run) => number) => runs.map((run) => Math.log(of(run)));
  const [sizes, tokens, losses] = [logs((run) => run.parameters), logs((run) => run.tokens), logs((run) => run.loss)];
  if (objective === 'log-linear') {
    const compute = logs((run) => trainingCompute(run.parameters, run.tokens));
    return distinct(compute) < 2 ? 'all have one compute, which gives a line no slope' : undefined;
  }
  const points = new Set(runs.map((run) => `${run.parameters} ${run.tokens}`)).size;
  if (points < smallestFit) return `stand at ${points} different points, and five constants need as many`;
  for (const [name, values] of [
    ['sizes', sizes],
    ['numbers of tokens', tokens],
  ] as const)
    if (distinct(values) < 3)
      return `have ${distinct(values)} different ${name}, and a weight and its exponent need three`;
  if (distinct(losses) < 2) return 'all have one loss, so no size and no data lower it';
  const [nn, dd, nd] = [spread(sizes, sizes), spread(tokens, tokens), spread(sizes, tokens)];
  const apart = 1 - nd ** 2 / (nn * dd);
  if (apart < leastApart)
    return nd > 0
      ? 'have sizes and tokens that grow together, so that the terms of the two can change places'
      : undefined;
  const [nl, dl] = [spread(sizes, losses), spread(tokens, losses)];
  const rising = nl * dd - dl * nd >= 0 && dl * nn - nl * nd >= 0;
  return rising ? 'have a loss that falls neither with size nor with data' : undefined;
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
