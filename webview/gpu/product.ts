import type { Computation } from './computation';
import { float } from './computation';
import type { DeviceTensor } from './device-tensor';

/**
 * A batch of matrices inside a tensor: element (row, column) of head h in outer o stands at
 * `start + outer·o + head·h + row·r + column·c`, counted in elements.
 */
export interface Matrices {
  readonly tensor: DeviceTensor;
  readonly start?: number;
  readonly outer?: number;
  readonly head?: number;
  readonly row: number;
  readonly column: number;
}

export interface Product {
  readonly a: Matrices;
  readonly b: Matrices;
  /** Its columns stand side by side. */
  readonly c: Matrices;
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  /** Items of the batch are outer·heads. */
  readonly outer?: number;
  readonly heads?: number;
  /** Consecutive heads of a that use one head of b. */
  readonly share?: number;
  readonly scale?: number;
  /** What was in c, times this, is added. */
  readonly keep?: number;
  /** `[columns]`. */
  readonly bias?: DeviceTensor | undefined;
  /** Chosen by the adapter and by how the operands lie unless given. */
  readonly kernel?: ProductKernel;
}

export type ProductKernel = 'matmul' | 'matmul-vec4' | 'matmul-tiled';

/** c = scale·a·b + keep·c + bias, for each item of the batch. a and b are both f32 or both f16; c is f32. */
export function product(computation: Computation, of: Product): void {
  const { a, b, c, rows, inner, columns } = of;
  const { outer = 1, heads = 1, share = 1, scale = 1, keep = 0, bias } = of;
  const kernel = of.kernel ?? (!computation.gpu.software ? 'matmul-tiled' : liesWell(of) ? 'matmul-vec4' : 'matmul');
  computation.dispatch({
    kernel,
    constants: {
      ...(bias && { biased: true }),
      ...(kernel === 'matmul-tiled' && { a_by_rows: a.column !== 1, b_by_columns: b.row !== 1 }),
      ...(kernel === 'matmul-vec4' && { b_transposed: b.column !== 1 }),
    },
    real: a.tensor.type === 'f16' ? 'f16' : 'f32',
    tensors: [a.tensor, b.tensor, c.tensor, bias ?? computation.nothing],
    sizes: [
      ...[rows, columns, inner, heads, share],
      ...[a.start ?? 0, a.outer ?? 0, a.head ?? 0, a.row, a.column],
      ...[b.start ?? 0, b.outer ?? 0, b.head ?? 0, b.row, b.column],
      ...[c.start ?? 0, c.outer ?? 0, c.head ?? 0, c.row],
      ...[float(scale), float(keep)],
    ],
    groups: [Math.ceil(columns / 64), Math.ceil(rows / 64), outer * heads],
    work: 2 * outer * heads * rows * columns * Math.max(1, inner),
  });
}

/** Whether whole vectors can be read: see matmul-vec4.wgsl. */
function liesWell({ a, b, inner, columns }: Product): boolean {
  const rowsAlongInner = (x: Matrices, row: number, column: number) =>
    column === 1 && [row, x.start ?? 0, x.outer ?? 0, x.head ?? 0].every((stride) => stride % 4 === 0);
  return (
    inner % 4 === 0 &&
    columns % 4 === 0 &&
    rowsAlongInner(a, a.row, a.column) &&
    (rowsAlongInner(b, b.row, b.column) || rowsAlongInner(b, b.column, b.row))
  );
}

/** The matrices of `[rows, columns]` or `[batch, rows, columns]`, the batch as outer; `transposed` swaps the axes. */
export function matricesOf(tensor: DeviceTensor, transposed = false): Matrices {
  const [columns, rows] = [tensor.shape.at(-1)!, tensor.shape.at(-2)!];
  const outer = tensor.shape.length > 2 ? rows * columns : 0;
  return transposed ? { tensor, outer, row: 1, column: columns } : { tensor, outer, row: columns, column: 1 };
}

/** x Wᵀ + bias of x `[rows, inner]` and weight `[columns, inner]`, added to `out` where `add`. */
export function linear(
  computation: Computation,
  x: DeviceTensor,
  weight: DeviceTensor,
  out: DeviceTensor,
  { bias, add = false }: { bias?: DeviceTensor; add?: boolean } = {},
): void {
  const [columns, inner] = weight.shape as [number, number];
  const rows = x.shape.at(-2)!;
  product(computation, {
    a: matricesOf(x),
    b: matricesOf(weight, true),
    c: matricesOf(out),
    ...{ rows, inner, columns, bias, keep: add ? 1 : 0 },
  });
}
