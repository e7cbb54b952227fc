import { splitHeads } from '../../src/core/reference/attention';
import { Tensor } from '../../src/core/reference/tensor';
import type { BlockTrace, TransformerModel, TransformerTrace } from '../../src/core/reference/transformer';
import { hide } from './attention-operands';
import type { Computation } from './computation';
import { type DeviceTensor, elements } from './device-tensor';
import type { DeviceTrace } from './transformer';

/** Brings every step of a transformer down in the shape that the reference gives it. */
export async function readTrace(
  computation: Computation,
  { heads, tokenEmbedding, positionEmbedding }: TransformerModel,
  tokens: readonly number[],
  trace: DeviceTrace,
): Promise<TransformerTrace> {
  const named = trace.blocks.map(({ routing, ...rest }) => ({
    ...rest,
    ...(routing && { routerLogits: routing.logits, routerScores: routing.scores, routerWeights: routing.weights }),
  }));
  const parts = named.flatMap((block) => Object.values(block));
  const [embedded, normed, logits, ...blocks] = (await computation.read(
    ...[trace.embedded, trace.normed, trace.logits],
    ...parts,
  )) as [Tensor, Tensor, Tensor, ...Tensor[]];
  const indices = await readIndices(computation, trace);
  const width = embedded.size(1);
  let at = 0;
  return {
    tokenEmbeddings: rows(tokenEmbedding, tokens),
    positions: rows(positionEmbedding, [...tokens.keys()]),
    embedded,
    blocks: named.map((block, i): BlockTrace => {
      const own = Object.fromEntries(Object.keys(block).map((name) => [name, blocks[at++]!])) as Record<
        keyof typeof block,
        Tensor
      >;
      const { queryKeyValue, routerLogits, routerScores, routerWeights, ...rest } = own;
      const part = (index: number) => splitHeads(columns(queryKeyValue, index * width, width), heads);
      hide(rest.scores, { causal: true });
      const dense = { ...rest, query: part(0), key: part(1), value: part(2) };
      if (!routerLogits) return dense;
      const { chosen, places } = indices[i]!;
      const slots = routerWeights.size(1);
      return {
        ...dense,
        hidden: inOrder(rest.hidden, places, slots),
        activated: inOrder(rest.activated, places, slots),
        routing: { slots, experts: chosen, weights: routerWeights, scores: routerScores, logits: routerLogits },
      };
    }),
    normed,
    logits,
  };
}

/** The chosen experts and places of each layer that has experts. */
async function readIndices(
  computation: Computation,
  { blocks }: DeviceTrace,
): Promise<readonly ({ readonly chosen: Int32Array; readonly places: Int32Array } | undefined)[]> {
  const routed = blocks.flatMap(({ routing }) => (routing ? [routing.chosen, routing.places] : []));
  if (routed.length === 0) return [];
  const bytes = await computation.readBytes(...routed);
  let at = 0;
  const next = ({ shape }: DeviceTensor) => new Int32Array(bytes[at++]!, 0, elements(shape));
  return blocks.map(({ routing }) => routing && { chosen: next(routing.chosen), places: next(routing.places) });
}

/** Rows `[places, hidden]` as `[tokens, slots, hidden]`. */
function inOrder(x: Tensor, places: Int32Array, slots: number): Tensor {
  const wide = x.size(1);
  const out = new Tensor([places.length / slots, slots, wide]);
  for (const [pair, place] of places.entries()) out.data.set(x.row(place), pair * wide);
  return out;
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
