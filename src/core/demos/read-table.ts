import { say } from '../l10n/say';
import { numberPattern } from './claims/number-text';
import type { Complain } from './complain';
import { DataRefused, type DemoHost } from './demo-definition';
import { nearestKey } from './nearest-key';
import { type CsvTable, readCsv } from './scaling-law/csv-table';

/** The table that `data.path` names; undefined after a complaint. */
export async function readTable(
  path: string,
  read: DemoHost['readData'],
  complain: Complain,
): Promise<CsvTable | undefined> {
  const text = await read(path).catch((error: unknown) => {
    if (error instanceof DataRefused) return error;
    throw error;
  });
  if (text instanceof DataRefused) complain('data.path', say`cannot be read: ${path} ${text.message}.`);
  if (text === undefined)
    complain('data.path', say`cannot be read: there is no file ${path} beside this lesson inside the course.`);
  if (typeof text !== 'string') return undefined;
  const table = readCsv(text);
  const { header } = table;
  if (header.length === 0) complain('data.path', say`names an empty file.`);
  if (header.some(isNumber)) complain('data.path', say`names a table without a header: its first row holds numbers.`);
  return header.length === 0 || header.some(isNumber) ? undefined : table;
}

/** The place of the column that the key `data.key` names; undefined where none is named, or after a complaint. */
export function columnOf(
  { header }: CsvTable,
  path: string,
  key: string,
  name: string | undefined,
  complain: Complain,
): number | undefined {
  if (name === undefined) return undefined;
  const found = header.indexOf(name);
  if (found >= 0) return found;
  const columns = header.slice(0, 12).join(', ');
  complain(`data.${key}`, say`names no column of ${path}, which has ${columns}.`, nearestKey(name, header));
  return undefined;
}

/** Decimal numbers alone: JavaScript would take `0x10` and `Infinity` too. */
const isNumber = (cell: string): boolean => new RegExp(`^${numberPattern}$`).test(cell);

/** The number in a cell; NaN where there is none, or none that is finite. */
export const numberIn = (cell: string | undefined): number => {
  const value = cell !== undefined && isNumber(cell) ? Number(cell) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
};
