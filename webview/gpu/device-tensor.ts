import { show } from '../../src/core/reference/tensor';

export type ElementType = 'f32' | 'f16' | 'u32' | 'i32';

/** Numbers on a device, in row-major order. */
export interface DeviceTensor {
  /** What it is called in messages. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: ElementType;
  readonly buffer: GPUBuffer;
  /** Bytes in use; the buffer may be longer. */
  readonly bytes: number;
}

export const elements = (shape: readonly number[]): number => shape.reduce((product, length) => product * length, 1);

export const bytesOf = (shape: readonly number[], type: ElementType): number =>
  // A binding holds whole words, and one vector at least.
  Math.max(16, Math.ceil((elements(shape) * (type === 'f16' ? 2 : 4)) / 4) * 4);

/** Throws a RangeError naming the operand and both shapes. A negative number in `expected` allows any length. */
export function expectShape(tensor: DeviceTensor, expected: readonly number[]): void {
  const { name, shape } = tensor;
  const fits =
    shape.length === expected.length && expected.every((length, axis) => length < 0 || length === shape[axis]);
  if (!fits)
    throw new RangeError(`${name} has the shape ${show(shape)}, expected ${show(expected).replaceAll('-1', 'any')}`);
}
