// Rotary positions: the channels (2i, 2i+1) of a token turn by the angle of pair i at its position.
//
// x and out are [batch, tokens, width], packed, width even. turns is [tokens, width/2] of (cosine, sine), made by the
// host in double precision: a product of position and frequency in f32 would be off by more than the result may be.

struct Sizes {
  origin: vec3u,
  pairs: u32,
  pairs_a_batch: u32,
}

@group(0) @binding(0) var<storage, read> x: array<vec2f>;
@group(0) @binding(1) var<storage, read> turns: array<vec2f>;
@group(0) @binding(2) var<storage, read_write> out: array<vec2f>;
@group(0) @binding(3) var<uniform> sizes: Sizes;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let i = (group.x + sizes.origin.x) * 64u + index;
  if (i >= sizes.pairs) {
    return;
  }
  let pair = x[i];
  let turn = turns[i % sizes.pairs_a_batch];
  out[i] = vec2f(pair.x * turn.x - pair.y * turn.y, pair.x * turn.y + pair.y * turn.x);
}
