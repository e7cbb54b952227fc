// Where each expert's pairs stand when they are put in the order of their experts.
//
// counts, [blocks, experts], comes as the count of each block and leaves as the sum of the blocks before it. segments is
// [experts + 1] of (pairs asking, pairs kept = at most capacity, first place, first tile of 64 places); its last
// element holds the sums. One workgroup.

struct Sizes {
  origin: vec3u,
  blocks: u32,
  experts: u32,
  capacity: u32,
}

@group(0) @binding(0) var<storage, read_write> counts: array<u32>;
@group(0) @binding(1) var<storage, read_write> segments: array<vec4u>;
@group(0) @binding(2) var<uniform> sizes: Sizes;

@compute @workgroup_size(64)
fn main(@builtin(local_invocation_index) index: u32) {
  for (var expert = index; expert < sizes.experts; expert += 64u) {
    var sum = 0u;
    for (var i = 0u; i < sizes.blocks; i++) {
      let count = counts[i * sizes.experts + expert];
      counts[i * sizes.experts + expert] = sum;
      sum += count;
    }
    segments[expert] = vec4u(sum, min(sum, sizes.capacity), 0u, 0u);
  }
  storageBarrier();
  if (index > 0u) {
    return;
  }
  var sums = vec4u();
  for (var expert = 0u; expert < sizes.experts; expert++) {
    let segment = segments[expert];
    segments[expert] = vec4u(segment.xy, sums.zw);
    sums += vec4u(segment.xy, segment.y, (segment.y + 63u) / 64u);
  }
  segments[sizes.experts] = sums;
}
