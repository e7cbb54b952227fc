import { geluTanh } from '../activation';
import type { Linear } from '../transformer';

/**
 * A head that tells the token after the next: from the model's state before its last layer of logits and the token that
 * follows, it makes the state from which the model's own logits tell one token more, and from that the next again (after
 * DeepSeek-V3, arXiv 2412.19437, section 2.2, with a layer of GELU in place of a whole block).
 */
export interface DraftHead {
  /** `[hidden, 2·width]`: over the state and the embedding of the token. */
  readonly up: Linear;
  /** `[width, hidden]`. */
  readonly down: Linear;
}

/** The state one token further on: s + W₂·gelu(W₁·[s; e] + b₁) + b₂. */
export function nextState({ up, down }: DraftHead, state: Float64Array, embedding: Float64Array): Float64Array {
  const width = state.length;
  const inner = Float64Array.from(up.bias.data, (bias, row) => {
    const weights = up.weight.row(row);
    let sum = bias;
    for (let i = 0; i < width; i++) sum += weights[i]! * state[i]! + weights[width + i]! * embedding[i]!;
    return geluTanh(sum);
  });
  return Float64Array.from(down.bias.data, (bias, row) => {
    const weights = down.weight.row(row);
    let sum = state[row]! + bias;
    for (let i = 0; i < inner.length; i++) sum += weights[i]! * inner[i]!;
    return sum;
  });
}
