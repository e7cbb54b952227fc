import { splitHeads } from '../../src/core/reference/attention';
import { Tensor } from '../../src/core/reference/tensor';
import type { BlockTrace, TransformerModel, TransformerTrace } from '../../src/core/reference/transformer';
import { hide } from './attention-operands';
import type { Computation } from './computation';
import type { DeviceTensor } from './device-tensor';
import type { DeviceTrace } from './transformer';

/** Brings every step of a transformer down in the shape that the reference gives it. */
export async function readTrace(
  computation: Computation,
  { heads, tokenEmbedding, positionEmbedding }: TransformerModel,
  tokens: readonly number[],
  trace: DeviceTrace,
): Promise<TransformerTrace> {
  const parts = trace.blocks.flatMap((block) => Object.values(block) as DeviceTensor[]);
  const [embedded, normed, logits, ...blocks] = (await computation.read(
    ...[trace.embedded, trace.normed, trace.logits],
    ...parts,
  )) as [Tensor, Tensor, Tensor, ...Tensor[]];
  const width = embedded.size(1);
  return {
    tokenEmbeddings: rows(tokenEmbedding, tokens),
    positions: rows(positionEmbedding, [...tokens.keys()]),
    embedded,
    blocks: trace.blocks.map((block, i): BlockTrace => {
      const names = Object.keys(block);
      const own = Object.fromEntries(names.map((name, j) => [name, blocks[i * names.length + j]!])) as Record<
        keyof typeof block,
        Tensor
      >;
      const { queryKeyValue, ...rest } = own;
      const part = (index: number) => splitHeads(columns(queryKeyValue, index * width, width), heads);
      hide(rest.scores, { causal: true });
      return { ...rest, query: part(0), key: part(1), value: part(2) };
    }),
    normed,
    logits,
  };
}

function rows(table: Tensor, ids: readonly number[]): Tensor {
  const out = new Tensor([ids.length, table.size(1)]);
  for (const [i, id] of ids.entries()) out.row(i).set(table.row(id));
  return out;
}

function columns(joined: Tensor, start: number, width: number): Tensor {
  const out = new Tensor([joined.size(0), width]);
  for (let i = 0; i < joined.size(0); i++) out.row(i).set(joined.row(i).subarray(start, start + width));
  return out;
}
