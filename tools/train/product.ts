import { readFileSync } from 'node:fs';

/** The part of WebAssembly used here; the tools are compiled without a browser's types. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { readonly exports: unknown };
};

interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): void };
  multiply(
    c: number,
    a: number,
    b: number,
    rows: number,
    columns: number,
    inner: number,
    aRow: number,
    aColumn: number,
  ): void;
}

const kernel = load();
let memory = new Float64Array(kernel.memory.buffer);

/** A matrix, row by row. */
export interface Matrix {
  readonly data: Float64Array;
  readonly rows: number;
  readonly columns: number;
}

/** C += A B for row-major matrices; `transposed` reads A (`[inner, rows]`) as its transpose. */
export function addProduct(c: Matrix, a: Matrix, b: Matrix, transposed = false): void {
  const [rows, inner] = transposed ? [a.columns, a.rows] : [a.rows, a.columns];
  const [wideRows, wide] = [roundUp(rows), roundUp(b.columns)];
  const atB = wideRows * (wide + inner);
  const size = atB + wide * inner;
  if (rows === 0 || inner === 0) return;
  if (size > memory.length) {
    kernel.memory.grow(Math.ceil((8 * size - kernel.memory.buffer.byteLength) / 65536));
    memory = new Float64Array(kernel.memory.buffer);
  }
  const atA = wideRows * wide;
  copyIn(memory, 0, c, wide);
  memory.set(a.data, atA);
  copyIn(memory, atB, b, wide);
  const [aRow, aColumn] = transposed ? [8, 8 * rows] : [8 * inner, 8];
  kernel.multiply(0, 8 * atA, 8 * atB, wideRows, wide, inner, aRow, aColumn);
  if (wide === c.columns) c.data.set(memory.subarray(0, rows * wide));
  else
    for (let row = 0; row < rows; row++)
      c.data.set(memory.subarray(row * wide, row * wide + c.columns), row * c.columns);
}

function copyIn(memory: Float64Array, at: number, { data, rows, columns }: Matrix, wide: number): void {
  if (wide === columns) memory.set(data, at);
  else
    for (let row = 0; row < rows; row++) memory.set(data.subarray(row * columns, (row + 1) * columns), at + row * wide);
}

const roundUp = (count: number): number => Math.ceil(count / 4) * 4;

function load(): Kernel {
  const module = new WebAssembly.Module(readFileSync('tools/train/product.wasm'));
  return new WebAssembly.Instance(module).exports as Kernel;
}
