// The place of each (token, slot) pair among those that ask for the same expert, in token order.
//
// chosen is [pairs]; before is [blocks, experts], the sums that moe-scan.wgsl leaves; ranks is [pairs], untouched where
// chosen is -1. The same blocks as in moe-count.wgsl. Order of arrival plays no part.

struct Sizes {
  origin: vec3u,
  pairs: u32,
  experts: u32,
}

@group(0) @binding(0) var<storage, read> chosen: array<i32>;
@group(0) @binding(1) var<storage, read> before: array<u32>;
@group(0) @binding(2) var<storage, read_write> ranks: array<u32>;
@group(0) @binding(3) var<uniform> sizes: Sizes;

const block = 256u;

var<workgroup> wanted: array<i32, 256>;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let number = group.x + sizes.origin.x;
  for (var i = index; i < block; i += 64u) {
    let pair = number * block + i;
    wanted[i] = -1;
    if (pair < sizes.pairs) {
      wanted[i] = chosen[pair];
    }
  }
  workgroupBarrier();
  for (var expert = index; expert < sizes.experts; expert += 64u) {
    var rank = before[number * sizes.experts + expert];
    for (var i = 0u; i < block; i++) {
      if (wanted[i] == i32(expert)) {
        ranks[number * block + i] = rank;
        rank++;
      }
    }
  }
}
