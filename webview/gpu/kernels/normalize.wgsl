// Layer normalisation along rows, out = (x - mean)/√(variance + epsilon)·gain + shift, or with `rms` RMS normalisation,
// out = x/√(mean x² + epsilon)·gain.
//
// x and out are [rows, columns], packed; gain and shift are [columns]. The variance is taken about the mean in a second
// pass. `threads` invocations share a row, as in softmax.wgsl.

struct Sizes {
  origin: vec3u,
  rows: u32,
  columns: u32,
  epsilon: f32,
}

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read> gain: array<f32>;
@group(0) @binding(2) var<storage, read> shift: array<f32>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;
@group(0) @binding(4) var<uniform> sizes: Sizes;

override rms = false;
override gained = false;
override shifted = false;
override threads = 1u;

const block = 64u;

var<workgroup> shared_values: array<f32, 64>;

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

@compute @workgroup_size(threads, 64u / threads)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) local: vec3u) {
  let row = (group.x + sizes.origin.x) * (64u / threads) + local.y;
  let start = row * sizes.columns;
  let end = select(0u, sizes.columns, row < sizes.rows);

  var mean = 0.0;
  if (!rms) {
    var total = 0.0;
    for (var begin = local.x; begin < end; begin += threads * block) {
      var sum = 0.0;
      for (var i = begin; i < min(end, begin + threads * block); i += threads) {
        sum += x[start + i];
      }
      total += sum;
    }
    mean = shared_sum(total, local) / f32(sizes.columns);
  }

  var total = 0.0;
  for (var begin = local.x; begin < end; begin += threads * block) {
    var sum = 0.0;
    for (var i = begin; i < min(end, begin + threads * block); i += threads) {
      let distance = x[start + i] - mean;
      sum += distance * distance;
    }
    total += sum;
  }
  let factor = 1.0 / sqrt(shared_sum(total, local) / f32(sizes.columns) + sizes.epsilon);

  for (var i = local.x; i < end; i += threads) {
    var value = (x[start + i] - mean) * factor;
    if (gained) {
      value *= gain[i];
    }
    if (shifted) {
      value += shift[i];
    }
    out[start + i] = value;
  }
}
