import type { Overflow } from '../../../src/core/reference/moe/capacity';
import { type GateOptions, selectsByLogits } from '../../../src/core/reference/moe/gate';
import { Tensor } from '../../../src/core/reference/tensor';
import type { Computation } from '../computation';
import { type DeviceTensor, elements } from '../device-tensor';
import type { Route } from '../operations';
import type { Placement } from './dispatch';
import type { GateTensors } from './gate';

/** Brings a routing down in the shape that the reference gives it. */
export async function readRoute(
  computation: Computation,
  logits: Tensor,
  options: GateOptions,
  { chosen, weights, scores, kept }: GateTensors,
  statistics: DeviceTensor,
  { places, segments }: Placement,
  overflow: Overflow,
): Promise<Route> {
  const bytes = await computation.readBytes(chosen, kept, places, segments, weights, scores, statistics);
  const [chosenBytes, keptBytes, placeBytes, segmentBytes, ...floats] = bytes as [
    ArrayBuffer,
    ArrayBuffer,
    ArrayBuffer,
    ArrayBuffer,
    ...ArrayBuffer[],
  ];
  const [weightValues, scoreValues, means] = floats.map((buffer) => Float64Array.from(new Float32Array(buffer))) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const [tokens, experts] = scores.shape as [number, number];
  const slotsMade = chosen.shape[1]!;
  const pairs = elements(chosen.shape);
  const ids = new Int32Array(chosenBytes, 0, pairs);
  const place = new Int32Array(placeBytes, 0, pairs);
  const segment = new Uint32Array(segmentBytes);

  // With adaptive k the device made room for every expert; the reference makes room for as many as any token took.
  let slots = slotsMade;
  if (options.adaptive) {
    slots = 1;
    for (let pair = 0; pair < pairs; pair++) if (ids[pair]! >= 0) slots = Math.max(slots, (pair % slotsMade) + 1);
  }
  const pairOf = (i: number) => Math.floor(i / slots) * slotsMade + (i % slots);
  const lost = (i: number) => place[pairOf(i)]! < 0;
  const asked = Int32Array.from({ length: tokens * slots }, (_, i) => ids[pairOf(i)]!);
  const given = Tensor.generate([tokens, slots], (i) => weightValues[pairOf(i)]!);

  const counts = Int32Array.from({ length: experts }, (_, expert) => segment[4 * expert]!);
  const load = Int32Array.from({ length: experts }, (_, expert) => segment[4 * expert + 1]!);
  const scoreTensor = new Tensor([tokens, experts], scoreValues.subarray(0, tokens * experts));
  return {
    routing: {
      slots,
      experts: asked,
      weights: given,
      scores: scoreTensor,
      ...selectionOf(logits, options, scoreTensor, new Uint32Array(keptBytes)),
    },
    dispatch: {
      experts: asked.map((expert, i) => (lost(i) ? -1 : expert)),
      weights: given.data.map((weight, i) => (lost(i) ? 0 : weight)),
      passed: given.data.map((weight, i) => (overflow === 'residual' && lost(i) ? weight : 0)),
      counts,
      load,
      dropped: segment[4 * experts]! - segment[4 * experts + 1]!,
    },
    shares: means.subarray(0, experts),
    meanSquaredLogSumExp: means[experts]!,
  };
}

/** What was chosen by, and what groups were not kept. */
function selectionOf(logits: Tensor, options: GateOptions, scores: Tensor, kept: Uint32Array) {
  const { bias, groups } = options;
  const [tokens, experts] = scores.shape as [number, number];
  const base = selectsByLogits(options) ? logits : scores;
  const dropped = new Uint8Array(tokens * experts);
  if (groups) {
    const size = experts / groups.count;
    for (let i = 0; i < dropped.length; i++) {
      const group = Math.floor((i % experts) / size);
      dropped[i] = (kept[Math.floor(i / experts)]! >>> group) & 1 ? 0 : 1;
    }
  }
  const selection = Tensor.generate([tokens, experts], (i) => base.data[i]! + (bias?.[i % experts] ?? 0));
  return { selection, dropped };
}
