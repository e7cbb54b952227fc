// The loss of a scaling law over a grid, L(N, D) = E + A/N^α + B/D^β.
//
// out is [models, tokens]. models holds log2(A/N^α) and tokens log2(B/D^β), made by the host in double precision, so that
// no digits are lost in the logarithms of large numbers.

struct Sizes {
  origin: vec3u,
  models: u32,
  tokens: u32,
  irreducible: f32,
}

@group(0) @binding(0) var<storage, read> models: array<f32>;
@group(0) @binding(1) var<storage, read> tokens: array<f32>;
@group(0) @binding(2) var<storage, read_write> out: array<f32>;
@group(0) @binding(3) var<uniform> sizes: Sizes;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let i = (group.x + sizes.origin.x) * 64u + index;
  if (i >= sizes.models * sizes.tokens) {
    return;
  }
  out[i] = sizes.irreducible + exp2(models[i / sizes.tokens]) + exp2(tokens[i % sizes.tokens]);
}
