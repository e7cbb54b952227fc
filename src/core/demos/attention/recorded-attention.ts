import { say } from '../../l10n/say';
import { Tensor } from '../../reference/tensor';
import type { Complain } from '../complain';
import type { DemoHost } from '../demo-definition';
import { areShares, numbersIn, recordedTable } from '../recorded/recorded-table';
import type { AttentionValues } from './attention-keys';

/** What a real model attended to. */
export interface RecordedAttention {
  /** `[heads, queries, keys]`. */
  readonly weights: Tensor;
  readonly tokens: readonly string[];
  /** No query looks at a later key. */
  readonly causal: boolean;
}

/** Reads a table of weights: a row a query, `key_0 …` its weights, `head` and `token` beside them; undefined after a complaint. */
export async function readRecordedAttention(
  data: NonNullable<AttentionValues['data']>,
  { readData }: Pick<DemoHost, 'readData'>,
  complain: Complain,
): Promise<RecordedAttention | undefined> {
  const table = await recordedTable(data, readData, complain);
  const keys = table?.numbered('key');
  if (!table || !keys) return undefined;
  if (keys.length === 0) {
    complain('data.path', say`names a table without columns key_0, key_1 …: the weights of a query over the keys.`);
    return undefined;
  }
  const rows = numbersIn(table, 'key', keys, complain);
  if (!rows || !areShares('key', rows, table.lines, complain)) return undefined;
  const [headColumn, tokenColumn] = [table.column('head'), table.column('token')];
  const headOf = table.rows.map((cells) => (headColumn === undefined ? '0' : (cells[headColumn] ?? '')));
  const heads = [...new Set(headOf)];
  const ofHead = heads.map((head) => [...headOf.keys()].filter((row) => headOf[row] === head));
  const uneven = ofHead.findIndex((own) => own.length !== keys.length);
  if (uneven >= 0) {
    complain(
      'data.path',
      say`has ${ofHead[uneven]!.length} rows of head ${heads[uneven]} and ${keys.length} keys: each token needs a row for each head.`,
    );
    return undefined;
  }
  const weights = new Tensor([heads.length, keys.length, keys.length]);
  for (const [head, own] of ofHead.entries())
    for (const [query, row] of own.entries()) weights.row(head, query).set(rows[row]!);
  const tokens = ofHead[0]!.map((row, i) => (tokenColumn === undefined ? '' : table.rows[row]![tokenColumn]) || `${i}`);
  const causal =
    rows.length > 0 && ofHead.every((own) => own.every((row, i) => rows[row]!.slice(i + 1).every((w) => w === 0)));
  return { weights, tokens, causal };
}
