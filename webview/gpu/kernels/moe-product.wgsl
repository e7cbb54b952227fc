// Each expert's weights times the tokens sent to it: out[place] = weights[expert]·x[row], with `biased` + bias[expert].
//
// weights is [experts, columns, inner], bias [experts, columns]; out is [places, columns], places in the order of their experts; order is
// [places], the pair at each place; segments is [experts + 1] as moe-scan.wgsl leaves it. Row of x: with `gathered` the
// token of the pair, order[place] / slots, else the place itself. group.y counts tiles of 64 places, each of one expert
// only, found by bisection; group.x tiles of 64 columns. Tiles beyond the last are left out, so that the host need not
// know how many there are. Inside a tile as matmul.wgsl.
//
// Its 64 sums are written out by name, for the reason that matmul.wgsl gives.

struct Sizes {
  origin: vec3u,
  experts: u32,
  slots: u32,
  columns: u32,
  inner: u32,
}

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read> weights: array<f32>;
@group(0) @binding(2) var<storage, read> order: array<u32>;
@group(0) @binding(3) var<storage, read> segments: array<vec4u>;
@group(0) @binding(4) var<storage, read> bias: array<f32>;
@group(0) @binding(5) var<storage, read_write> out: array<f32>;
@group(0) @binding(6) var<uniform> sizes: Sizes;

override gathered = false;
override biased = false;

// The last expert whose first tile is not beyond this one; of experts without tiles none is.
fn expert_of(tile: u32) -> u32 {
  var low = 0u;
  var high = sizes.experts;
  while (high - low > 1u) {
    let middle = (low + high) / 2u;
    if (segments[middle].w <= tile) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}

fn row_start(place: u32) -> u32 {
  if (gathered) {
    return order[place] / sizes.slots * sizes.inner;
  }
  return place * sizes.inner;
}

fn bias_at(expert: u32, column: u32) -> f32 {
  if (biased && column < sizes.columns) {
    return bias[expert * sizes.columns + column];
  }
  return 0.0;
}

// Four columns from this one on.
fn biases_at(expert: u32, column: u32) -> vec4f {
  return vec4f(
    bias_at(expert, column),
    bias_at(expert, column + 1u),
    bias_at(expert, column + 2u),
    bias_at(expert, column + 3u)
  );
}

fn store_row(place: u32, end: u32, column: u32, left: vec4f, right: vec4f) {
  if (place >= end) {
    return;
  }
  let at = place * sizes.columns + column;
  for (var i = 0u; i < 4u; i++) {
    if (column + i < sizes.columns) {
      out[at + i] = left[i];
    }
    if (column + i + 4u < sizes.columns) {
      out[at + i + 4u] = right[i];
    }
  }
}

@compute @workgroup_size(8, 8)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) local: vec3u) {
  let tile = group + sizes.origin;
  if (tile.y >= segments[sizes.experts].w) {
    return;
  }
  let expert = expert_of(tile.y);
  let segment = segments[expert];
  let end = segment.z + segment.y;
  let place = segment.z + (tile.y - segment.w) * 64u + local.y * 8u;
  let column = (tile.x * 8u + local.x) * 8u;
  if (place >= end || column >= sizes.columns) {
    return;
  }
  let b_start = expert * sizes.columns * sizes.inner;

  let a0 = row_start(min(place + 0u, end - 1u));
  let a1 = row_start(min(place + 1u, end - 1u));
  let a2 = row_start(min(place + 2u, end - 1u));
  let a3 = row_start(min(place + 3u, end - 1u));
  let a4 = row_start(min(place + 4u, end - 1u));
  let a5 = row_start(min(place + 5u, end - 1u));
  let a6 = row_start(min(place + 6u, end - 1u));
  let a7 = row_start(min(place + 7u, end - 1u));
  let b0 = b_start + min(column + 0u, sizes.columns - 1u) * sizes.inner;
  let b1 = b_start + min(column + 1u, sizes.columns - 1u) * sizes.inner;
  let b2 = b_start + min(column + 2u, sizes.columns - 1u) * sizes.inner;
  let b3 = b_start + min(column + 3u, sizes.columns - 1u) * sizes.inner;
  let b4 = b_start + min(column + 4u, sizes.columns - 1u) * sizes.inner;
  let b5 = b_start + min(column + 5u, sizes.columns - 1u) * sizes.inner;
  let b6 = b_start + min(column + 6u, sizes.columns - 1u) * sizes.inner;
  let b7 = b_start + min(column + 7u, sizes.columns - 1u) * sizes.inner;
  let left_bias = biases_at(expert, column);
  let right_bias = biases_at(expert, column + 4u);
  var left0 = left_bias;
  var right0 = right_bias;
  var left1 = left_bias;
  var right1 = right_bias;
  var left2 = left_bias;
  var right2 = right_bias;
  var left3 = left_bias;
  var right3 = right_bias;
  var left4 = left_bias;
  var right4 = right_bias;
  var left5 = left_bias;
  var right5 = right_bias;
  var left6 = left_bias;
  var right6 = right_bias;
  var left7 = left_bias;
  var right7 = right_bias;
  for (var k = 0u; k < sizes.inner; k++) {
    let left = vec4f(weights[b0 + k], weights[b1 + k], weights[b2 + k], weights[b3 + k]);
    let right = vec4f(weights[b4 + k], weights[b5 + k], weights[b6 + k], weights[b7 + k]);
    let p0 = x[a0 + k];
    left0 += p0 * left;
    right0 += p0 * right;
    let p1 = x[a1 + k];
    left1 += p1 * left;
    right1 += p1 * right;
    let p2 = x[a2 + k];
    left2 += p2 * left;
    right2 += p2 * right;
    let p3 = x[a3 + k];
    left3 += p3 * left;
    right3 += p3 * right;
    let p4 = x[a4 + k];
    left4 += p4 * left;
    right4 += p4 * right;
    let p5 = x[a5 + k];
    left5 += p5 * left;
    right5 += p5 * right;
    let p6 = x[a6 + k];
    left6 += p6 * left;
    right6 += p6 * right;
    let p7 = x[a7 + k];
    left7 += p7 * left;
    right7 += p7 * right;
  }
  store_row(place + 0u, end, column, left0, right0);
  store_row(place + 1u, end, column, left1, right1);
  store_row(place + 2u, end, column, left2, right2);
  store_row(place + 3u, end, column, left3, right3);
  store_row(place + 4u, end, column, left4, right4);
  store_row(place + 5u, end, column, left5, right5);
  store_row(place + 6u, end, column, left6, right6);
  store_row(place + 7u, end, column, left7, right7);
}
