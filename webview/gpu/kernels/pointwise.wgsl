// One function of each element, or of each pair of elements: out[i] = f(x[i], y[i]), i < count.
//
// `operation` chooses: 0 GELU in its tanh form, 1 GELU as defined, 2 SiLU, 3 ReLU, 4 sigmoid, 5 x + y, 6 SiLU(x)·y, the
// gate of SwiGLU. Only 5 and 6 read y. Arguments of tanh and exp are bounded: some adapters answer NaN beyond.

struct Sizes {
  origin: vec3u,
  count: u32,
}

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read> y: array<f32>;
@group(0) @binding(2) var<storage, read_write> out: array<f32>;
@group(0) @binding(3) var<uniform> sizes: Sizes;

override operation = 0u;

fn sigmoid(value: f32) -> f32 {
  let power = exp(-min(abs(value), 87.0));
  return select(power, 1.0, value >= 0.0) / (1.0 + power);
}

// To 1.5e-7 (Abramowitz and Stegun 7.1.26).
fn erf(value: f32) -> f32 {
  let z = min(abs(value), 9.0);
  let t = 1.0 / (1.0 + 0.3275911 * z);
  let tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return sign(value) * (1.0 - tail * exp(-z * z));
}

fn apply(value: f32, i: u32) -> f32 {
  switch (operation) {
    case 0u: {
      // 0.5·(1 + tanh u) = sigmoid(2u), √(2/π) = 0.7978845608.
      return value * sigmoid(1.5957691216057308 * (value + 0.044715 * value * value * value));
    }
    case 1u: {
      return 0.5 * value * (1.0 + erf(value * 0.7071067811865476));
    }
    case 2u: {
      return value * sigmoid(value);
    }
    case 3u: {
      return max(value, 0.0);
    }
    case 4u: {
      return sigmoid(value);
    }
    case 5u: {
      return value + y[i];
    }
    default: {
      return value * sigmoid(value) * y[i];
    }
  }
}

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  // Four elements an invocation, 64 apart, so that neighbours read neighbours.
  let first = (group.x + sizes.origin.x) * 256u + index;
  for (var i = first; i < min(first + 256u, sizes.count); i += 64u) {
    out[i] = apply(x[i], i);
  }
}
