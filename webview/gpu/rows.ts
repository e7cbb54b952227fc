import type { Computation } from './computation';
import { float } from './computation';
import { type DeviceTensor, elements, expectShape } from './device-tensor';

export interface SoftmaxOptions {
  /** Rows a mask or the causal rule counts through before it begins anew; all unless given. */
  readonly queries?: number;
  readonly causal?: boolean;
  readonly causalOffset?: number;
  /** `[queries, columns]`, 0 hides. */
  readonly mask?: DeviceTensor | undefined;
  /** Whether a subgroup makes a row, where the adapter can; chosen by the adapter unless given. */
  readonly subgroups?: boolean;
  /** Invocations that share a row, a power of two up to 64; chosen by the adapter unless given. */
  readonly threads?: number;
}

/** Softmax along the last axis, from x into out. */
export function softmax(
  computation: Computation,
  x: DeviceTensor,
  out: DeviceTensor,
  options: SoftmaxOptions = {},
): void {
  expectShape(out, x.shape);
  const columns = x.shape.at(-1)!;
  const rows = elements(x.shape) / (columns || 1);
  const { queries = rows, causal = false, causalOffset = 0, mask } = options;
  if (mask) expectShape(mask, [queries, columns]);
  const { features, software } = computation.gpu;
  const subgroups = features.subgroups && (options.subgroups ?? !software);
  const { threads = threadsOf(computation, columns) } = options;
  computation.dispatch({
    kernel: subgroups ? 'softmax-subgroup' : 'softmax',
    constants: { causal, masked: mask !== undefined, ...(!subgroups && { threads }) },
    tensors: [x, out, mask ?? computation.nothing],
    sizes: [rows, columns, queries, causalOffset],
    groups: [Math.ceil(rows / (subgroups ? 16 : 64 / threads))],
    work: rows * columns * 24,
  });
}

export interface NormOptions {
  readonly rms?: boolean;
  readonly gain?: DeviceTensor | undefined;
  readonly shift?: DeviceTensor | undefined;
  readonly epsilon?: number;
  /** As for softmax. */
  readonly threads?: number;
}

/** Layer or RMS normalisation along the last axis, from x into out. */
export function normalize(
  computation: Computation,
  x: DeviceTensor,
  out: DeviceTensor,
  options: NormOptions = {},
): void {
  expectShape(out, x.shape);
  const columns = x.shape.at(-1)!;
  const rows = elements(x.shape) / (columns || 1);
  const { rms = false, gain, shift, epsilon = rms ? 1e-6 : 1e-5 } = options;
  for (const tensor of [gain, shift]) if (tensor) expectShape(tensor, [columns]);
  const { threads = threadsOf(computation, columns) } = options;
  computation.dispatch({
    kernel: 'normalize',
    constants: { rms, gained: gain !== undefined, shifted: shift !== undefined, threads },
    tensors: [x, gain ?? computation.nothing, shift ?? computation.nothing, out],
    sizes: [rows, columns, float(epsilon)],
    groups: [Math.ceil(rows / (64 / threads))],
    work: rows * columns * 12,
  });
}

/** Invocations that share a row: none where it runs on the processor, else up to a workgroup, by the row's length. */
function threadsOf({ gpu }: Computation, columns: number): number {
  if (gpu.software) return 1;
  return columns > 32 ? 64 : columns > 8 ? 16 : 4;
}
