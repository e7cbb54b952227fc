import type { Run } from './fit-law';
import { lossAt, type ScalingLaw } from './scaling-law';

export type Constant = keyof ScalingLaw;

const constants = ['E', 'A', 'B', 'alpha', 'beta'] as const satisfies readonly Constant[];

/**
 * The constants of a fitted law that its runs leave open: those that move along directions in which the loss of no run
 * changes (the null space of the Jacobian of log L by log E, log A, log B, alpha and beta), and those of a term at its
 * bound, of which nothing is left or which does not fall.
 */
export function openConstants(law: ScalingLaw, runs: readonly Run[]): ReadonlySet<Constant> {
  const terms = runs.map(({ parameters, tokens }) => ({
    size: law.A / parameters ** law.alpha,
    tokens: law.B / tokens ** law.beta,
    loss: lossAt(law, parameters, tokens),
  }));
  const [meanSize, meanTokens] = [mean(runs.map(logSize)), mean(runs.map(logTokens))];
  const rows = runs.map((run, i) => {
    const { size, tokens, loss } = terms[i]!;
    const apart = [-(logSize(run) - meanSize), -(logTokens(run) - meanTokens)] as const;
    return [law.E, size, tokens, size * apart[0], tokens * apart[1]].map((slope) => slope / loss);
  });
  const open = new Set<Constant>(freeColumns(rows).map((column) => constants[column]!));
  const most = (of: (term: (typeof terms)[number]) => number) => Math.max(...terms.map((term) => of(term) / term.loss));
  if (!(law.alpha > leastExponent) || !(most(({ size }) => size) > leastShare)) open.add('A').add('alpha');
  if (!(law.beta > leastExponent) || !(most(({ tokens }) => tokens) > leastShare)) open.add('B').add('beta');
  if (!(most(() => law.E) > leastShare)) open.add('E');
  // A term that does not fall is one with E.
  if (!(law.alpha > leastExponent && law.beta > leastExponent)) open.add('E');
  return open;
}

/** Exponents below lower no loss within any range of sizes that is trained. */
const leastExponent = 1e-3;

/** What a term must give to some run's loss: less is below what a fit can see. */
const leastShare = 1e-4;

/** The share of a column that must stand apart from the others: less is rounding. */
const leastApart = 1e-5;

/** The columns that can change without changing any row's sum: those that are sums of others, or nothing. */
function freeColumns(rows: readonly (readonly number[])[]): number[] {
  const columns = constants.map((_, column) => unit(rows.map((row) => row[column]!)));
  return columns.flatMap((column, i) => {
    const rest = columns.filter((_, other) => other !== i);
    return norm(without(column, rest)) > leastApart ? [] : [i];
  });
}

/** What of a column is no sum of the others, by Gram and Schmidt, twice for what rounding leaves. */
function without(column: readonly number[], others: readonly (readonly number[])[]): readonly number[] {
  const base: (readonly number[])[] = [];
  const off = (from: readonly number[]) =>
    [...base, ...base].reduce((left, one) => {
      const along = dot(left, one);
      return left.map((value, i) => value - along * one[i]!);
    }, from);
  for (const other of others) {
    const left = off(other);
    if (norm(left) > leastApart) base.push(unit(left));
  }
  return off(column);
}

const logSize = (run: Run) => Math.log(run.parameters);
const logTokens = (run: Run) => Math.log(run.tokens);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const dot = (x: readonly number[], y: readonly number[]): number => x.reduce((sum, value, i) => sum + value * y[i]!, 0);
const norm = (x: readonly number[]): number => Math.sqrt(dot(x, x));

function unit(x: readonly number[]): number[] {
  const length = norm(x);
  return length > 0 ? x.map((value) => value / length) : [...x];
}
