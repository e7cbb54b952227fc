import type { Expert } from '../../../src/core/reference/moe/experts';
import { show, Tensor } from '../../../src/core/reference/tensor';
import type { Computation } from '../computation';
import { type DeviceTensor, elements } from '../device-tensor';
import { pointwise } from '../pointwise';
import { linear } from '../product';
import type { Placement } from './dispatch';

/** Experts of one size, one after the other: gate and up `[experts, hidden, model]`, down `[experts, model, hidden]`. */
export interface ExpertWeights {
  readonly gate: DeviceTensor;
  readonly up: DeviceTensor;
  readonly down: DeviceTensor;
}

/** Sends experts up. Throws a RangeError when they are not all of one shape. */
export function uploadExperts(computation: Computation, experts: readonly Expert[]): ExpertWeights {
  const stack = (part: keyof Expert): DeviceTensor =>
    uploadStacked(
      computation,
      part,
      experts.map((expert) => expert[part]),
    );
  return { gate: stack('gate'), up: stack('up'), down: stack('down') };
}

/** One part of every expert, one after the other: `[experts, …]`. Throws a RangeError when shapes differ. */
export function uploadStacked(computation: Computation, part: string, parts: readonly Tensor[]): DeviceTensor {
  const { shape } = parts[0]!;
  const data = new Float64Array(parts.length * elements(shape));
  for (const [i, one] of parts.entries()) {
    if (show(one.shape) !== show(shape))
      throw new RangeError(
        `expert ${i}'s ${part} has the shape ${show(one.shape)}, expected ${show(shape)} as the first`,
      );
    data.set(one.data, i * elements(shape));
  }
  return computation.upload(`experts' ${part}`, new Tensor([parts.length, ...shape], data));
}

/** Answers of the routed experts in the order of their places, `[places, model]`, for x `[tokens, model]`. */
export function routedAnswers(
  computation: Computation,
  x: DeviceTensor,
  { gate, up, down }: ExpertWeights,
  placement: Placement,
): DeviceTensor {
  const hidden = gate.shape[1]!;
  const places = placement.order.shape[0]!;
  const inner = (name: string) => computation.allocate(name, [places, hidden]);
  const [gated, raised, activated] = [inner('gated'), inner('raised'), inner('activated')];
  groupedProduct(computation, x, gate, placement, gated, true);
  groupedProduct(computation, x, up, placement, raised, true);
  pointwise(computation, 'silu-times', gated, activated, raised);
  const answers = computation.allocate('answers', [places, x.shape[1]!]);
  groupedProduct(computation, activated, down, placement, answers, false);
  return answers;
}

/**
 * out[place] = weights[expert of place]·x[row] + bias[expert of place], the row being the place itself, or its token where
 * `gathered`; bias `[experts, columns]`.
 */
export function groupedProduct(
  computation: Computation,
  x: DeviceTensor,
  weights: DeviceTensor,
  { segments, order, places }: Placement,
  out: DeviceTensor,
  gathered: boolean,
  bias?: DeviceTensor,
): void {
  const [experts, columns, inner] = weights.shape as [number, number, number];
  if (x.shape[1] !== inner)
    throw new RangeError(`${x.name} has the shape ${show(x.shape)}, expected [any, ${inner}] as ${weights.name}`);
  const pairs = order.shape[0]!;
  // Each expert's last tile may be only partly filled.
  const tiles = Math.min(pairs, Math.floor(pairs / 64) + experts);
  computation.dispatch({
    kernel: 'moe-product',
    constants: { gathered, ...(bias && { biased: true }) },
    tensors: [x, weights, order, segments, bias ?? computation.nothing, out],
    sizes: [experts, places.shape[1]!, columns, inner],
    groups: [Math.ceil(columns / 64), tiles],
    work: 2 * pairs * columns * inner,
  });
}

/** W_down(SiLU(W_gate x) ⊙ W_up x) of x `[tokens, model]` with one expert's `[1, …]` weights, added to out where `add`. */
export function feedForward(
  computation: Computation,
  x: DeviceTensor,
  { gate, up, down }: ExpertWeights,
  out: DeviceTensor,
  add: boolean,
): void {
  const flat = ({ shape, ...rest }: DeviceTensor): DeviceTensor => ({ ...rest, shape: shape.slice(1) });
  const inner = (name: string) => computation.allocate(name, [x.shape[0]!, gate.shape[1]!]);
  const [gated, raised, activated] = [inner('gated'), inner('raised'), inner('activated')];
  linear(computation, x, flat(gate), gated);
  linear(computation, x, flat(up), raised);
  pointwise(computation, 'silu-times', gated, activated, raised);
  linear(computation, activated, flat(down), out, { add });
}

/** out[token] = Σ weight·answer, added to what out holds where `added`; lost pairs pass weight·x where `residual`. */
export function combine(
  computation: Computation,
  answers: DeviceTensor,
  { places }: Placement,
  weights: DeviceTensor,
  x: DeviceTensor,
  out: DeviceTensor,
  { residual = false, added = false } = {},
): void {
  const [tokens, slots] = places.shape as [number, number];
  const width = x.shape[1]!;
  computation.dispatch({
    kernel: 'moe-combine',
    constants: { residual, added },
    tensors: [answers, places, weights, x, out],
    sizes: [tokens, slots, width],
    groups: [Math.ceil((tokens * width) / 64)],
    work: 4 * tokens * slots * width,
  });
}
