// Means over all tokens: each expert's share of the scores, P_i = mean(s_i/Σs), and in the element after the last
// expert mean(logsumexp²), what the router's z-loss is made of.
//
// scores is [tokens, experts]; sums is [tokens] of (Σ scores, logsumexp), as moe-gate.wgsl leaves them; out is
// [experts + 1]. A workgroup makes one element.

struct Sizes {
  origin: vec3u,
  tokens: u32,
  experts: u32,
}

@group(0) @binding(0) var<storage, read> scores: array<f32>;
@group(0) @binding(1) var<storage, read> sums: array<vec2f>;
@group(0) @binding(2) var<storage, read_write> out: array<f32>;
@group(0) @binding(3) var<uniform> sizes: Sizes;

var<workgroup> parts: array<f32, 64>;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  let expert = group.x + sizes.origin.x;
  var part = 0.0;
  for (var token = index; token < sizes.tokens; token += 64u) {
    if (expert < sizes.experts) {
      part += scores[token * sizes.experts + expert] / sums[token].x;
    } else {
      part += sums[token].y * sums[token].y;
    }
  }
  parts[index] = part;
  workgroupBarrier();
  for (var half = 32u; half > 0u; half /= 2u) {
    if (index < half) {
      parts[index] += parts[index + half];
    }
    workgroupBarrier();
  }
  if (index == 0u) {
    out[expert] = parts[0] / f32(sizes.tokens);
  }
}
