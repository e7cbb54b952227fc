// Softmax along rows, with the row's maximum subtracted first: out[row] = exp(x - max)/Σ exp(x - max).
//
// x and out are [rows, columns], packed. Row r stands for query r % queries. Keys are hidden where `causal` and
// key > query + offset, and where `masked` and mask[query, key] is 0; hidden keys get 0, and a row without visible keys is
// zeros. `threads` invocations share a row: 1 on adapters where waiting for each other costs more than it saves.

struct Sizes {
  origin: vec3u,
  rows: u32,
  columns: u32,
  queries: u32,
  offset: i32,
}

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read_write> out: array<f32>;
@group(0) @binding(2) var<storage, read> mask: array<u32>;
@group(0) @binding(3) var<uniform> sizes: Sizes;

override causal = false;
override masked = false;
override threads = 1u;

const lowest = -3.4e38;
// Sums run over this many terms before they join the total, so that a long row loses no more digits than a short one.
const block = 64u;

var<workgroup> shared_values: array<f32, 64>;

fn shared_max(value: f32, local: vec3u) -> f32 {
  if (threads == 1u) {
    return value;
  }
  let at = local.y * threads + local.x;
  shared_values[at] = value;
  workgroupBarrier();
  for (var half = threads / 2u; half > 0u; half /= 2u) {
    if (local.x < half) {
      shared_values[at] = max(shared_values[at], shared_values[at + half]);
    }
    workgroupBarrier();
  }
  let result = shared_values[local.y * threads];
  workgroupBarrier();
  return result;
}

fn shared_sum(value: f32, local: vec3u) -> f32 {
  if (threads == 1u) {
    return value;
  }
  let at = local.y * threads + local.x;
  shared_values[at] = value;
  workgroupBarrier();
  for (var half = threads / 2u; half > 0u; half /= 2u) {
    if (local.x < half) {
      shared_values[at] += shared_values[at + half];
    }
    workgroupBarrier();
  }
  let result = shared_values[local.y * threads];
  workgroupBarrier();
  return result;
}

fn visible(query: u32, key: u32) -> bool {
  return !masked || mask[query * sizes.columns + key] != 0u;
}

@compute @workgroup_size(threads, 64u / threads)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) local: vec3u) {
  let row = (group.x + sizes.origin.x) * (64u / threads) + local.y;
  let live = row < sizes.rows;
  let query = row % sizes.queries;
  let start = row * sizes.columns;
  var end = select(0u, sizes.columns, live);
  if (causal) {
    end = min(end, u32(clamp(i32(query) + sizes.offset + 1, 0, i32(sizes.columns))));
  }

  var highest = lowest;
  for (var i = local.x; i < end; i += threads) {
    if (visible(query, i)) {
      highest = max(highest, x[start + i]);
    }
  }
  highest = shared_max(highest, local);

  var total = 0.0;
  for (var begin = local.x; begin < end; begin += threads * block) {
    var sum = 0.0;
    for (var i = begin; i < min(end, begin + threads * block); i += threads) {
      if (visible(query, i)) {
        let power = exp(x[start + i] - highest);
        out[start + i] = power;
        sum += power;
      } else {
        out[start + i] = 0.0;
      }
    }
    total += sum;
  }
  total = shared_sum(total, local);

  let factor = select(0.0, 1.0 / total, total > 0.0);
  for (var i = local.x; i < select(0u, sizes.columns, live); i += threads) {
    if (i < end) {
      out[start + i] *= factor;
    } else {
      out[start + i] = 0.0;
    }
  }
}
