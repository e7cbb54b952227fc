// Puts (token, slot) pairs in the order of their experts, as far as there is room.
//
// chosen and ranks are [pairs]; segments is [experts + 1] as moe-scan.wgsl leaves it; order is [places], the pair at each
// place; places is [pairs], the place of each pair, or -1 where the pair has no expert or its expert is full.

struct Sizes {
  origin: vec3u,
  pairs: u32,
}

@group(0) @binding(0) var<storage, read> chosen: array<i32>;
@group(0) @binding(1) var<storage, read> ranks: array<u32>;
@group(0) @binding(2) var<storage, read> segments: array<vec4u>;
@group(0) @binding(3) var<storage, read_write> order: array<u32>;
@group(0) @binding(4) var<storage, read_write> places: array<i32>;
@group(0) @binding(5) var<uniform> sizes: Sizes;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let pair = (group.x + sizes.origin.x) * 64u + index;
  if (pair >= sizes.pairs) {
    return;
  }
  places[pair] = -1;
  if (chosen[pair] < 0) {
    return;
  }
  let segment = segments[chosen[pair]];
  if (ranks[pair] < segment.y) {
    let place = segment.z + ranks[pair];
    order[place] = pair;
    places[pair] = i32(place);
  }
}
