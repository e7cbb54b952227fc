import { addProduct, type Matrix } from './product';

export interface AttentionSizes {
  readonly batch: number;
  readonly tokens: number;
  readonly heads: number;
  readonly headWidth: number;
}

/**
 * Causal attention: joined `[batch, tokens, 3·width]` holds queries, keys and values side by side, mixed
 * `[batch, tokens, width]`, weights `[batch, heads, tokens, tokens]`.
 */
export function attentionForward(
  mixed: Float64Array,
  weights: Float64Array,
  joined: Float64Array,
  sizes: AttentionSizes,
): void {
  const { tokens, heads, headWidth } = sizes;
  const width = heads * headWidth;
  const scale = 1 / Math.sqrt(headWidth);
  const [query, key, value, out] = [matrix(tokens, headWidth), matrix(headWidth, tokens), ...pair(tokens, headWidth)];
  weights.fill(0);
  eachHead(sizes, weights, (table, b, head) => {
    const at = (part: number) => b * tokens * 3 * width + part * width + head * headWidth;
    takeOut(query, joined, at(0), 3 * width);
    takeOutTransposed(key, joined, at(1), 3 * width);
    takeOut(value, joined, at(2), 3 * width);
    addProduct(table, query, key);
    for (let i = 0; i < tokens; i++) causalSoftmax(table.data.subarray(i * tokens, (i + 1) * tokens), i, scale);
    out.data.fill(0);
    addProduct(out, table, value);
    putBack(mixed, out, b * tokens * width + head * headWidth, width);
  });
}

/** Adds the slopes of queries, keys and values to `into`, laid out as `joined`. */
export function attentionBackward(
  slope: Float64Array,
  weights: Float64Array,
  joined: Float64Array,
  into: Float64Array,
  sizes: AttentionSizes,
): void {
  const { tokens, heads, headWidth } = sizes;
  const width = heads * headWidth;
  const scale = 1 / Math.sqrt(headWidth);
  const value = matrix(headWidth, tokens);
  const [query, key] = pair(tokens, headWidth);
  const [out, found] = pair(tokens, headWidth);
  const pull = matrix(tokens, tokens);
  const collect = (left: Matrix, right: Matrix, at: number, transposed: boolean) => {
    found.data.fill(0);
    addProduct(found, left, right, transposed);
    putBack(into, found, at, 3 * width);
  };
  eachHead(sizes, weights, (table, b, head) => {
    const at = (part: number) => b * tokens * 3 * width + part * width + head * headWidth;
    takeOut(out, slope, b * tokens * width + head * headWidth, width);
    takeOut(query, joined, at(0), 3 * width);
    takeOut(key, joined, at(1), 3 * width);
    takeOutTransposed(value, joined, at(2), 3 * width);
    collect(table, out, at(2), true);
    pull.data.fill(0);
    addProduct(pull, out, value);
    for (let i = 0; i < tokens; i++) {
      const [row, pulls] = [table.data, pull.data];
      const from = i * tokens;
      let mean = 0;
      for (let j = 0; j <= i; j++) mean += pulls[from + j]! * row[from + j]!;
      for (let j = 0; j < tokens; j++) pulls[from + j] = row[from + j]! * (pulls[from + j]! - mean) * scale;
    }
    collect(pull, key, at(0), false);
    collect(pull, query, at(1), true);
  });
}

/** The weights of each sequence and head, as a view. */
function eachHead(
  { batch, tokens, heads }: AttentionSizes,
  weights: Float64Array,
  visit: (table: Matrix, b: number, head: number) => void,
): void {
  const size = tokens * tokens;
  for (let b = 0; b < batch; b++)
    for (let head = 0; head < heads; head++) {
      const at = (b * heads + head) * size;
      visit({ data: weights.subarray(at, at + size), rows: tokens, columns: tokens }, b, head);
    }
}

/** Scores of token `i` to weights over itself and those before it, 0 for those after. */
function causalSoftmax(row: Float64Array, i: number, scale: number): void {
  let greatest = Number.NEGATIVE_INFINITY;
  for (let j = 0; j <= i; j++) if (row[j]! > greatest) greatest = row[j]!;
  let total = 0;
  for (let j = 0; j <= i; j++) total += row[j] = Math.exp((row[j]! - greatest) * scale);
  for (let j = 0; j <= i; j++) row[j]! /= total;
  row.fill(0, i + 1);
}

const matrix = (rows: number, columns: number): Matrix => ({ data: new Float64Array(rows * columns), rows, columns });
const pair = (rows: number, columns: number): [Matrix, Matrix] => [matrix(rows, columns), matrix(rows, columns)];

function takeOut({ data, rows, columns }: Matrix, from: Float64Array, at: number, stride: number): void {
  for (let row = 0; row < rows; row++)
    for (let c = 0; c < columns; c++) data[row * columns + c] = from[at + row * stride + c]!;
}

function takeOutTransposed({ data, rows, columns }: Matrix, from: Float64Array, at: number, stride: number): void {
  for (let column = 0; column < columns; column++)
    for (let c = 0; c < rows; c++) data[c * columns + column] = from[at + column * stride + c]!;
}

function putBack(into: Float64Array, { data, rows, columns }: Matrix, at: number, stride: number): void {
  for (let row = 0; row < rows; row++)
    for (let c = 0; c < columns; c++) into[at + row * stride + c]! = data[row * columns + c]!;
}
