// Rows of a table by their ids, plus a learned position where `positioned`:
// out[token] = table[ids[token]] + positions[token % length].
//
// table is [vocabulary, width], ids [tokens] within it, positions [length or more, width], out [tokens, width].

struct Sizes {
  origin: vec3u,
  tokens: u32,
  width: u32,
  length: u32,
}

@group(0) @binding(0) var<storage, read> ids: array<u32>;
@group(0) @binding(1) var<storage, read> table: array<f32>;
@group(0) @binding(2) var<storage, read> positions: array<f32>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;
@group(0) @binding(4) var<uniform> sizes: Sizes;

override positioned = false;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let i = (group.x + sizes.origin.x) * 64u + index;
  if (i >= sizes.tokens * sizes.width) {
    return;
  }
  let token = i / sizes.width;
  let channel = i % sizes.width;
  var value = table[ids[token] * sizes.width + channel];
  if (positioned) {
    value += positions[token % sizes.length * sizes.width + channel];
  }
  out[i] = value;
}
