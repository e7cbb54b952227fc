// What the matrix products matmul.wgsl, matmul-tiled.wgsl and matmul-vec4.wgsl share: their sizes, their results and what
// is added to them. Each says itself how it reads a and b, bindings 0 and 1.

struct Sizes {
  origin: vec3u,
  rows: u32,
  columns: u32,
  inner: u32,
  heads: u32,
  share: u32,
  a_start: u32,
  a_outer: u32,
  a_head: u32,
  a_row: u32,
  a_inner: u32,
  b_start: u32,
  b_outer: u32,
  b_head: u32,
  b_inner: u32,
  b_column: u32,
  c_start: u32,
  c_outer: u32,
  c_head: u32,
  c_row: u32,
  scale: f32,
  keep: f32,
}

@group(0) @binding(2) var<storage, read_write> c: array<f32>;
@group(0) @binding(3) var<storage, read> bias: array<f32>;
@group(0) @binding(4) var<uniform> sizes: Sizes;

// 1 where bias [columns] is added.
override biased = false;

// An element of c: what was summed, scaled, with what was there before and the bias.
fn store(at: u32, column: u32, value: f32) {
  var sum = value * sizes.scale;
  if (sizes.keep != 0.0) {
    sum += sizes.keep * c[at];
  }
  if (biased) {
    sum += bias[column];
  }
  c[at] = sum;
}

// Eight elements of a row of c, as far as they lie within its edges.
fn store_row(row: u32, column: u32, start: u32, left: vec4f, right: vec4f) {
  if (row >= sizes.rows) {
    return;
  }
  let at = start + row * sizes.c_row + column;
  for (var i = 0u; i < 4u; i++) {
    if (column + i < sizes.columns) {
      store(at + i, column + i, left[i]);
    }
    if (column + i + 4u < sizes.columns) {
      store(at + i + 4u, column + i + 4u, right[i]);
    }
  }
}
