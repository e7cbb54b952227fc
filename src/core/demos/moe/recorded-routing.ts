import { say } from '../../l10n/say';
import { expertCounts } from '../../reference/moe/capacity';
import { type Complain, complainOfMissing } from '../complain';
import type { DemoHost } from '../demo-definition';
import { areShares, numbersIn, type RecordedTable, recordedTable } from '../recorded/recorded-table';
import type { MoeValues } from './moe-keys';

/** Where a real router sent its tokens. */
export interface RecordedRouting {
  /** `[tokens][k]`. */
  readonly experts: readonly (readonly number[])[];
  /** `[experts]`. */
  readonly counts: Int32Array;
}

export interface RecordedMoe {
  /** The author's values with what the table holds: tokens, and logits where it has them. */
  readonly values: MoeValues;
  readonly chosen: readonly (readonly number[])[] | undefined;
}

/** No probability is so small that its logarithm is no number. */
const smallest = 1e-300;

/** Reads a router's table: `logit_0 …` or `probability_0 …`, `expert_0 …` or both; undefined after a complaint. */
export async function readRecordedMoe(
  values: MoeValues,
  { readData }: Pick<DemoHost, 'readData'>,
  complain: Complain,
): Promise<RecordedMoe | undefined> {
  const also = (['logits', 'text', 'tokens'] as const).find((key) => values[key] !== undefined);
  if (also) complain(also, say`and data cannot both be given: the table has its own.`);
  const table = also ? undefined : await recordedTable(values.data!, readData, complain);
  if (!table) return undefined;
  const [logits, probabilities, chosen] = ['logit', 'probability', 'expert'].map((name) => table.numbered(name));
  if (!logits || !probabilities || !chosen) return undefined;
  if (logits.length + probabilities.length + chosen.length === 0) {
    complain('data.path', say`names a table without columns logit_0 …, probability_0 … or expert_0 ….`);
    return undefined;
  }
  if (logits.length > 0 && probabilities.length > 0) {
    complain('data.path', say`names a table with both logits and probabilities; one of them is read.`);
    return undefined;
  }
  const asLogits =
    logits.length > 0
      ? numbersIn(table, 'logit', logits, complain)
      : probabilities.length > 0
        ? ofProbabilities(table, probabilities, values, complain)
        : undefined;
  if (logits.length + probabilities.length > 0 && !asLogits) return undefined;
  const choices = chosen.length > 0 ? numbersIn(table, 'expert', chosen, complain) : undefined;
  if (chosen.length > 0 && !choices) return undefined;
  if (choices && !asLogits && values.experts === undefined && values.preset === undefined)
    complainOfMissing(complain, 'data', ['experts'], say`needs experts: choices alone do not say how many there are.`);
  const { data: _, ...rest } = values;
  const names = table.column('token');
  return {
    values: {
      ...rest,
      ...(asLogits && { logits: asLogits }),
      tokens: table.rows.map((cells, i) => (names === undefined ? `${i}` : cells[names]!) || `${i}`),
      // A table that says how many were chosen says what the gate has to choose.
      ...(choices && values.top_k === undefined && values.preset === undefined && { top_k: chosen.length }),
    },
    chosen: choices,
  };
}

/** Logits whose softmax the probabilities are. */
function ofProbabilities(
  table: RecordedTable,
  columns: readonly number[],
  { score }: MoeValues,
  complain: Complain,
): number[][] | undefined {
  if (score === 'sigmoid') complain('score', say`must be softmax where the table holds probabilities.`, 'softmax');
  const rows = numbersIn(table, 'probability', columns, complain);
  if (!rows || !areShares('probability', rows, table.lines, complain)) return undefined;
  return rows.map((row) => row.map((share) => Math.log(Math.max(share, smallest))));
}

/** The choices of a table, held to how many experts there are; undefined after a complaint. */
export function recordedRouting(
  chosen: readonly (readonly number[])[],
  experts: number,
  topK: number,
  complain: Complain,
): RecordedRouting | undefined {
  for (const [i, row] of chosen.entries()) {
    const wrong = row.find((expert) => !Number.isInteger(expert) || expert < 0 || expert >= experts);
    const twice = row.find((expert, at) => row.indexOf(expert) !== at);
    if (wrong === undefined && twice === undefined) continue;
    complain(
      'data.path',
      wrong === undefined
        ? say`row ${i + 1}: expert ${twice} is chosen twice.`
        : say`row ${i + 1}: there is no expert ${wrong}; they are 0 to ${experts - 1}.`,
    );
    return undefined;
  }
  const width = chosen[0]?.length ?? 0;
  if (width !== topK) {
    complain('data.path', say`records ${width} experts for each token, but the gate chooses ${topK}.`);
    return undefined;
  }
  return { experts: chosen, counts: expertCounts(Int32Array.from(chosen.flat()), experts) };
}
