// The weighted sum of what a token's experts answered: out[token] = base + Σ weight·answer.
//
// answers is [places, width]; places and weights are [tokens, slots], places -1 where a pair was lost; x and out are
// [tokens, width]. With `residual` a lost pair passes its share of the token itself, weight·x. With `added` out comes
// holding what is to be added to, the answer of the shared experts. A token gathers its own answers, so no atomics.

struct Sizes {
  origin: vec3u,
  tokens: u32,
  slots: u32,
  width: u32,
}

@group(0) @binding(0) var<storage, read> answers: array<f32>;
@group(0) @binding(1) var<storage, read> places: array<i32>;
@group(0) @binding(2) var<storage, read> weights: array<f32>;
@group(0) @binding(3) var<storage, read> x: array<f32>;
@group(0) @binding(4) var<storage, read_write> out: array<f32>;
@group(0) @binding(5) var<uniform> sizes: Sizes;

override residual = false;
override added = false;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let i = (group.x + sizes.origin.x) * 64u + index;
  if (i >= sizes.tokens * sizes.width) {
    return;
  }
  let token = i / sizes.width;
  let channel = i % sizes.width;
  var sum = 0.0;
  if (added) {
    sum = out[i];
  }
  for (var slot = token * sizes.slots; slot < (token + 1u) * sizes.slots; slot++) {
    if (places[slot] >= 0) {
      sum += weights[slot] * answers[u32(places[slot]) * sizes.width + channel];
    } else if (residual) {
      sum += weights[slot] * x[i];
    }
  }
  out[i] = sum;
}
