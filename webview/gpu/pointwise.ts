import type { Computation } from './computation';
import { type DeviceTensor, elements, expectShape } from './device-tensor';

/** In the order of the kernel's numbers. */
const operations = ['gelu-tanh', 'gelu-erf', 'silu', 'relu', 'sigmoid', 'add', 'silu-times'] as const;

export type Operation = (typeof operations)[number];

/** out = f(x), or f(x, y) for `add`, x + y, and `silu-times`, SiLU(x)·y. */
export function pointwise(
  computation: Computation,
  operation: Operation,
  x: DeviceTensor,
  out: DeviceTensor,
  y?: DeviceTensor,
): void {
  expectShape(out, x.shape);
  if (y) expectShape(y, x.shape);
  const count = elements(x.shape);
  computation.dispatch({
    kernel: 'pointwise',
    constants: { operation: operations.indexOf(operation) },
    tensors: [x, y ?? computation.nothing, out],
    sizes: [count],
    groups: [Math.ceil(count / 256)],
    work: 24 * count,
  });
}
