// The place of each (token, slot) pair among those that ask for the same expert, greatest weight first, ties to the
// earlier pair.
//
// chosen and weights are [pairs]; order and segments are those of a scatter without capacity, so that a pair compares
// itself with its own expert's pairs only; ranks is [pairs].

struct Sizes {
  origin: vec3u,
  pairs: u32,
}

@group(0) @binding(0) var<storage, read> chosen: array<i32>;
@group(0) @binding(1) var<storage, read> weights: array<f32>;
@group(0) @binding(2) var<storage, read> order: array<u32>;
@group(0) @binding(3) var<storage, read> segments: array<vec4u>;
@group(0) @binding(4) var<storage, read_write> ranks: array<u32>;
@group(0) @binding(5) var<uniform> sizes: Sizes;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let pair = (group.x + sizes.origin.x) * 64u + index;
  if (pair >= sizes.pairs || chosen[pair] < 0) {
    return;
  }
  let segment = segments[chosen[pair]];
  let weight = weights[pair];
  var rank = 0u;
  for (var i = segment.z; i < segment.z + segment.y; i++) {
    let other = order[i];
    let heavier = weights[other];
    rank += u32(heavier > weight || (heavier == weight && other < pair));
  }
  ranks[pair] = rank;
}
