// Attention over listed pairs alone: out[row] = softmax(scale·q·kᵀ)·v over the keys that `listed` names for the row.
//
// A workgroup of 64 invocations takes one row, a query of a head (head·queries + query). Its keys stand in `listed` from
// starts[row] to starts[row + 1] and come in tiles of 64, one a invocation; online softmax (Milakov and Gimelshein 2018)
// scales what has been mixed so far down when the maximum grows. An invocation mixes every 64th channel, in `out` itself.
// query is [heads, queries, key_width], key [heads/share, keys, key_width], value [heads/share, keys, value_width], out
// [heads, queries, value_width]. Rows without a key are zeros. 512 bytes of workgroup memory.

struct Sizes {
  origin: vec3u,
  rows: u32,
  queries: u32,
  keys: u32,
  key_width: u32,
  value_width: u32,
  share: u32,
  scale: f32,
}

@group(0) @binding(0) var<storage, read> query: array<f32>;
@group(0) @binding(1) var<storage, read> key: array<f32>;
@group(0) @binding(2) var<storage, read> value: array<f32>;
@group(0) @binding(3) var<storage, read> starts: array<u32>;
@group(0) @binding(4) var<storage, read> listed: array<u32>;
@group(0) @binding(5) var<storage, read_write> out: array<f32>;
@group(0) @binding(6) var<uniform> sizes: Sizes;

const tile = 64u;
const lowest = -3.4e38;

var<workgroup> scores: array<f32, 64>;
var<workgroup> powers: array<f32, 64>;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let row = group.x + sizes.origin.x;
  if (row >= sizes.rows) {
    return;
  }
  let shared_head = row / sizes.queries / sizes.share;
  let begin = starts[row];
  let end = starts[row + 1u];
  let out_start = row * sizes.value_width;
  var highest = lowest;
  var total = 0.0;
  for (var channel = index; channel < sizes.value_width; channel += tile) {
    out[out_start + channel] = 0.0;
  }
  for (var first = begin; first < end; first += tile) {
    let at = first + index;
    var score = lowest;
    if (at < end) {
      let key_start = (shared_head * sizes.keys + listed[at]) * sizes.key_width;
      var product = 0.0;
      for (var i = 0u; i < sizes.key_width; i++) {
        product += query[row * sizes.key_width + i] * key[key_start + i];
      }
      score = product * sizes.scale;
    }
    scores[index] = score;
    workgroupBarrier();
    var now = highest;
    for (var i = 0u; i < tile; i++) {
      now = max(now, scores[i]);
    }
    powers[index] = select(0.0, exp(score - now), at < end);
    workgroupBarrier();
    let shrink = select(0.0, exp(highest - now), first > begin);
    highest = now;
    total *= shrink;
    for (var i = 0u; i < tile; i++) {
      total += powers[i];
    }
    let count = min(tile, end - first);
    for (var channel = index; channel < sizes.value_width; channel += tile) {
      var mixed = out[out_start + channel] * shrink;
      for (var i = 0u; i < count; i++) {
        mixed += powers[i] * value[(shared_head * sizes.keys + listed[first + i]) * sizes.value_width + channel];
      }
      out[out_start + channel] = mixed;
    }
    workgroupBarrier();
  }
  let factor = select(0.0, 1.0 / total, total > 0.0);
  for (var channel = index; channel < sizes.value_width; channel += tile) {
    out[out_start + channel] *= factor;
  }
}
