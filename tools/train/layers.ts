/**
 * Layers with their derivatives, written out by hand over flat row-major arrays. `forward` fills its output; `backward`
 * adds to the gradients of what went in.
 */

/** y = x Wᵀ + b: x `[rows, inner]`, weight `[outer, inner]`, bias `[outer]`, y `[rows, outer]`. */
export function linearForward(
  y: Float64Array,
  x: Float64Array,
  weight: Float64Array,
  bias: Float64Array | undefined,
  rows: number,
  inner: number,
  outer: number,
): void {
  for (let row = 0; row < rows; row++) {
    const from = row * inner;
    for (let o = 0; o < outer; o++) {
      const along = o * inner;
      let sum = bias ? bias[o]! : 0;
      for (let i = 0; i < inner; i++) sum += x[from + i]! * weight[along + i]!;
      y[row * outer + o] = sum;
    }
  }
}

export function linearBackward(
  slope: Float64Array,
  x: Float64Array,
  weight: Float64Array,
  into: { readonly x: Float64Array; readonly weight: Float64Array; readonly bias?: Float64Array },
  rows: number,
  inner: number,
  outer: number,
): void {
  const { x: toX, weight: toWeight, bias: toBias } = into;
  for (let row = 0; row < rows; row++) {
    const from = row * inner;
    for (let o = 0; o < outer; o++) {
      const along = o * inner;
      const pull = slope[row * outer + o]!;
      if (pull === 0) continue;
      for (let i = 0; i < inner; i++) toX[from + i]! += pull * weight[along + i]!;
      for (let i = 0; i < inner; i++) toWeight[along + i]! += pull * x[from + i]!;
      if (toBias) toBias[o]! += pull;
    }
  }
}

/** What layer normalisation keeps for its derivative. */
export interface NormCache {
  /** `[rows, width]`, centred and scaled. */
  readonly normal: Float64Array;
  /** `[rows]`, 1/√(variance + ε). */
  readonly scale: Float64Array;
}

export function normForward(
  y: Float64Array,
  x: Float64Array,
  gain: Float64Array,
  shift: Float64Array,
  cache: NormCache,
  rows: number,
  width: number,
): void {
  for (let row = 0; row < rows; row++) {
    const from = row * width;
    let mean = 0;
    for (let i = 0; i < width; i++) mean += x[from + i]! / width;
    let variance = 0;
    for (let i = 0; i < width; i++) variance += (x[from + i]! - mean) ** 2 / width;
    const scale = 1 / Math.sqrt(variance + 1e-5);
    cache.scale[row] = scale;
    for (let i = 0; i < width; i++) {
      const normal = (x[from + i]! - mean) * scale;
      cache.normal[from + i] = normal;
      y[from + i] = normal * gain[i]! + shift[i]!;
    }
  }
}

export function normBackward(
  slope: Float64Array,
  gain: Float64Array,
  cache: NormCache,
  into: { readonly x: Float64Array; readonly gain: Float64Array; readonly shift: Float64Array },
  rows: number,
  width: number,
): void {
  for (let row = 0; row < rows; row++) {
    const from = row * width;
    let [mean, along] = [0, 0];
    for (let i = 0; i < width; i++) {
      const pull = slope[from + i]!;
      const normal = cache.normal[from + i]!;
      into.gain[i]! += pull * normal;
      into.shift[i]! += pull;
      mean += (pull * gain[i]!) / width;
      along += (pull * gain[i]! * normal) / width;
    }
    for (let i = 0; i < width; i++) {
      const straight = slope[from + i]! * gain[i]! - mean - cache.normal[from + i]! * along;
      into.x[from + i]! += straight * cache.scale[row]!;
    }
  }
}

const bend = Math.sqrt(2 / Math.PI);

/** GELU in its tanh form, as the reference computes it. */
export function geluForward(y: Float64Array, x: Float64Array): void {
  for (let i = 0; i < x.length; i++) {
    const value = x[i]!;
    y[i] = 0.5 * value * (1 + Math.tanh(bend * (value + 0.044715 * value * value * value)));
  }
}

export function geluBackward(slope: Float64Array, x: Float64Array, into: Float64Array): void {
  for (let i = 0; i < x.length; i++) {
    const value = x[i]!;
    const curve = Math.tanh(bend * (value + 0.044715 * value * value * value));
    const steep = bend * (1 + 3 * 0.044715 * value * value) * (1 - curve * curve);
    into[i]! += slope[i]! * (0.5 * (1 + curve) + 0.5 * value * steep);
  }
}

export interface AttentionSizes {
  readonly batch: number;
  readonly tokens: number;
  readonly heads: number;
  readonly headWidth: number;
}

/**
 * Causal attention: joined `[batch, tokens, 3·width]` holds queries, keys and values side by side, mixed
 * `[batch, tokens, width]`, weights `[batch, heads, tokens, tokens]`.
 */
export function attentionForward(
  mixed: Float64Array,
  weights: Float64Array,
  joined: Float64Array,
  { batch, tokens, heads, headWidth }: AttentionSizes,
): void {
  const width = heads * headWidth;
  const scale = 1 / Math.sqrt(headWidth);
  mixed.fill(0);
  for (let b = 0; b < batch; b++)
    for (let head = 0; head < heads; head++)
      for (let i = 0; i < tokens; i++) {
        const query = (b * tokens + i) * 3 * width + head * headWidth;
        const row = ((b * heads + head) * tokens + i) * tokens;
        let greatest = Number.NEGATIVE_INFINITY;
        for (let j = 0; j <= i; j++) {
          const key = (b * tokens + j) * 3 * width + width + head * headWidth;
          let sum = 0;
          for (let c = 0; c < headWidth; c++) sum += joined[query + c]! * joined[key + c]!;
          weights[row + j] = sum * scale;
          if (sum * scale > greatest) greatest = sum * scale;
        }
        let total = 0;
        for (let j = 0; j <= i; j++) {
          weights[row + j] = Math.exp(weights[row + j]! - greatest);
          total += weights[row + j]!;
        }
        const out = (b * tokens + i) * width + head * headWidth;
        for (let j = 0; j <= i; j++) {
          const weight = weights[row + j]! / total;
          weights[row + j] = weight;
          const value = (b * tokens + j) * 3 * width + 2 * width + head * headWidth;
          for (let c = 0; c < headWidth; c++) mixed[out + c]! += weight * joined[value + c]!;
        }
      }
}

export function attentionBackward(
  slope: Float64Array,
  weights: Float64Array,
  joined: Float64Array,
  into: Float64Array,
  { batch, tokens, heads, headWidth }: AttentionSizes,
): void {
  const width = heads * headWidth;
  const scale = 1 / Math.sqrt(headWidth);
  const pulls = new Float64Array(tokens);
  for (let b = 0; b < batch; b++)
    for (let head = 0; head < heads; head++)
      for (let i = 0; i < tokens; i++) {
        const out = (b * tokens + i) * width + head * headWidth;
        const row = ((b * heads + head) * tokens + i) * tokens;
        let mean = 0;
        for (let j = 0; j <= i; j++) {
          const value = (b * tokens + j) * 3 * width + 2 * width + head * headWidth;
          let pull = 0;
          for (let c = 0; c < headWidth; c++) {
            pull += slope[out + c]! * joined[value + c]!;
            into[value + c]! += slope[out + c]! * weights[row + j]!;
          }
          pulls[j] = pull;
          mean += pull * weights[row + j]!;
        }
        const query = (b * tokens + i) * 3 * width + head * headWidth;
        for (let j = 0; j <= i; j++) {
          const pull = weights[row + j]! * (pulls[j]! - mean) * scale;
          const key = (b * tokens + j) * 3 * width + width + head * headWidth;
          for (let c = 0; c < headWidth; c++) {
            into[query + c]! += pull * joined[key + c]!;
            into[key + c]! += pull * joined[query + c]!;
          }
        }
      }
}
