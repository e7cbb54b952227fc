// Batched matrix product on register tiles alone: c = scale·a·b + keep·c + bias.
//
// For adapters that run on the processor, where staging in workgroup memory costs more than it saves. An invocation
// makes 8 rows by 8 columns of c, a workgroup of 8 by 8 invocations 64 by 64; group.z is the batch. Operands are read by
// strides, so that transposed matrices, heads that lie side by side and shared key-value heads need no copy: element
// (row, i) of batch z is a[start + outer·(z / heads) + head·(z % heads) + row·… + i·…]; b's head is (z % heads) / share.
// Indices beyond an edge are clamped for reading and left out for writing. Sums are f32 whatever `real` is.
//
// Its 64 sums are written out by name, not as an array: one that is indexed at run time is kept in memory instead of
// registers. Sizes, results and bias stand in preambles/matmul.wgsl.

@group(0) @binding(0) var<storage, read> a: array<real>;
@group(0) @binding(1) var<storage, read> b: array<real>;

@compute @workgroup_size(8, 8)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) local: vec3u) {
  let tile = group + sizes.origin;
  let row = (tile.y * 8u + local.y) * 8u;
  let column = (tile.x * 8u + local.x) * 8u;
  if (row >= sizes.rows || column >= sizes.columns) {
    return;
  }
  let outer = tile.z / sizes.heads;
  let head = tile.z % sizes.heads;
  let a_start = sizes.a_start + outer * sizes.a_outer + head * sizes.a_head;
  let b_start = sizes.b_start + outer * sizes.b_outer + head / sizes.share * sizes.b_head;

  let a0 = a_start + min(row + 0u, sizes.rows - 1u) * sizes.a_row;
  let a1 = a_start + min(row + 1u, sizes.rows - 1u) * sizes.a_row;
  let a2 = a_start + min(row + 2u, sizes.rows - 1u) * sizes.a_row;
  let a3 = a_start + min(row + 3u, sizes.rows - 1u) * sizes.a_row;
  let a4 = a_start + min(row + 4u, sizes.rows - 1u) * sizes.a_row;
  let a5 = a_start + min(row + 5u, sizes.rows - 1u) * sizes.a_row;
  let a6 = a_start + min(row + 6u, sizes.rows - 1u) * sizes.a_row;
  let a7 = a_start + min(row + 7u, sizes.rows - 1u) * sizes.a_row;
  let b0 = b_start + min(column + 0u, sizes.columns - 1u) * sizes.b_column;
  let b1 = b_start + min(column + 1u, sizes.columns - 1u) * sizes.b_column;
  let b2 = b_start + min(column + 2u, sizes.columns - 1u) * sizes.b_column;
  let b3 = b_start + min(column + 3u, sizes.columns - 1u) * sizes.b_column;
  let b4 = b_start + min(column + 4u, sizes.columns - 1u) * sizes.b_column;
  let b5 = b_start + min(column + 5u, sizes.columns - 1u) * sizes.b_column;
  let b6 = b_start + min(column + 6u, sizes.columns - 1u) * sizes.b_column;
  let b7 = b_start + min(column + 7u, sizes.columns - 1u) * sizes.b_column;
  var left0 = vec4f();
  var right0 = vec4f();
  var left1 = vec4f();
  var right1 = vec4f();
  var left2 = vec4f();
  var right2 = vec4f();
  var left3 = vec4f();
  var right3 = vec4f();
  var left4 = vec4f();
  var right4 = vec4f();
  var left5 = vec4f();
  var right5 = vec4f();
  var left6 = vec4f();
  var right6 = vec4f();
  var left7 = vec4f();
  var right7 = vec4f();

  for (var k = 0u; k < sizes.inner; k++) {
    let x = k * sizes.a_inner;
    let y = k * sizes.b_inner;
    let left = vec4f(f32(b[b0 + y]), f32(b[b1 + y]), f32(b[b2 + y]), f32(b[b3 + y]));
    let right = vec4f(f32(b[b4 + y]), f32(b[b5 + y]), f32(b[b6 + y]), f32(b[b7 + y]));
    let p0 = f32(a[a0 + x]);
    left0 += p0 * left;
    right0 += p0 * right;
    let p1 = f32(a[a1 + x]);
    left1 += p1 * left;
    right1 += p1 * right;
    let p2 = f32(a[a2 + x]);
    left2 += p2 * left;
    right2 += p2 * right;
    let p3 = f32(a[a3 + x]);
    left3 += p3 * left;
    right3 += p3 * right;
    let p4 = f32(a[a4 + x]);
    left4 += p4 * left;
    right4 += p4 * right;
    let p5 = f32(a[a5 + x]);
    left5 += p5 * left;
    right5 += p5 * right;
    let p6 = f32(a[a6 + x]);
    left6 += p6 * left;
    right6 += p6 * right;
    let p7 = f32(a[a7 + x]);
    left7 += p7 * left;
    right7 += p7 * right;
  }

  let start = sizes.c_start + outer * sizes.c_outer + head * sizes.c_head;
  store_row(row + 0u, column, start, left0, right0);
  store_row(row + 1u, column, start, left1, right1);
  store_row(row + 2u, column, start, left2, right2);
  store_row(row + 3u, column, start, left3, right3);
  store_row(row + 4u, column, start, left4, right4);
  store_row(row + 5u, column, start, left5, right5);
  store_row(row + 6u, column, start, left6, right6);
  store_row(row + 7u, column, start, left7, right7);
}
