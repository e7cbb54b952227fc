// Batched matrix product on register tiles of whole vectors: c = scale·a·b + keep·c + bias.
//
// matmul.wgsl for operands that lie well: inner, columns, starts and strides are multiples of 4 (all but a_inner, b_inner
// and b_column where they are 1), a's rows lie along inner, b's along columns or, with `b_transposed`, along inner.
//
// Its 64 sums are written out by name, not as an array: one that is indexed at run time is kept in memory instead of
// registers. Sizes, results and bias stand in preambles/matmul.wgsl.

@group(0) @binding(0) var<storage, read> a: array<vec4<real>>;
@group(0) @binding(1) var<storage, read> b: array<vec4<real>>;

override b_transposed = false;

fn store_four(row: u32, column: u32, start: u32, value: vec4f) {
  if (row >= sizes.rows || column >= sizes.columns) {
    return;
  }
  let at = start + row * sizes.c_row + column;
  var sum = value * sizes.scale;
  if (sizes.keep != 0.0) {
    sum += sizes.keep * vec4f(c[at], c[at + 1u], c[at + 2u], c[at + 3u]);
  }
  if (biased) {
    sum += vec4f(bias[column], bias[column + 1u], bias[column + 2u], bias[column + 3u]);
  }
  c[at] = sum.x;
  c[at + 1u] = sum.y;
  c[at + 2u] = sum.z;
  c[at + 3u] = sum.w;
}

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

  let a0 = (a_start + min(row + 0u, sizes.rows - 1u) * sizes.a_row) / 4u;
  let a1 = (a_start + min(row + 1u, sizes.rows - 1u) * sizes.a_row) / 4u;
  let a2 = (a_start + min(row + 2u, sizes.rows - 1u) * sizes.a_row) / 4u;
  let a3 = (a_start + min(row + 3u, sizes.rows - 1u) * sizes.a_row) / 4u;
  let a4 = (a_start + min(row + 4u, sizes.rows - 1u) * sizes.a_row) / 4u;
  let a5 = (a_start + min(row + 5u, sizes.rows - 1u) * sizes.a_row) / 4u;
  let a6 = (a_start + min(row + 6u, sizes.rows - 1u) * sizes.a_row) / 4u;
  let a7 = (a_start + min(row + 7u, sizes.rows - 1u) * sizes.a_row) / 4u;
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

  let steps = sizes.inner / 4u;
  if (b_transposed) {
    let b0 = (b_start + min(column + 0u, sizes.columns - 1u) * sizes.b_column) / 4u;
    let b1 = (b_start + min(column + 1u, sizes.columns - 1u) * sizes.b_column) / 4u;
    let b2 = (b_start + min(column + 2u, sizes.columns - 1u) * sizes.b_column) / 4u;
    let b3 = (b_start + min(column + 3u, sizes.columns - 1u) * sizes.b_column) / 4u;
    let b4 = (b_start + min(column + 4u, sizes.columns - 1u) * sizes.b_column) / 4u;
    let b5 = (b_start + min(column + 5u, sizes.columns - 1u) * sizes.b_column) / 4u;
    let b6 = (b_start + min(column + 6u, sizes.columns - 1u) * sizes.b_column) / 4u;
    let b7 = (b_start + min(column + 7u, sizes.columns - 1u) * sizes.b_column) / 4u;
    for (var k = 0u; k < steps; k++) {
      let y0 = vec4f(b[b0 + k]);
      let y1 = vec4f(b[b1 + k]);
      let y2 = vec4f(b[b2 + k]);
      let y3 = vec4f(b[b3 + k]);
      let y4 = vec4f(b[b4 + k]);
      let y5 = vec4f(b[b5 + k]);
      let y6 = vec4f(b[b6 + k]);
      let y7 = vec4f(b[b7 + k]);
      let x0 = vec4f(a[a0 + k]);
      left0 += vec4f(dot(x0, y0), dot(x0, y1), dot(x0, y2), dot(x0, y3));
      right0 += vec4f(dot(x0, y4), dot(x0, y5), dot(x0, y6), dot(x0, y7));
      let x1 = vec4f(a[a1 + k]);
      left1 += vec4f(dot(x1, y0), dot(x1, y1), dot(x1, y2), dot(x1, y3));
      right1 += vec4f(dot(x1, y4), dot(x1, y5), dot(x1, y6), dot(x1, y7));
      let x2 = vec4f(a[a2 + k]);
      left2 += vec4f(dot(x2, y0), dot(x2, y1), dot(x2, y2), dot(x2, y3));
      right2 += vec4f(dot(x2, y4), dot(x2, y5), dot(x2, y6), dot(x2, y7));
      let x3 = vec4f(a[a3 + k]);
      left3 += vec4f(dot(x3, y0), dot(x3, y1), dot(x3, y2), dot(x3, y3));
      right3 += vec4f(dot(x3, y4), dot(x3, y5), dot(x3, y6), dot(x3, y7));
      let x4 = vec4f(a[a4 + k]);
      left4 += vec4f(dot(x4, y0), dot(x4, y1), dot(x4, y2), dot(x4, y3));
      right4 += vec4f(dot(x4, y4), dot(x4, y5), dot(x4, y6), dot(x4, y7));
      let x5 = vec4f(a[a5 + k]);
      left5 += vec4f(dot(x5, y0), dot(x5, y1), dot(x5, y2), dot(x5, y3));
      right5 += vec4f(dot(x5, y4), dot(x5, y5), dot(x5, y6), dot(x5, y7));
      let x6 = vec4f(a[a6 + k]);
      left6 += vec4f(dot(x6, y0), dot(x6, y1), dot(x6, y2), dot(x6, y3));
      right6 += vec4f(dot(x6, y4), dot(x6, y5), dot(x6, y6), dot(x6, y7));
      let x7 = vec4f(a[a7 + k]);
      left7 += vec4f(dot(x7, y0), dot(x7, y1), dot(x7, y2), dot(x7, y3));
      right7 += vec4f(dot(x7, y4), dot(x7, y5), dot(x7, y6), dot(x7, y7));
    }
  } else {
    let first = (b_start + column) / 4u;
    let second = (b_start + min(column + 4u, sizes.columns - 4u)) / 4u;
    let stride = sizes.b_inner / 4u;
    for (var k = 0u; k < steps; k++) {
      let l0 = vec4f(b[first + (4u * k + 0u) * stride]);
      let r0 = vec4f(b[second + (4u * k + 0u) * stride]);
      let l1 = vec4f(b[first + (4u * k + 1u) * stride]);
      let r1 = vec4f(b[second + (4u * k + 1u) * stride]);
      let l2 = vec4f(b[first + (4u * k + 2u) * stride]);
      let r2 = vec4f(b[second + (4u * k + 2u) * stride]);
      let l3 = vec4f(b[first + (4u * k + 3u) * stride]);
      let r3 = vec4f(b[second + (4u * k + 3u) * stride]);
      let x0 = vec4f(a[a0 + k]);
      left0 += x0.x * l0 + x0.y * l1 + x0.z * l2 + x0.w * l3;
      right0 += x0.x * r0 + x0.y * r1 + x0.z * r2 + x0.w * r3;
      let x1 = vec4f(a[a1 + k]);
      left1 += x1.x * l0 + x1.y * l1 + x1.z * l2 + x1.w * l3;
      right1 += x1.x * r0 + x1.y * r1 + x1.z * r2 + x1.w * r3;
      let x2 = vec4f(a[a2 + k]);
      left2 += x2.x * l0 + x2.y * l1 + x2.z * l2 + x2.w * l3;
      right2 += x2.x * r0 + x2.y * r1 + x2.z * r2 + x2.w * r3;
      let x3 = vec4f(a[a3 + k]);
      left3 += x3.x * l0 + x3.y * l1 + x3.z * l2 + x3.w * l3;
      right3 += x3.x * r0 + x3.y * r1 + x3.z * r2 + x3.w * r3;
      let x4 = vec4f(a[a4 + k]);
      left4 += x4.x * l0 + x4.y * l1 + x4.z * l2 + x4.w * l3;
      right4 += x4.x * r0 + x4.y * r1 + x4.z * r2 + x4.w * r3;
      let x5 = vec4f(a[a5 + k]);
      left5 += x5.x * l0 + x5.y * l1 + x5.z * l2 + x5.w * l3;
      right5 += x5.x * r0 + x5.y * r1 + x5.z * r2 + x5.w * r3;
      let x6 = vec4f(a[a6 + k]);
      left6 += x6.x * l0 + x6.y * l1 + x6.z * l2 + x6.w * l3;
      right6 += x6.x * r0 + x6.y * r1 + x6.z * r2 + x6.w * r3;
      let x7 = vec4f(a[a7 + k]);
      left7 += x7.x * l0 + x7.y * l1 + x7.z * l2 + x7.w * l3;
      right7 += x7.x * r0 + x7.y * r1 + x7.z * r2 + x7.w * r3;
    }
  }

  let start = sizes.c_start + outer * sizes.c_outer + head * sizes.c_head;
  store_four(row + 0u, column, start, left0);
  store_four(row + 0u, column + 4u, start, right0);
  store_four(row + 1u, column, start, left1);
  store_four(row + 1u, column + 4u, start, right1);
  store_four(row + 2u, column, start, left2);
  store_four(row + 2u, column + 4u, start, right2);
  store_four(row + 3u, column, start, left3);
  store_four(row + 3u, column + 4u, start, right3);
  store_four(row + 4u, column, start, left4);
  store_four(row + 4u, column + 4u, start, right4);
  store_four(row + 5u, column, start, left5);
  store_four(row + 5u, column + 4u, start, right5);
  store_four(row + 6u, column, start, left6);
  store_four(row + 6u, column + 4u, start, right6);
  store_four(row + 7u, column, start, left7);
  store_four(row + 7u, column + 4u, start, right7);
}
