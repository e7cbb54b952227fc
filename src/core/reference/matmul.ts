import { show, Tensor } from './tensor';

/**
 * Matrix product of `[rows, inner]` and `[inner, columns]`, or of equally long batches of them
 * (`[batch, rows, inner]`); a single matrix is shared by every item of the other's batch.
 * `transposeA` reads a as `[inner, rows]`, `transposeB` reads b as `[columns, inner]`.
 */
export function matmul(a: Tensor, b: Tensor, options: { transposeA?: boolean; transposeB?: boolean } = {}): Tensor {
  const { transposeA = false, transposeB = false } = options;
  if (a.rank < 2 || a.rank > 3 || b.rank < 2 || b.rank > 3) throw mismatch(a, b);
  const batch = a.rank === 3 ? a.size(0) : b.rank === 3 ? b.size(0) : undefined;
  const rows = a.size(transposeA ? -1 : -2);
  const inner = a.size(transposeA ? -2 : -1);
  const columns = b.size(transposeB ? -2 : -1);
  if (inner !== b.size(transposeB ? -1 : -2) || (a.rank === 3 && b.rank === 3 && a.size(0) !== b.size(0)))
    throw mismatch(a, b);

  const out = new Tensor(batch === undefined ? [rows, columns] : [batch, rows, columns]);
  const [leftRow, leftInner] = transposeA ? [1, rows] : [inner, 1];
  const [rightInner, rightColumn] = transposeB ? [1, inner] : [columns, 1];
  let at = 0;
  for (let n = 0; n < (batch ?? 1); n++) {
    const left = a.rank === 3 ? a.row(n) : a.data;
    const right = b.rank === 3 ? b.row(n) : b.data;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        let sum = 0;
        for (let i = 0; i < inner; i++)
          sum += left[row * leftRow + i * leftInner]! * right[i * rightInner + column * rightColumn]!;
        out.data[at++] = sum;
      }
    }
  }
  return out;
}

/** A linear layer `x Wᵀ + b`: x `[…, inner]`, weight `[outer, inner]`, bias `[outer]`. */
export function linear(x: Tensor, weight: Tensor, bias?: Tensor): Tensor {
  const inner = x.size(-1);
  const rows = inner === 0 ? 0 : x.data.length / inner;
  const out = matmul(x.reshape([rows, inner]), weight, { transposeB: true });
  const outer = weight.size(0);
  if (bias && bias.data.length !== outer)
    throw new RangeError(`bias has the shape ${show(bias.shape)}, expected [${outer}]`);
  if (bias) for (let i = 0; i < out.data.length; i++) out.data[i]! += bias.data[i % outer]!;
  return out.reshape([...x.shape.slice(0, -1), outer]);
}

/** The sum of two tensors of one shape. */
export function add(a: Tensor, b: Tensor): Tensor {
  if (show(a.shape) !== show(b.shape))
    throw new RangeError(`cannot add the shapes ${show(a.shape)} and ${show(b.shape)}`);
  return new Tensor(
    a.shape,
    a.data.map((value, i) => value + b.data[i]!),
  );
}

const mismatch = (a: Tensor, b: Tensor): RangeError =>
  new RangeError(`cannot multiply the shapes ${show(a.shape)} and ${show(b.shape)}`);
