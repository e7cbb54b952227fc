import { softmaxInPlace } from '../../src/core/reference/softmax';
import type { DraftHead } from '../../src/core/reference/speculative/draft-head';
import { logitsOf } from '../../src/core/reference/speculative/speculative-decoding';
import { Tensor } from '../../src/core/reference/tensor';
import type { TransformerModel } from '../../src/core/reference/transformer';

/** A head whose tensors are views of one list of parameters. */
export function draftTensors(parameters: Float64Array, width: number, hidden: number): DraftHead {
  let at = 0;
  const take = (...shape: number[]): Tensor => {
    const size = shape.reduce((product, length) => product * length, 1);
    at += size;
    return new Tensor(shape, parameters.subarray(at - size, at));
  };
  return {
    up: { weight: take(hidden, 2 * width), bias: take(hidden) },
    down: { weight: take(width, hidden), bias: take(width) },
  };
}

const root = Math.sqrt(2 / Math.PI);

/** GELU in its tanh form, and its slope. */
function gelu(x: number): readonly [value: number, slope: number] {
  const inner = root * (x + 0.044715 * x ** 3);
  const tanh = Math.tanh(inner);
  const slope = 0.5 * (1 + tanh) + 0.5 * x * (1 - tanh ** 2) * root * (1 + 3 * 0.044715 * x ** 2);
  return [0.5 * x * (1 + tanh), slope];
}

interface Step {
  readonly input: Float64Array;
  readonly inner: Float64Array;
  readonly activated: Float64Array;
  readonly slope: Float64Array;
  readonly told: Float64Array;
  readonly wanted: Float64Array;
}

/**
 * Adds to `slopes` what one place of a stretch says: the head drafts `depth` tokens behind it, and is to say of each what
 * the model itself says there. Returns how many nats it is off, KL(model || head), summed over the depth.
 */
export function learnDraft(
  head: DraftHead,
  slopes: DraftHead,
  { tokenEmbedding, head: rows }: TransformerModel,
  states: Tensor,
  ids: Int32Array,
  at: number,
  depth: number,
): number {
  const width = states.size(1);
  const steps: Step[] = [];
  let state = states.row(at).slice();
  let nats = 0;
  for (let d = 1; d <= depth; d++) {
    const input = Float64Array.from([...state, ...tokenEmbedding.row(ids[at + d]!)]);
    const inner = Float64Array.from(head.up.bias.data, (bias, row) => bias + dot(head.up.weight.row(row), input));
    const both = Array.from(inner, gelu);
    const activated = Float64Array.from(both, ([value]) => value);
    state = state.map((value, row) => value + head.down.bias.data[row]! + dot(head.down.weight.row(row), activated));
    const told = softmaxInPlace(logitsOf(rows, state));
    const wanted = softmaxInPlace(logitsOf(rows, states.row(at + d)));
    nats += wanted.reduce((sum, share, i) => sum + share * Math.log(share / told[i]!), 0);
    steps.push({ input, inner, activated, slope: Float64Array.from(both, ([, slope]) => slope), told, wanted });
  }
  // Backwards: what reaches a state comes from its own logits and from the state behind it.
  let reaching = new Float64Array(width);
  for (const { input, activated, slope, told, wanted } of steps.reverse()) {
    for (let row = 0; row < told.length; row++) addScaled(reaching, rows.row(row), told[row]! - wanted[row]!);
    const inner = new Float64Array(activated.length);
    for (let row = 0; row < width; row++) {
      const slopeOf = reaching[row]!;
      slopes.down.bias.data[row]! += slopeOf;
      addScaled(slopes.down.weight.row(row), activated, slopeOf);
      addScaled(inner, head.down.weight.row(row), slopeOf);
    }
    const below = new Float64Array(2 * width);
    for (let row = 0; row < inner.length; row++) {
      const slopeOf = inner[row]! * slope[row]!;
      slopes.up.bias.data[row]! += slopeOf;
      addScaled(slopes.up.weight.row(row), input, slopeOf);
      addScaled(below, head.up.weight.row(row), slopeOf);
    }
    reaching = reaching.map((value, i) => value + below[i]!);
  }
  return nats;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function addScaled(to: Float64Array, from: Float64Array, by: number): void {
  for (let i = 0; i < from.length; i++) to[i]! += by * from[i]!;
}
