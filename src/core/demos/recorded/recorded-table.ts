import { say } from '../../l10n/say';
import { type Complain, complainOfMissing } from '../complain';
import type { DemoHost } from '../demo-definition';
import { numberIn, readTable } from '../read-table';

/** The rows of a table that a demo asks for, with ways to their cells. */
export interface RecordedTable {
  readonly rows: readonly (readonly string[])[];
  /** Which line of the table a row is, counted from 1 below the header. */
  readonly lines: readonly number[];
  /** The places of `name_0`, `name_1` …, in order; empty where there are none, undefined after a complaint. */
  numbered(name: string): readonly number[] | undefined;
  /** The place of the column with this name. */
  column(name: string): number | undefined;
}

/** Rows of one table: more are not shown anywhere. */
const mostRows = 65_536;

/** Reads the table of `data`; undefined after a complaint. */
export async function recordedTable(
  { path, layer }: { readonly path?: string; readonly layer?: number },
  readData: DemoHost['readData'],
  complain: Complain,
): Promise<RecordedTable | undefined> {
  if (path === undefined) {
    complainOfMissing(complain, 'data', ['data.path'], say`needs path: the CSV file of what was recorded.`);
    return undefined;
  }
  const table = await readTable(path, readData, complain);
  if (!table) return undefined;
  const header = table.header.map((name) => name.toLowerCase());
  const twice = header.find((name, i) => name !== '' && header.indexOf(name) !== i);
  if (twice !== undefined) complain('data.path', say`names a table with two columns ${twice}.`);
  if (table.rows.length > mostRows)
    complain('data.path', say`has ${table.rows.length} rows; at most ${mostRows} are read.`);
  const kept = rowsOfLayer(table.rows, header.indexOf('layer'), layer, complain);
  if (twice !== undefined || table.rows.length > mostRows || !kept) return undefined;
  if (kept.length === 0) complain('data.path', say`names a table without rows.`);
  if (kept.length === 0) return undefined;
  return {
    rows: kept.map((line) => table.rows[line]!),
    lines: kept.map((line) => line + 1),
    column: (name) => (header.includes(name) ? header.indexOf(name) : undefined),
    numbered(name) {
      const numbers = header.flatMap((column, at) => {
        const found = new RegExp(`^${name}[ _-]?(\\d+)$`).exec(column);
        return found ? [{ at, number: Number(found[1]) }] : [];
      });
      numbers.sort((a, b) => a.number - b.number);
      const gap = numbers.findIndex(({ number }, i) => number !== i);
      if (gap < 0) return numbers.map(({ at }) => at);
      const found = `${name}_${numbers[gap]!.number}`;
      complain(
        'data.path',
        say`has a column ${found} where ${name}_${gap} should be: they are counted from 0, without gaps.`,
      );
      return undefined;
    },
  };
}

/** The lines that hold the layer asked for; undefined after a complaint. */
function rowsOfLayer(
  rows: readonly (readonly string[])[],
  column: number,
  layer: number | undefined,
  complain: Complain,
): number[] | undefined {
  const all = [...rows.keys()];
  if (column < 0) {
    if (layer !== undefined) complain('data.layer', say`means nothing for a table without a column layer.`);
    return layer === undefined ? all : undefined;
  }
  const layers = [...new Set(rows.map((cells) => cells[column] ?? ''))];
  if (layer === undefined && layers.length > 1) {
    complainOfMissing(
      complain,
      'data',
      ['data.layer'],
      say`needs layer: the table holds the layers ${layers.slice(0, 12).join(', ')}.`,
    );
    return undefined;
  }
  const kept = layer === undefined ? all : all.filter((line) => numberIn(rows[line]![column]) === layer);
  if (kept.length === 0 && rows.length > 0)
    complain('data.layer', say`is not in the table, which holds ${layers.slice(0, 12).join(', ')}.`);
  return kept.length === 0 && rows.length > 0 ? undefined : kept;
}

/**
 * The numbers of some columns, row by row; undefined after a complaint about the first cell that holds none. `name` is that
 * of the columns.
 */
export function numbersIn(
  { rows, lines }: Pick<RecordedTable, 'rows' | 'lines'>,
  name: string,
  columns: readonly number[],
  complain: Complain,
): number[][] | undefined {
  for (const [i, cells] of rows.entries())
    for (const [number, column] of columns.entries()) {
      if (!Number.isNaN(numberIn(cells[column]))) continue;
      const cell = cells[column] ?? '';
      const what = cell === '' ? say`is empty` : say`holds ${cell.slice(0, 20)}`;
      complain(
        'data.path',
        say`row ${lines[i]}: ${name}_${number} ${what}, which is no number with a point for decimals.`,
      );
      return undefined;
    }
  return rows.map((cells) => columns.map((column) => numberIn(cells[column])));
}

/** How far a recorded row may be from summing to 1: half precision and a few digits are no fault. */
export const rowSlack = 0.01;

/** Complains of the first row that is no distribution; whether there is none. */
export function areShares(
  name: string,
  rows: readonly (readonly number[])[],
  lines: readonly number[],
  complain: Complain,
): boolean {
  for (const [i, row] of rows.entries()) {
    const outside = row.findIndex((share) => share < 0 || share > 1 + rowSlack);
    const sum = row.reduce((total, share) => total + share, 0);
    if (outside >= 0)
      complain(
        'data.path',
        say`row ${lines[i]}: ${name}_${outside} is ${row[outside]}, which is no share from 0 to 1.`,
      );
    else if (Math.abs(sum - 1) > rowSlack)
      complain('data.path', say`row ${lines[i]}: its numbers sum to ${Number(sum.toPrecision(4))}, not to 1.`);
    else continue;
    return false;
  }
  return true;
}
