import { map, silu } from '../activation';
import { add, linear } from '../matmul';
import { Tensor } from '../tensor';
import type { Dispatch } from './capacity';

/** One expert, a gated feed-forward network (Shazeer 2020, SwiGLU): W_down(silu(W_gate x) ⊙ W_up x). */
export interface Expert {
  /** `[hidden, model]`. */
  readonly gate: Tensor;
  /** `[hidden, model]`. */
  readonly up: Tensor;
  /** `[model, hidden]`. */
  readonly down: Tensor;
}

/** An expert's answer to x `[tokens, model]`. */
export function feedForward(x: Tensor, expert: Expert): Tensor {
  const up = linear(x, expert.up);
  const hidden = map(linear(x, expert.gate), silu);
  for (let i = 0; i < hidden.data.length; i++) hidden.data[i]! *= up.data[i]!;
  return linear(hidden, expert.down);
}

/**
 * y = Σ w_i E_i(x) + shared experts + what overflow lets pass by, for x `[tokens, model]`: one expert at a time over the
 * tokens sent to it.
 */
export function mixtureOfExperts(
  x: Tensor,
  routed: readonly Expert[],
  shared: readonly Expert[],
  sent: Pick<Dispatch, 'experts' | 'weights'> & Partial<Pick<Dispatch, 'passed'>>,
): Tensor {
  const [tokens, model] = x.shape as [number, number];
  const slots = tokens === 0 ? 0 : sent.experts.length / tokens;
  const answers = new Tensor([tokens, slots, model]);
  for (const [id, expert] of routed.entries()) {
    for (let pair = 0; pair < sent.experts.length; pair++) {
      if (sent.experts[pair] !== id) continue;
      const token = Math.floor(pair / slots);
      const row = new Tensor([1, model], x.row(token));
      answers.row(token, pair % slots).set(feedForward(row, expert).data);
    }
  }
  const routedSum = combine(answers, sent.weights);
  const passed = sent.passed;
  if (passed)
    for (let pair = 0; pair < passed.length; pair++)
      for (let i = 0; i < model; i++) {
        const at = Math.floor(pair / slots) * model + i;
        routedSum.data[at]! += passed[pair]! * x.data[at]!;
      }
  return shared.reduce((sum, expert) => add(sum, feedForward(x, expert)), routedSum);
}

/** Σ over slots of weight·answer: answers `[tokens, slots, model]`, weights `[tokens, slots]`, out `[tokens, model]`. */
export function combine(answers: Tensor, weights: ArrayLike<number>): Tensor {
  const [tokens, slots, model] = answers.shape as [number, number, number];
  const out = new Tensor([tokens, model]);
  for (let token = 0; token < tokens; token++)
    for (let slot = 0; slot < slots; slot++)
      for (let i = 0; i < model; i++)
        out.data[token * model + i]! +=
          weights[token * slots + slot]! * answers.data[(token * slots + slot) * model + i]!;
  return out;
}
