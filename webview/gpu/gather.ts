import type { Computation } from './computation';
import { type DeviceTensor, elements, expectShape } from './device-tensor';

/**
 * Rows of `table` `[vocabulary, width]` for ids, plus the rows of `positions` `[length or more, width]` in turn where
 * given, into out `[tokens, width]`. Throws a RangeError for an id outside the vocabulary.
 */
export function gather(
  computation: Computation,
  ids: readonly number[],
  table: DeviceTensor,
  out: DeviceTensor,
  { positions, length = ids.length }: { positions?: DeviceTensor; length?: number } = {},
): void {
  const [vocabulary, width] = table.shape as [number, number];
  expectShape(out, [ids.length, width]);
  if (positions) expectShape(positions, [-1, width]);
  const context = positions?.shape[0] ?? length;
  if (length > context) throw new RangeError(`${length} tokens do not fit a context of ${context}`);
  const unknown = ids.find((id) => !(id >= 0 && id < vocabulary));
  if (unknown !== undefined) throw new RangeError(`token ${unknown} is outside the vocabulary of ${vocabulary}`);
  const count = elements(out.shape);
  computation.dispatch({
    kernel: 'gather',
    constants: { positioned: positions !== undefined },
    tensors: [
      computation.uploadIntegers('ids', [ids.length], Uint32Array.from(ids)),
      table,
      positions ?? computation.nothing,
      out,
    ],
    sizes: [ids.length, width, length],
    groups: [Math.ceil(count / 64)],
    work: 4 * count,
  });
}
