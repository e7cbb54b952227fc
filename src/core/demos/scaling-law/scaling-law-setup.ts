import { say } from '../../l10n/say';
import { type Run, smallestFit } from '../../reference/scaling/fit-law';
import { publishedExponents } from '../../reference/scaling/scaling-law';
import { type Complain, complainOfMissing } from '../complain';
import type { DemoHost } from '../demo-definition';
import { columnOf, numberIn, readTable } from '../read-table';
import { withDefaults } from '../schema/key';
import { byPath, type ValuesByPath } from '../values-by-path';
import { type ScalingLawValues, scalingLawKeys } from './scaling-law-keys';
import { whyNoLine } from './why-undetermined';

export type PublishedFit = NonNullable<ScalingLawValues['fit']>;
export type FitMethod = NonNullable<ScalingLawValues['objective']>;

export interface ScalingLawSetup {
  readonly compute: number;
  /** The model whose loss is wanted. */
  readonly at?: { readonly n: number; readonly d: number };
  readonly objective: FitMethod;
  /** Where runs come from; `published` needs none. */
  readonly source: 'published' | 'points' | 'data';
  readonly fit: PublishedFit;
  /** How often runs are drawn anew for standard errors. */
  readonly resamples: number;
}

const mostRuns = 5000;

/** Fills in the defaults and complains of what cannot be together. */
export function scalingLawSetup(values: ScalingLawValues, complain: Complain): ScalingLawSetup {
  const source = values.points ? 'points' : values.data ? 'data' : 'published';
  if (values.points && values.data) complain('data', say`and points cannot both be given.`);
  if (values.fit && source !== 'published') complain('fit', say`and ${source} cannot both be given.`);
  if (values.objective && source === 'published')
    complain('objective', say`is for runs; a published fit is not fitted again.`);
  if (source === 'published' && values.resamples)
    complain('resamples', say`is for runs; a published fit is not fitted again.`);
  if (values.objective === 'log-linear' && values.resamples)
    complain('resamples', say`gives no standard errors here: a line has no five constants.`, undefined, 'warning');
  if (source === 'published' && values.exclude) complain('exclude', say`needs points or data to leave out of.`);
  if (values.exclude?.rows && values.exclude.highest_loss !== undefined)
    complain('exclude', say`takes highest_loss or rows, not both.`);
  if (source !== 'published' && values.exclude && !values.exclude.rows && values.exclude.highest_loss === undefined)
    complain('exclude', say`names no runs, so that none are left out.`, undefined, 'warning');
  if (values.at && values.fit && values.fit in publishedExponents)
    complain('at', say`means nothing here: ${values.fit} gives the exponents alone.`, undefined, 'warning');
  if (values.data) checkColumns(values.data, complain);
  const { fit, objective, compute, resamples } = withDefaults(scalingLawKeys, values);
  const { n, d } = values.at ?? {};
  if (values.at && (n === undefined || d === undefined)) complain('at', say`needs both n and d.`);
  return { source, fit, objective, compute, resamples, ...(n !== undefined && d !== undefined && { at: { n, d } }) };
}

/** The value of every key by path, defaults filled in: a published law needs no objective, a fitted one no name. */
export function scalingLawInForce(values: ScalingLawValues, { source }: ScalingLawSetup): ValuesByPath {
  const { fit, objective, ...rest } = byPath(withDefaults(scalingLawKeys, values));
  return source === 'published' ? { fit, ...(values.objective && { objective }), ...rest } : { objective, ...rest };
}

/** The runs of the demo, those left out already gone; undefined after a complaint. */
export async function scalingLawRuns(
  values: ScalingLawValues,
  setup: ScalingLawSetup,
  read: DemoHost['readData'],
  complain: Complain,
): Promise<AllRuns | undefined> {
  if (setup.source === 'published') return { used: [], excluded: [], leftOut: [] };
  const all = setup.source === 'points' ? fromPoints(values, complain) : await fromTable(values, read, complain);
  if (!all) return undefined;
  const excluded = excludedRows(all, values, complain);
  const used = all.filter((_, row) => !excluded.has(row));
  const fewest = setup.objective === 'log-linear' ? 2 : smallestFit;
  if (used.length < fewest) {
    const { highest_loss, rows } = values.exclude ?? {};
    const path = highest_loss !== undefined ? 'exclude.highest_loss' : rows ? 'exclude.rows' : setup.source;
    complain(path, say`leaves ${used.length} runs; a fit needs at least ${fewest}.`);
    return undefined;
  }
  const why = setup.objective === 'log-linear' ? whyNoLine(used) : undefined;
  if (why) {
    complain(setup.source, say`does not determine a law: the runs ${why}.`);
    return undefined;
  }
  const leftOut = [...excluded].filter((row) => row < all.length).sort((a, b) => a - b);
  return { used, excluded: leftOut.map((row) => all[row]!), leftOut };
}

export interface AllRuns {
  readonly used: readonly Run[];
  readonly excluded: readonly Run[];
  /** The rows of `excluded` in the data, ascending. */
  readonly leftOut: readonly number[];
}

function checkColumns(data: NonNullable<ScalingLawValues['data']>, complain: Complain): void {
  const missing = (['path', 'n', 'loss'] as const).filter((key) => data[key] === undefined);
  if (missing.length > 0)
    complainOfMissing(
      complain,
      'data',
      missing.map((key) => `data.${key}`),
      say`needs ${missing.join(' and ')}: a file and the names of its columns.`,
    );
  if ((data.d === undefined) === (data.c === undefined))
    complain('data', say`needs either d, the column of tokens, or c, the column of compute.`);
}

function fromPoints(values: ScalingLawValues, complain: Complain): Run[] | undefined {
  const points = values.points ?? [];
  if (points.length > mostRuns) {
    complain('points', say`has ${points.length} runs; at most ${mostRuns} are fitted here.`);
    return undefined;
  }
  const bad = points.findIndex((row) => row.some((value) => !(value > 0)));
  if (bad >= 0) {
    complain('points', say`row ${bad}: parameters, tokens and loss must be above zero.`);
    return undefined;
  }
  return points.map(([parameters, tokens, loss]) => ({ parameters: parameters!, tokens: tokens!, loss: loss! }));
}

async function fromTable(
  values: ScalingLawValues,
  read: DemoHost['readData'],
  complain: Complain,
): Promise<Run[] | undefined> {
  const { path, n, d, c, loss } = values.data ?? {};
  if (path === undefined || n === undefined || loss === undefined) return undefined;
  const table = await readTable(path, read, complain);
  if (!table) return undefined;
  const { rows } = table;
  const column = (key: 'n' | 'd' | 'c' | 'loss', name: string | undefined) =>
    columnOf(table, path, key, name, complain);
  const columns = { n: column('n', n), d: column('d', d), c: column('c', c), loss: column('loss', loss) };
  const other = columns.d ?? columns.c;
  if (columns.n === undefined || columns.loss === undefined || other === undefined) return undefined;
  if (rows.length > mostRuns) {
    complain('data.path', say`has ${rows.length} rows; at most ${mostRuns} are fitted here.`);
    return undefined;
  }
  const runs = rows.map((cells) => {
    const parameters = numberIn(cells[columns.n!]);
    const given = numberIn(cells[other]);
    const tokens = columns.d === undefined ? given / 6 / parameters : given;
    return { parameters, tokens, loss: numberIn(cells[columns.loss!]) };
  });
  const bad = runs.findIndex((run) => !(run.parameters > 0 && run.tokens > 0 && run.loss > 0));
  if (bad >= 0) {
    complain(
      'data.path',
      say`row ${bad}: parameters, tokens or compute, and loss must be numbers above zero, with a point for decimals.`,
    );
    return undefined;
  }
  return runs;
}

function excludedRows(all: readonly Run[], values: ScalingLawValues, complain: Complain): Set<number> {
  const { highest_loss: highest = 0, rows = [] } = values.exclude ?? {};
  const outside = rows.find((row) => row >= all.length);
  if (outside !== undefined)
    complain('exclude.rows', say`names row ${outside}; there are ${all.length}, counted from 0.`);
  const byLoss = [...all.keys()].sort((a, b) => all[b]!.loss - all[a]!.loss || a - b);
  return new Set([...rows, ...byLoss.slice(0, highest)]);
}
