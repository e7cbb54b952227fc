export type Nested = number | readonly Nested[];

/** Numbers in row-major order with a shape: the last index runs fastest. */
export class Tensor {
  readonly shape: readonly number[];
  readonly data: Float64Array;

  /** Zeros unless data is given. Throws a RangeError when the data does not fill the shape. */
  constructor(shape: readonly number[], data?: Float64Array) {
    if (!shape.every((length) => Number.isSafeInteger(length) && length >= 0))
      throw new RangeError(`no such shape: ${show(shape)}`);
    const size = shape.reduce((product, length) => product * length, 1);
    if (data && data.length !== size)
      throw new RangeError(`${data.length} numbers do not fill the shape ${show(shape)}`);
    this.shape = shape;
    this.data = data ?? new Float64Array(size);
  }

  /** From nested arrays, all rows of a level equally long. */
  static from(nested: Nested): Tensor {
    const shape: number[] = [];
    for (let level = nested; typeof level !== 'number'; level = level[0]!) {
      shape.push(level.length);
      if (level.length === 0) break;
    }
    const data: number[] = [];
    flatten(nested, shape, 0, data);
    return new Tensor(shape, Float64Array.from(data));
  }

  /** Calls `draw` once for each element, in order. */
  static generate(shape: readonly number[], draw: (index: number) => number): Tensor {
    const tensor = new Tensor(shape);
    for (let i = 0; i < tensor.data.length; i++) tensor.data[i] = draw(i);
    return tensor;
  }

  get rank(): number {
    return this.shape.length;
  }

  /** Length along an axis; a negative axis counts from the last. */
  size(axis: number): number {
    const length = this.shape.at(axis);
    if (length === undefined) throw new RangeError(`no axis ${axis} in the shape ${show(this.shape)}`);
    return length;
  }

  at(...index: readonly number[]): number {
    if (index.length !== this.rank) throw new RangeError(`${index.length} indices for the shape ${show(this.shape)}`);
    return this.data[this.#offset(index)]!;
  }

  /** The numbers below the leading indices, sharing memory: `row(h, q)` of `[heads, queries, keys]` is one row. */
  row(...index: readonly number[]): Float64Array {
    let width = 1;
    for (let axis = index.length; axis < this.shape.length; axis++) width *= this.shape[axis]!;
    const start = this.#offset(index) * width;
    return this.data.subarray(start, start + width);
  }

  /** The same numbers, sharing memory, under another shape. */
  reshape(shape: readonly number[]): Tensor {
    return new Tensor(shape, this.data);
  }

  toNested(): Nested {
    const build = (axis: number, start: number, step: number): Nested => {
      if (axis === this.rank) return this.data[start]!;
      const inner = step / (this.shape[axis] || 1);
      return Array.from({ length: this.shape[axis]! }, (_, i) => build(axis + 1, start + i * inner, inner));
    };
    return build(0, 0, this.data.length);
  }

  #offset(index: readonly number[]): number {
    let offset = 0;
    for (let axis = 0; axis < index.length; axis++) {
      const length = this.shape[axis];
      const i = index[axis]!;
      if (length === undefined || !(i >= 0 && i < length))
        throw new RangeError(`index ${show(index)} is outside the shape ${show(this.shape)}`);
      offset = offset * length + i;
    }
    return offset;
  }
}

export const show = (shape: readonly number[]): string => `[${shape.join(', ')}]`;

/** Throws a RangeError naming the operand and both shapes. A negative number in `expected` allows any length. */
export function checkShape(operand: string, tensor: Tensor, expected: readonly number[]): void {
  const fits =
    tensor.rank === expected.length && expected.every((length, axis) => length < 0 || length === tensor.shape[axis]);
  if (!fits)
    throw new RangeError(
      `${operand} has the shape ${show(tensor.shape)}, expected ${show(expected).replaceAll('-1', 'any')}`,
    );
}

function flatten(nested: Nested, shape: readonly number[], axis: number, data: number[]): void {
  if (typeof nested === 'number' || axis === shape.length) {
    if (typeof nested !== 'number' || axis !== shape.length) throw new RangeError('rows nest to different depths');
    data.push(nested);
    return;
  }
  if (nested.length !== shape[axis])
    throw new RangeError(`a row of ${nested.length} stands among rows of ${shape[axis]}`);
  for (const row of nested) flatten(row, shape, axis + 1, data);
}
