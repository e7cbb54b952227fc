// How many (token, slot) pairs of each block of 256 ask for each expert.
//
// chosen is [pairs], the expert of a pair or -1; counts is [blocks, experts]. A workgroup takes a block; an invocation
// counts for every 64th expert, so that no atomic is needed.

struct Sizes {
  origin: vec3u,
  pairs: u32,
  experts: u32,
}

@group(0) @binding(0) var<storage, read> chosen: array<i32>;
@group(0) @binding(1) var<storage, read_write> counts: array<u32>;
@group(0) @binding(2) var<uniform> sizes: Sizes;

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
    var count = 0u;
    for (var i = 0u; i < block; i++) {
      count += u32(wanted[i] == i32(expert));
    }
    counts[number * sizes.experts + expert] = count;
  }
}
